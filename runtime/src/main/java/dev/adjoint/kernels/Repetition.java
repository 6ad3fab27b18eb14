package dev.adjoint.kernels;

import org.jspecify.annotations.Nullable;

/**
 * An operand that a larger shape repeats regularly: element {@code i} of the shape is element
 * {@code (i / run) % period} of the operand. A row added to every row of a matrix has a run of 1, a
 * column a run of the matrix's width.
 *
 * @param offset where the operand starts in its array
 * @param period how many different elements there are
 * @param run how often each is repeated in a row
 */
public record Repetition(int offset, int period, int run) {

  /**
   * How a layout repeats its elements.
   *
   * @param expanded a layout of the larger shape, with stride 0 where it repeats
   * @return the repetition, or null if there is none or it is not regular
   */
  public static @Nullable Repetition of(Layout expanded) {
    int[] sizes = expanded.sizes();
    int[] strides = expanded.strides();
    int d = sizes.length - 1;
    int run = 1;
    for (; d >= 0 && (sizes[d] == 1 || strides[d] == 0); d--) {
      run *= sizes[d];
    }
    int period = 1;
    for (; d >= 0 && (sizes[d] == 1 || strides[d] == period); d--) {
      period *= sizes[d];
    }
    boolean repeats = period * run < expanded.count();
    for (; d >= 0; d--) {
      if (sizes[d] != 1 && strides[d] != 0) {
        return null;
      }
    }
    return repeats || run > 1 ? new Repetition(expanded.offset(), period, run) : null;
  }
}
