package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An element of an array, by its indices. */
record ArrayElement(List<Index> indices) {

  /**
   * An index as a sum.
   *
   * @param base what is added to; {@code null} for zero
   */
  record Index(@Nullable Value base, int offset) {

    boolean hasBaseOf(Index other) {
      return Objects.equals(base, other.base);
    }
  }

  static ArrayElement of(List<Value> indices, Map<Value, Op> definitions) {
    return new ArrayElement(indices.stream().map(index -> sum(index, definitions)).toList());
  }

  private static Index sum(Value value, Map<Value, Op> definitions) {
    Op op = definitions.get(value);
    if (literal(value, definitions) instanceof Integer constant) {
      return new Index(null, constant);
    }
    if (op instanceof Op.Arithmetic(var result, var operator, var operands, _)
        && result.type() == ScalarType.INT
        && operands.size() == 2) {
      Object left = literal(operands.getFirst(), definitions);
      Object right = literal(operands.getLast(), definitions);
      if (operator == Operator.ADD && left instanceof Integer offset) {
        return shifted(sum(operands.getLast(), definitions), offset);
      }
      if (operator == Operator.ADD && right instanceof Integer offset) {
        return shifted(sum(operands.getFirst(), definitions), offset);
      }
      if (operator == Operator.SUB && right instanceof Integer offset) {
        return shifted(sum(operands.getFirst(), definitions), -offset);
      }
    }
    return new Index(value, 0);
  }

  private static Index shifted(Index index, int offset) {
    return new Index(index.base(), index.offset() + offset);
  }

  private static @Nullable Object literal(Value value, Map<Value, Op> definitions) {
    return definitions.get(value) instanceof Op.Constant constant ? constant.literal() : null;
  }

  /** Whether this is certainly not the element {@code other}, with the same values around. */
  boolean isAnotherThan(ArrayElement other) {
    for (int i = 0; i < indices.size(); i++) {
      Index index = indices.get(i);
      if (index.hasBaseOf(other.indices.get(i))
          && index.offset() != other.indices.get(i).offset()) {
        return true;
      }
    }
    return false;
  }
}
