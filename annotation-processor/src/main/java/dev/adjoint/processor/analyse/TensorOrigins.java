package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the tensors of a function come from: what made them, and what put hooks on them. */
final class TensorOrigins {
  private static final Set<String> OWNERS =
      Set.of(IrType.Reference.TENSOR.javaName(), "dev.adjoint.nn.Functional");

  /** What may return the tensor that it is given. */
  private static final Set<String> CONVERSIONS =
      Set.of(
          "atleast1d",
          "atleast2d",
          "atleast3d",
          "cartesianProd",
          "contiguous",
          "cpu",
          "flatten",
          "localResponseNorm",
          "positive",
          "sumToSize",
          "to",
          "toBool",
          "toDouble",
          "toFloat",
          "toInt",
          "toLong");

  private final IrFunction function;
  private final Map<FunctionId, IrFunction> functions;
  private final Set<FunctionId> around;
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Region> places = new HashMap<>();

  TensorOrigins(IrFunction function, Map<FunctionId, IrFunction> functions) {
    this(function, functions, Set.of());
  }

  /**
   * @param around the functions that are being looked at already
   */
  private TensorOrigins(
      IrFunction function, Map<FunctionId, IrFunction> functions, Set<FunctionId> around) {
    this.function = function;
    this.functions = functions;
    this.around = new HashSet<>(around);
    this.around.add(function.id());
    visit(function.body());
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(result -> definitions.put(result, op));
      op.results().forEach(result -> places.put(result, region));
      op.regions().forEach(this::visit);
    }
  }

  /** Whether a tensor is new, and none that the function was given or read somewhere. */
  boolean isMade(Value tensor) {
    return switch (definitions.get(tensor)) {
      case CallOp.Invoke invoke -> makes(invoke.member());
      case CallOp.Call call when GradientHooks.areAt(call) -> isMade(call.operands().getFirst());
      case CallOp.Call call -> {
        TensorOrigins inside = inside(call);
        yield inside != null && inside.isMade(inside.yieldOf(call, tensor));
      }
      case null, default -> false;
    };
  }

  private static boolean makes(JavaMember member) {
    boolean isOperation = OWNERS.contains(member.owner()) && !mayReturnOperand(member);
    boolean isFunction = member.hasReceiver() && member.name().equals("apply");
    return isOperation || isFunction;
  }

  private static boolean mayReturnOperand(JavaMember member) {
    return CONVERSIONS.contains(member.name())
        || member.name().toLowerCase(Locale.ROOT).contains("dropout");
  }

  /**
   * What puts a hook on a tensor, on some path: the last one registered in the function, or the
   * call of a method that returns a tensor with hooks.
   */
  Optional<Op> hookOn(Value tensor) {
    return switch (definitions.get(tensor)) {
      case CallOp.Call call when GradientHooks.areAt(call) -> Optional.of(call);
      case CallOp.Call call -> {
        TensorOrigins inside = inside(call);
        yield inside == null
            ? Optional.empty()
            : inside.hookOn(inside.yieldOf(call, tensor)).map(_ -> call);
      }
      case CallOp.Invoke invoke when mayReturnOperand(invoke.member()) ->
          hookOnOneOf(invoke.operands());
      case FlowOp.If branch -> {
        int i = branch.results().indexOf(tensor);
        yield hookOnOneOf(
            Stream.of(branch.thenRegion(), branch.elseRegion())
                .filter(side -> !side.isExit())
                .map(side -> side.yields().get(i))
                .toList());
      }
      case FlowOp.Loop loop -> {
        int i = loop.results().indexOf(tensor);
        yield hookOnOneOf(List.of(loop.inits().get(i), loop.body().yields().get(i)));
      }
      case null, default -> Optional.empty();
    };
  }

  private Optional<Op> hookOnOneOf(List<Value> tensors) {
    return tensors.stream().flatMap(tensor -> hookOn(tensor).stream()).findFirst();
  }

  /** Whether a hook was put on a tensor where another one is, in the same run of statements. */
  boolean areTogether(Op earlier, CallOp.Call hook) {
    return earlier instanceof CallOp.Call call
        && GradientHooks.areAt(call)
        && places.get(call.results().getFirst()) == places.get(hook.results().getFirst());
  }

  /** The called function; {@code null} where it is not known, or where it is looked at already. */
  private @Nullable TensorOrigins inside(CallOp.Call call) {
    IrFunction callee = functions.get(call.callee());
    return callee == null || around.contains(call.callee())
        ? null
        : new TensorOrigins(callee, functions, around);
  }

  private Value yieldOf(CallOp.Call call, Value result) {
    return function.body().yields().get(call.results().indexOf(result));
  }
}
