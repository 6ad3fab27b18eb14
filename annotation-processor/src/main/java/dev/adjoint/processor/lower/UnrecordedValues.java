package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.TensorOperations;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * What is computed where no gradients are recorded. It becomes a constant when it is assigned; what
 * is only moved, such as a tensor that was there before, keeps its gradient.
 */
final class UnrecordedValues {
  private final Set<Value> computed = new HashSet<>();

  /** Tensors that the operation, or the function called, may have been given. */
  private final Set<Value> uncertain = new HashSet<>();

  /** Constants that were made of what was computed. */
  private final Set<Value> constants = new HashSet<>();

  /** Is told of every operation. */
  void note(Op op) {
    if (computes(op)) {
      computed.addAll(op.results());
    }
    if (mayPassOn(op)) {
      uncertain.addAll(op.results());
    }
    if (op instanceof Op.StopGradient stop) {
      constants.add(stop.result());
    }
  }

  private boolean computes(Op op) {
    return switch (op) {
      case Op.Arithmetic _, Op.Convert _, Op.Unsupported _, CallOp.Call _ -> true;
      case CallOp.Invoke invoke -> !isTensorField(invoke);
      case ArrayOp.Load load -> !holdsTensors(load.array()) || computed.contains(load.array());
      case ArrayOp.ArrayCopy copy -> !holdsTensors(copy.array());
      default -> false;
    };
  }

  private static boolean isTensorField(CallOp.Invoke invoke) {
    JavaMember.Kind kind = invoke.member().kind();
    boolean isField =
        kind == JavaMember.Kind.STATIC_FIELD || kind == JavaMember.Kind.INSTANCE_FIELD;
    return isField && invoke.results().stream().anyMatch(UnrecordedValues::areTensors);
  }

  private boolean mayPassOn(Op op) {
    boolean isPassage =
        switch (op) {
          case CallOp.Call _ -> true;
          case CallOp.Invoke invoke -> !TensorOperations.makes(invoke.member());
          case ArrayOp.Load load -> uncertain.contains(load.array());
          default -> false;
        };
    return isPassage
        && op.operands().stream().anyMatch(operand -> areTensors(operand) && mayCarry(operand));
  }

  private boolean mayCarry(Value value) {
    boolean isConstant = computed.contains(value) && !uncertain.contains(value);
    return !isConstant && !constants.contains(value);
  }

  /** Whether a value is computed here, and has to be made a constant when it is assigned. */
  boolean areComputed(Value value) {
    return computed.contains(value) && value.type().isDifferentiable();
  }

  /** Why what is computed here is a constant; it may be one that was there before. */
  Op.StopGradient.Reason reason(Value value) {
    return uncertain.contains(value) && areTensors(value)
        ? Op.StopGradient.Reason.NOT_RECORDED_IF_NEW
        : Op.StopGradient.Reason.NOT_RECORDED;
  }

  private static boolean areTensors(Value value) {
    return Containers.areTensors(value.type());
  }

  private static boolean holdsTensors(Value array) {
    return Containers.holdTensors(array.type());
  }
}
