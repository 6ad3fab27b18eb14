package dev.adjoint.processor.analyse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The shape of the result of two operands, as the runtime has it; nothing if they do not agree. */
final class ShapeRules {
  /** Such a rule. */
  interface Rule {
    Optional<List<Long>> result(List<Long> left, List<Long> right);
  }

  private ShapeRules() {}

  /** Sizes are aligned at the last one; equal ones agree, and 1 with every size. */
  static Optional<List<Long>> broadcast(List<Long> left, List<Long> right) {
    List<Long> result = new ArrayList<>();
    for (int i = 1; i <= Math.max(left.size(), right.size()); i++) {
      long a = i <= left.size() ? left.get(left.size() - i) : 1;
      long b = i <= right.size() ? right.get(right.size() - i) : 1;
      if (a != b && a != 1 && b != 1) {
        return Optional.empty();
      }
      result.add(a == 1 ? b : a);
    }
    Collections.reverse(result);
    return Optional.of(result);
  }

  /**
   * The columns of the first are as many as the rows of the second; what is before is broadcast.
   */
  static Optional<List<Long>> matrixProduct(List<Long> left, List<Long> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    List<Long> rows = left.size() == 1 ? List.of() : left.subList(left.size() - 2, left.size() - 1);
    boolean isVector = right.size() == 1;
    long inner = right.get(right.size() - (isVector ? 1 : 2));
    if (!left.getLast().equals(inner)) {
      return Optional.empty();
    }
    return broadcast(batch(left), batch(right))
        .map(
            result -> {
              List<Long> shape = new ArrayList<>(result);
              shape.addAll(rows);
              shape.addAll(isVector ? List.of() : List.of(right.getLast()));
              return shape;
            });
  }

  private static List<Long> batch(List<Long> shape) {
    return shape.subList(0, Math.max(0, shape.size() - 2));
  }

  /** How many elements a tensor has. */
  static long elements(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
