package dev.adjoint.processor.ir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which scalars are computed alike, by the same operations from the same values, as the reverse
 * sweep computes what it does not keep.
 */
final class AlikeValues {
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final Map<List<@Nullable Object>, Integer> computations = new HashMap<>();

  /** A number that alike values have in common. */
  int number(Value value) {
    return numbers.computeIfAbsent(value, _ -> numbers.size());
  }

  /** Notes what {@code op} computes. */
  void add(Op op) {
    switch (op) {
      case Op.Constant constant -> add(op, constant.literal());
      case Op.Arithmetic arithmetic -> add(op, arithmetic.operator());
      case Op.Convert _ -> add(op, "convert");
      case CallOp.Invoke invoke when isPureFunction(invoke) -> add(op, invoke.member().key());
      default -> {}
    }
  }

  private void add(Op op, @Nullable Object kind) {
    Value result = op.results().getFirst();
    List<Integer> operands = op.operands().stream().map(this::number).toList();
    List<@Nullable Object> computation = Arrays.asList(kind, result.type(), operands);
    Integer known = computations.putIfAbsent(computation, number(result));
    if (known != null) {
      numbers.put(result, known);
    }
  }

  private static boolean isPureFunction(CallOp.Invoke invoke) {
    return invoke.member().effects() == JavaMember.Effects.PURE
        && invoke.results().size() == 1
        && invoke.results().getFirst().type() instanceof ScalarType
        && invoke.operands().stream().allMatch(operand -> operand.type() instanceof ScalarType);
  }
}
