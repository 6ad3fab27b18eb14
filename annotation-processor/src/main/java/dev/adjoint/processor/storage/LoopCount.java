package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;

/**
 * How a loop counts its iterations: {@code for (i = start; i < bound; i += step)}, or the like with
 * {@code <=}, {@code >}, {@code >=}.
 *
 * @param induction the carried value that counts
 * @param start its first value
 * @param bound what it is compared with
 * @param step what every iteration adds to it; positive for {@code <} and {@code <=}
 * @param comparison LT, LE, GT or GE
 * @param isKnownBefore whether {@code bound} is known when the loop begins; otherwise it is a count
 *     that the loop itself makes
 */
record LoopCount(
    Value induction,
    Value start,
    Value bound,
    int step,
    Operator comparison,
    boolean isKnownBefore) {

  boolean isAscending() {
    return step > 0;
  }

  boolean isInclusive() {
    return comparison == Operator.LE || comparison == Operator.GE;
  }
}
