package dev.adjoint;

/**
 * Singular values and vectors: {@code a = u diag(s) vh}.
 *
 * @param u left singular vectors as columns
 * @param s singular values, largest first
 * @param vh right singular vectors as rows
 */
public record SvdResult(Tensor u, Tensor s, Tensor vh) {

  /**
   * Right singular vectors as columns, as {@code torch.svd} returns them.
   *
   * @return the transpose of {@link #vh}
   */
  public Tensor v() {
    return vh.mT();
  }
}
