package dev.adjoint.ops;

import dev.adjoint.Tensor;
import java.util.Arrays;

/**
 * Products of the reflections that {@code geqrf} returns. Composed of differentiable operations,
 * one reflection after the other, so that they need no derivative of their own; the factors need
 * not belong to orthogonal matrices.
 */
public final class Reflections {
  private Reflections() {}

  /** The first columns of the product. */
  public static Tensor product(Tensor a, Tensor tau) {
    requireProduct(a, tau);
    Tensor one = Tensor.eye(a.size(-2), a.size(-1), a.dtype());
    Tensor all = one.expand(a.shape());
    Tensor result = applied(a, tau, all, true);
    return tau.size(-1) == 0 ? Conversions.contiguous(result) : result;
  }

  private static void requireProduct(Tensor a, Tensor tau) {
    String name = "torch.linalg.householder_product: ";
    require(a.dim() >= 2, name + "input must have at least 2 dimensions.");
    require(
        a.size(-2) >= a.size(-1),
        name + "input.shape[-2] must be greater than or equal to input.shape[-1]");
    require(
        tau.dim() > 0 && a.size(-1) >= tau.size(-1),
        name + "input.shape[-1] must be greater than or equal to tau.shape[-1]");
    requireFactors(name, a, tau);
    require(
        tau.dtype() == a.dtype(),
        name
            + "tau dtype %s does not match input dtype %s"
                .formatted(tau.dtype().title(), a.dtype().title()));
    MatrixChecks.requireKernel("orgqr_cpu", a);
  }

  private static void requireFactors(String name, Tensor a, Tensor tau) {
    require(
        a.dim() == tau.dim() + 1,
        name
            + "Expected tau to have one dimension less than input, but got tau.ndim equal to %d and input.ndim is equal to %d"
                .formatted(tau.dim(), a.dim()));
    requireBatch(name, "tau", a, tau, tau.dim() - 1);
  }

  private static void requireBatch(String name, String what, Tensor a, Tensor other, int rank) {
    int[] batch = Arrays.copyOf(other.layout().sizes(), rank);
    require(
        Arrays.equals(batch, Arrays.copyOf(a.layout().sizes(), a.dim() - 2)),
        name
            + "Expected batch dimensions of %s to be equal to input.shape[:-2], but got %s"
                .formatted(what, Arrays.toString(batch)));
  }

  /** The product, or its transpose, times a matrix from the left or from the right. */
  public static Tensor multiply(
      Tensor a, Tensor tau, Tensor other, boolean left, boolean transpose) {
    requireMultiply(a, tau, other, left);
    // From the right everything is transposed: C Q is (Q^T C^T)^T.
    return left
        ? applied(a, tau, other, !transpose)
        : applied(a, tau, other.mT(), transpose).mT().contiguous();
  }

  private static void requireMultiply(Tensor a, Tensor tau, Tensor other, boolean left) {
    String name = "torch.ormqr: ";
    require(a.dim() >= 2, name + "input must have at least 2 dimensions.");
    require(other.dim() >= 2, name + "other must have at least 2 dimensions.");
    int side = left ? -2 : -1;
    require(
        tau.dim() > 0 && tau.size(-1) == Math.min(other.size(side), a.size(-1)),
        name
            + "tau.shape[-1] must be equal to min(other.shape[%d], input.shape[-1])"
                .formatted(side));
    require(
        other.size(side) == a.size(-2),
        name + "other.shape[%d] must be equal to input.shape[-2]".formatted(side));
    requireFactors(name, a, tau);
    require(
        a.dim() == other.dim(),
        name
            + "Expected other to have the same number of dimensions as input, but got other.ndim equal to %d and input.ndim is equal to %d"
                .formatted(other.dim(), a.dim()));
    requireBatch(name, "other", a, other, other.dim() - 2);
    requireTypes(name, a, tau, other);
  }

  private static void requireTypes(String name, Tensor a, Tensor tau, Tensor other) {
    String form = name + "Expected input and %s to have the same dtype, but input has dtype";
    require(
        a.dtype() == tau.dtype(),
        form.formatted("tau") + a.dtype().title() + " and tau has dtype " + tau.dtype().title());
    require(
        a.dtype() == other.dtype(),
        form.formatted("other")
            + a.dtype().title()
            + " and other has dtype "
            + other.dtype().title());
    MatrixChecks.requireKernel("ormqr_cpu", a);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** {@code H1 H2 ... Hk C}, or the other way round. */
  private static Tensor applied(Tensor a, Tensor tau, Tensor c, boolean inOrder) {
    int k = (int) tau.size(-1);
    Tensor vectors = Tensor.eye(a.size(-2), k, a.dtype()).add(a.narrow(-1, 0, k).tril(-1));
    Tensor result = c;
    for (int step = 0; step < k; step++) {
      int i = inOrder ? k - 1 - step : step;
      Tensor v = vectors.narrow(-1, i, 1);
      Tensor scaled = v.mul(tau.narrow(-1, i, 1).unsqueeze(-1));
      result = result.sub(scaled.matmul(v.mT().matmul(result)));
    }
    return result;
  }
}
