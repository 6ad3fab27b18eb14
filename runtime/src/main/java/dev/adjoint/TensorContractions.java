package dev.adjoint;

import dev.adjoint.ops.Distances;
import dev.adjoint.ops.Einsum;

/** Sums of products and distances, static on {@link Tensor}. */
public abstract sealed class TensorContractions permits TensorLiterals {
  TensorContractions() {}

  /**
   * Sums of products in Einstein's notation: {@code ij,jk->ik} is the matrix product. Letters name
   * dimensions, a repeated letter in one operand takes the diagonal, {@code ...} stands for all
   * dimensions without a letter; without an arrow the result has the letters that occur once, in
   * alphabetical order. Derivative: of the products.
   *
   * @param equation the labels of the operands, separated by commas, and of the result after {@code
   *     ->}
   * @param operands as many tensors as the equation names
   * @return a tensor of the named dimensions
   * @throws IllegalArgumentException if the equation is malformed or does not fit the operands
   */
  public static Tensor einsum(String equation, Tensor... operands) {
    return Einsum.einsum(equation, operands);
  }

  /**
   * The Euclidean distance of every row of the one to every row of the other. Derivative: the unit
   * vector between them, 0 at 0.
   *
   * @param x1 {@code (..., n, d)}
   * @param x2 {@code (..., m, d)}
   * @return {@code (..., n, m)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor cdist(Tensor x1, Tensor x2) {
    return Distances.cdist(x1, x2, 2);
  }

  /**
   * The distance of every row of the one to every row of the other in a p-norm. Derivative: {@code
   * sign(d) (|d| / result)^(p-1)} for the differences d, 0 at 0.
   *
   * @param x1 {@code (..., n, d)}
   * @param x2 {@code (..., m, d)}
   * @param p the norm, from 0 to infinity
   * @return {@code (..., n, m)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws IllegalArgumentException for a negative norm
   */
  public static Tensor cdist(Tensor x1, Tensor x2, double p) {
    return Distances.cdist(x1, x2, p);
  }
}
