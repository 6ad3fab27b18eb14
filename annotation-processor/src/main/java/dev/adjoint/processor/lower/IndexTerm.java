package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * An index as a sum of values and a number, so that two of them can be told apart or be known to be
 * equal. The arithmetic wraps around, as Java's does.
 *
 * @param factors what each value is multiplied with; never 0
 */
record IndexTerm(Map<Value, Integer> factors, int offset) {
  IndexTerm {
    factors = Map.copyOf(factors);
  }

  /** A value of which nothing is known. */
  static IndexTerm of(Value value) {
    return new IndexTerm(Map.of(value, 1), 0);
  }

  /** A number. */
  static IndexTerm of(int number) {
    return new IndexTerm(Map.of(), number);
  }

  /** This and {@code times} the other one. */
  IndexTerm plus(IndexTerm other, int times) {
    Map<Value, Integer> sum = new HashMap<>(factors);
    other.factors.forEach((value, factor) -> sum.merge(value, factor * times, Integer::sum));
    sum.values().removeIf(factor -> factor == 0);
    return new IndexTerm(sum, offset + other.offset * times);
  }

  /** How it compares with another one. */
  Likeness compare(IndexTerm other) {
    IndexTerm difference = plus(other, -1);
    if (!difference.factors.isEmpty()) {
      return Likeness.UNKNOWN;
    }
    return difference.offset == 0 ? Likeness.SAME : Likeness.DIFFERENT;
  }
}
