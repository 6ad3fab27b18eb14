package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;

/** What library methods on parts of arrays check before they do anything. */
final class RangeChecks {
  private static final String OUTSIDE = "java.lang.ArrayIndexOutOfBoundsException";
  private static final String BACKWARDS = "java.lang.IllegalArgumentException";

  private final BoundLoops loops;

  RangeChecks(BoundLoops loops) {
    this.loops = loops;
  }

  /** {@code System.arraycopy}: {@code count} elements from {@code start} on. */
  void part(BoundExpression array, BoundExpression start, BoundExpression count) {
    BoundExpression last = loops.subtract(loops.length(array), count);
    BoundExpression isBefore = loops.or(isNegative(start), isNegative(count));
    outside(loops.or(isBefore, loops.isLess(last, start)));
  }

  /** {@code Arrays.fill}: from {@code start} to before {@code end}. */
  void range(BoundExpression array, BoundExpression start, BoundExpression end) {
    backwards(loops.isLess(end, start));
    outside(loops.or(isNegative(start), loops.isLess(loops.length(array), end)));
  }

  /** {@code Arrays.copyOfRange}: it may end, but not begin, beyond the end of the array. */
  void copied(BoundExpression array, BoundExpression start, BoundExpression length) {
    backwards(isNegative(length));
    outside(loops.or(isNegative(start), loops.isLess(loops.length(array), start)));
  }

  private BoundExpression isNegative(BoundExpression number) {
    return loops.isLess(number, loops.number(0));
  }

  private void outside(BoundExpression condition) {
    loops.refuse(condition, loops.exception(OUTSIDE, "the range lies outside of the array"));
  }

  private void backwards(BoundExpression condition) {
    loops.refuse(condition, loops.exception(BACKWARDS, "the range ends before it begins"));
  }
}
