package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.Set;

/**
 * What it costs to compute values once more, and whether that is worth it.
 *
 * @param idle values that are not computed once more, but only later: they cost nothing
 */
record RepeatedCost(Keeping keeping, Set<Value> idle) {
  private static final int DIVISION = 5;
  private static final Set<String> CHEAP_FUNCTIONS = Set.of("abs", "max", "min", "sqrt");

  /** The costs by which {@code keeping} decides. */
  static RepeatedCost of(Keeping keeping, Set<Value> idle) {
    return new RepeatedCost(keeping, keeping == Keeping.CHEAPER ? idle : Set.of());
  }

  /** Whether computing values costs more than keeping what they are computed for. */
  boolean isTooHigh(Set<Value> computed, ForwardSweep forward) {
    int cost = 0;
    for (Value value : computed) {
      Op op = forward.definition(value);
      cost += op == null ? 0 : of(op);
    }
    return cost > keeping.highestCost();
  }

  /** Whether a call may be made again. */
  boolean isRepeated(CallOp.Invoke invoke) {
    JavaMember member = invoke.member();
    return member.effects() == JavaMember.Effects.PURE
        && switch (member.kind()) {
          case STATIC_FIELD, INSTANCE_TEST -> true;
          case STATIC_METHOD -> member.owner().equals("java.lang.Math") && isCheap(invoke);
          case INSTANCE_METHOD, CONSTRUCTOR, INSTANCE_FIELD, ELEMENT, ARRAY -> false;
        };
  }

  private boolean isCheap(CallOp.Invoke invoke) {
    return keeping.repeatsCalls()
        || idle.containsAll(invoke.results())
        || CHEAP_FUNCTIONS.contains(invoke.member().name());
  }

  private static int of(Op op) {
    return switch (op) {
      case Op.Constant _, Op.StopGradient _, ArrayOp.ArrayLength _ -> 0;
      case Op.Arithmetic arithmetic -> {
        Operator operator = arithmetic.operator();
        boolean isDivision = operator == Operator.DIV || operator == Operator.REM;
        yield isDivision ? DIVISION : 1;
      }
      case CallOp.Invoke invoke -> invoke.member().name().equals("sqrt") ? DIVISION : 1;
      default -> 1;
    };
  }
}
