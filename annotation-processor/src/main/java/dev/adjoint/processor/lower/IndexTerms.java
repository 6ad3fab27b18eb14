package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the integers that serve as indices. */
final class IndexTerms {
  /** An index of which nothing is known, other than any but for all one can tell the same. */
  static final Value ANY = new Value(ScalarType.INT, "any");

  private final Map<Value, IndexTerm> terms = new HashMap<>();
  private final Map<Location, Location> asLong = new HashMap<>();
  private final Map<Location, Value> lengths = new HashMap<>();

  /** Notes that a value is a number. */
  void note(Value value, int number) {
    terms.put(value, IndexTerm.of(number));
  }

  /** Notes how a value comes about, if it is a sum or difference. */
  void note(Value value, Operator operator, List<Value> operands) {
    if (operator == Operator.ADD || operator == Operator.SUB) {
      int sign = operator == Operator.ADD ? 1 : -1;
      terms.put(value, term(operands.getFirst()).plus(term(operands.getLast()), sign));
    }
  }

  /** Notes that a value is the length of an array, which never changes. */
  void note(Value value, Location array) {
    terms.put(value, term(lengths.computeIfAbsent(original(array), _ -> value)));
  }

  /** Notes that one array is as long as another one. */
  void noteAsLong(Location one, Location other) {
    asLong.put(one, original(other));
  }

  /** Whether two arrays are certainly of one length. */
  boolean areAsLong(Location one, Location other) {
    return original(one) == original(other);
  }

  private Location original(Location array) {
    return asLong.getOrDefault(array, array);
  }

  /** Compares the first {@code count} indices of two rows. */
  Likeness compare(List<Value> one, List<Value> other, int count) {
    Likeness all = Likeness.SAME;
    for (int i = 0; i < count; i++) {
      switch (compare(one.get(i), other.get(i))) {
        case DIFFERENT -> {
          return Likeness.DIFFERENT;
        }
        case UNKNOWN -> all = Likeness.UNKNOWN;
        case SAME -> {}
      }
    }
    return all;
  }

  private Likeness compare(Value one, Value other) {
    return one.equals(ANY) || other.equals(ANY) ? Likeness.UNKNOWN : term(one).compare(term(other));
  }

  private IndexTerm term(Value value) {
    return terms.getOrDefault(value, IndexTerm.of(value));
  }
}
