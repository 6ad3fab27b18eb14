package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.TensorMembers;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the tensors of a function come from: what made them, and what put hooks on them. */
final class TensorOrigins {
  private final IrFunction function;
  private final Map<FunctionId, IrFunction> functions;
  private final Set<FunctionId> around;
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Region> places = new HashMap<>();
  private final Map<Value, FlowOp.Loop> loops = new HashMap<>();
  private final Set<Value> assumed = new HashSet<>();

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
      if (op instanceof FlowOp.Loop loop) {
        loop.arguments().forEach(argument -> loops.put(argument, loop));
      }
      op.regions().forEach(this::visit);
    }
  }

  /** Whether a tensor is new, and none that the function was given or read somewhere. */
  boolean isMade(Value tensor) {
    return switch (definitions.get(tensor)) {
      case CallOp.Invoke invoke -> TensorMembers.makes(invoke.member());
      case CallOp.Call call when GradientHooks.areAt(call) -> isMade(call.operands().getFirst());
      case CallOp.Call call -> {
        TensorOrigins inside = inside(call);
        yield inside != null && inside.isMade(inside.yieldOf(call, tensor));
      }
      case null, default -> false;
    };
  }

  /**
   * Whether none of the tensors in a value has been there before the operation that yields it, or
   * before the function that it calls.
   */
  boolean isNew(Value value) {
    return switch (definitions.get(value)) {
      case CallOp.Invoke invoke when TensorMembers.areConstants(invoke.member()) ->
          isNew(invoke.operands().getFirst());
      case CallOp.Invoke invoke -> TensorMembers.makes(invoke.member());
      case CallOp.Call call -> {
        TensorOrigins inside = inside(call);
        yield inside != null && inside.areNew(List.of(inside.yieldOf(call, value)));
      }
      case ArrayOp.Load load -> isNew(load.array());
      case null, default -> false;
    };
  }

  /** The operation that yields a value, or the array that it was read from. */
  Op maker(Value value) {
    Op op = Objects.requireNonNull(definitions.get(value));
    return switch (op) {
      case ArrayOp.Load load when definitions.containsKey(load.array()) -> maker(load.array());
      case CallOp.Invoke invoke when TensorMembers.areConstants(invoke.member()) ->
          maker(invoke.operands().getFirst());
      default -> op;
    };
  }

  /** Whether tensors were all made in the function, or in others that it calls. */
  private boolean areNew(List<Value> values) {
    return values.stream().allMatch(this::isNewInside);
  }

  private boolean isNewInside(Value value) {
    return switch (definitions.get(value)) {
      case CallOp.Invoke invoke when TensorMembers.isConversion(invoke.member()) ->
          areNew(invoke.operands().stream().filter(TensorOrigins::areTensors).toList());
      case Op.StopGradient stop -> isNewInside(stop.operand());
      case ArrayOp.ArrayLiteral literal -> areNew(literal.elements());
      case ArrayOp.Store store -> areNew(List.of(store.array(), store.value()));
      case ArrayOp.Load load -> isNewInside(load.array());
      case ArrayOp.Allocate _ -> true;
      case Op.Constant _ -> true;
      case FlowOp.If branch -> {
        int i = branch.results().indexOf(value);
        yield areNew(
            Stream.of(branch.thenRegion(), branch.elseRegion())
                .filter(side -> !side.isExit())
                .map(side -> side.yields().get(i))
                .toList());
      }
      case FlowOp.Loop loop -> isNewRound(loop, loop.results().indexOf(value));
      case null ->
          loops.containsKey(value)
              && isNewRound(loops.get(value), loops.get(value).arguments().indexOf(value));
      default -> isNew(value);
    };
  }

  /** What a loop starts with, and what comes round, if what it had before was new. */
  private boolean isNewRound(FlowOp.Loop loop, int i) {
    boolean isAssumed = !assumed.add(loop.arguments().get(i));
    return isAssumed || areNew(List.of(loop.inits().get(i), loop.body().yields().get(i)));
  }

  private static boolean areTensors(Value value) {
    return Containers.areTensors(value.type());
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
      case CallOp.Invoke invoke when TensorMembers.isConversion(invoke.member()) ->
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
  @SuppressWarnings("ReferenceEquality") // Regions may be equal; this is about one of them.
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
