package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.NeighbourDerivatives;
import dev.adjoint.ops.Formula.Saves;

/** Slices scaled down to a largest norm. */
public final class Renorm {
  private Renorm() {}

  /** Slices along a dimension whose norm is above a bound, scaled down to it. */
  public static Tensor apply(Tensor self, double p, int dim, double maxnorm) {
    return formula(self, p, dim, maxnorm).apply(self);
  }

  /** {@link #apply} in place. */
  public static Tensor applyInPlace(Tensor self, double p, int dim, double maxnorm) {
    return formula(self, p, dim, maxnorm).applyInPlace(self);
  }

  private static Formula formula(Tensor self, double p, int dim, double maxnorm) {
    if (!(p > 0)) {
      throw new IllegalArgumentException("renorm: non-positive-norm not supported");
    }
    if (!(maxnorm >= 0)) {
      throw new IllegalArgumentException(
          "renorm: expected maxnorm to be >= 0 but got " + (float) maxnorm);
    }
    if (self.dim() < 2) {
      throw new IllegalArgumentException(
          "renorm: input needs at least 2 dimensions, got " + self.dim() + " dimensions");
    }
    int at = Views.dimension(dim, self.dim());
    return new Formula(
        "RenormBackward0",
        Saves.OPERANDS,
        in -> scaled(in[0], p, at, maxnorm),
        (g, saved, input) -> NeighbourDerivatives.renormSelf(g[0], saved[0], p, at, maxnorm));
  }

  private static Tensor scaled(Tensor self, double p, int dim, double maxnorm) {
    Tensor norm = self.norm(p, NeighbourDerivatives.others(self, dim), true);
    Tensor down = norm.add(NeighbourDerivatives.RENORM_EPSILON).reciprocal().mul(maxnorm);
    return self.mul(Tensor.where(norm.gt(maxnorm), down, Tensor.ones(self.dtype())));
  }
}
