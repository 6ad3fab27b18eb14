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
import dev.adjoint.processor.ir.TensorOperations;
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
      case CallOp.Invoke invoke -> TensorOperations.makes(invoke.member());
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
      case CallOp.Invoke invoke when TensorOperations.areConstants(invoke.member()) ->
          isNew(invoke.operands().getFirst());
      case CallOp.Invoke invoke -> TensorOperations.makes(invoke.member());
      case CallOp.Call call -> {
        TensorOrigins inside = inside(call);
        yield inside != null
            && inside.areNew(List.of(inside.yieldOf(call, value)), new HashSet<>());
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
      case CallOp.Invoke invoke when TensorOperations.areConstants(invoke.member()) ->
          maker(invoke.operands().getFirst());
      default -> op;
    };
  }

  /**
   * Whether tensors were all made in the function, or in others that it calls.
   *
   * @param seen what is looked at already: it is new, or the answer is no in any case
   */
  private boolean areNew(List<Value> values, Set<Value> seen) {
    return values.stream().allMatch(value -> !seen.add(value) || isNewInside(value, seen));
  }

  private boolean isNewInside(Value value, Set<Value> seen) {
    return switch (definitions.get(value)) {
      case CallOp.Invoke invoke when TensorOperations.isConversion(invoke.member()) ->
          areNew(invoke.operands().stream().filter(TensorOrigins::areTensors).toList(), seen);
      case Op.StopGradient stop -> areNew(List.of(stop.operand()), seen);
      case ArrayOp.ArrayLiteral literal -> areNew(literal.elements(), seen);
      case ArrayOp.Store store -> areNew(List.of(store.array(), store.value()), seen);
      case ArrayOp.Load load -> areNew(List.of(load.array()), seen);
      case ArrayOp.Allocate _ -> true;
      case Op.Constant _ -> true;
      case FlowOp.If branch -> areNew(yields(branch, value), seen);
      case FlowOp.Loop loop -> areNew(rounds(loop, loop.results().indexOf(value)), seen);
      case null -> {
        FlowOp.Loop loop = loops.get(value);
        yield loop != null && areNew(rounds(loop, loop.arguments().indexOf(value)), seen);
      }
      default -> isNew(value);
    };
  }

  /** What a result of a branch may be. */
  private static List<Value> yields(FlowOp.If branch, Value result) {
    int i = branch.results().indexOf(result);
    return Stream.of(branch.thenRegion(), branch.elseRegion())
        .filter(side -> !side.isExit())
        .map(side -> side.yields().get(i))
        .toList();
  }

  /** What a loop starts with, and what comes round. */
  private static List<Value> rounds(FlowOp.Loop loop, int i) {
    return List.of(loop.inits().get(i), loop.body().yields().get(i));
  }

  private static boolean areTensors(Value value) {
    return Containers.areTensors(value.type());
  }

  /**
   * What puts a hook on a tensor, on some path: the last one registered in the function, or the
   * call of a method that returns a tensor with hooks.
   */
  Optional<Op> hookOn(Value tensor) {
    return hookOnOneOf(List.of(tensor), new HashSet<>());
  }

  private Optional<Op> hookOnOneOf(List<Value> tensors, Set<Value> seen) {
    return tensors.stream()
        .filter(seen::add)
        .flatMap(tensor -> hookOn(tensor, seen).stream())
        .findFirst();
  }

  private Optional<Op> hookOn(Value tensor, Set<Value> seen) {
    return switch (definitions.get(tensor)) {
      case CallOp.Call call when GradientHooks.areAt(call) -> Optional.of(call);
      case CallOp.Call call -> {
        TensorOrigins inside = inside(call);
        yield inside == null
            ? Optional.empty()
            : inside.hookOn(inside.yieldOf(call, tensor)).map(_ -> call);
      }
      case CallOp.Invoke invoke when TensorOperations.isConversion(invoke.member()) ->
          hookOnOneOf(invoke.operands(), seen);
      case FlowOp.If branch -> hookOnOneOf(yields(branch, tensor), seen);
      case FlowOp.Loop loop -> hookOnOneOf(rounds(loop, loop.results().indexOf(tensor)), seen);
      case null, default -> Optional.empty();
    };
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
