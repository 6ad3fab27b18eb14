package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.analyse.MissingTensors;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.rules.ScalarRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What both modes need to know about the primal.
 *
 * @param isActive whether a value's derivative matters
 * @param roots which array each array version belongs to
 * @param rows the arrays in which rows are replaced
 * @param missing which tensors may be {@code null}
 * @param surroundings derivatives of other methods, and what else an adjoint is built with
 */
record DerivativeContext(
    Predicate<Value> isActive,
    ArrayRoots roots,
    ReplacedRows rows,
    MissingTensors missing,
    Surroundings surroundings) {

  RegisteredDerivatives registered() {
    return surroundings.registered();
  }

  FrameTypes frames() {
    return surroundings.frames();
  }

  boolean active(Value value) {
    return isActive.test(value) || rows.haveAdjoint(value);
  }

  /** Indices of the parameters of a callee whose derivative matters at a call. */
  List<Integer> activeParameters(CallOp.Call call) {
    int firstVersion = call.results().size() - call.mutated().size();
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < call.operands().size(); i++) {
      Value argument = call.operands().get(i);
      int version = call.mutated().indexOf(i);
      boolean isWritten = version >= 0 && active(call.results().get(firstVersion + version));
      if (argument.type().isDifferentiable() && (active(argument) || isWritten)) {
        indices.add(i);
      }
    }
    return indices;
  }

  /** Whether a derivative passes through a call. */
  boolean isDerived(CallOp.Call call) {
    return !activeParameters(call).isEmpty() && call.results().stream().anyMatch(this::active);
  }

  /** The forward sweep of a call, with results and operands of its own. */
  CallOp.ForwardCall forwardCall(CallOp.Call call, List<Value> results, List<Value> operands) {
    List<Integer> active = activeParameters(call);
    List<Value> more = new ArrayList<>(results);
    more.add(new Value(frames().of(call.callee(), active), call.callee().name() + "Frame"));
    return new CallOp.ForwardCall(
        more, call.callee(), call.mutated(), active, operands, call.source());
  }

  /** Whether a member is to be differentiated by the dynamic graph at run time. */
  boolean isIsland(CallOp.Invoke invoke) {
    return !invoke.results().isEmpty()
        && areTensors(invoke.results().getFirst())
        && active(invoke.results().getFirst())
        && invoke.operands().stream().anyMatch(operand -> areTensors(operand) && active(operand))
        && ScalarRules.of(invoke.member()).isEmpty()
        && registered().of(invoke.member()).isEmpty()
        && registered().generated(invoke.member()).isEmpty();
  }

  /** The call of a tensor operation on the dynamic graph, with its active operands as inputs. */
  CallOp.DynamicCall dynamicCall(CallOp.Invoke invoke) {
    Value value = invoke.results().getFirst();
    String name = value.name().isEmpty() ? "" : value.name() + "Call";
    Value call = new Value(TensorMembers.DYNAMIC_CALL, name);
    List<Integer> inputs =
        IntStream.range(0, invoke.operands().size())
            .filter(i -> active(invoke.operands().get(i)))
            .boxed()
            .toList();
    return new CallOp.DynamicCall(
        List.of(value, call), invoke.member(), inputs, invoke.operands(), invoke.source());
  }

  /** Whether a value is a tensor, or holds tensors by position. */
  static boolean areTensors(Value value) {
    return Containers.areTensors(value.type());
  }

  static boolean isTensor(Value value) {
    return value.type().equals(IrType.Reference.TENSOR);
  }

  static boolean isArray(Value value) {
    return value.type() instanceof IrType.Array;
  }
}
