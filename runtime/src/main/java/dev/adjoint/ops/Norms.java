package dev.adjoint.ops;

import dev.adjoint.Tensor;

/** Values of vector norms, composed of other operations on tensors without history. */
final class Norms {
  private Norms() {}

  static Tensor values(Tensor self, double p, int[] dim, boolean keepdim) {
    if (p < 0 || Double.isInfinite(p)) {
      requireElements(self, p, dim);
    }
    if (p == 2) {
      return inDouble(self).square().sum(dim, keepdim).sqrt().to(self.dtype());
    }
    if (p == 1) {
      return self.abs().sum(dim, keepdim);
    }
    if (p == 0) {
      return self.ne(0).sum(dim, keepdim).to(self.dtype());
    }
    if (Double.isInfinite(p)) {
      Tensor magnitude = self.abs();
      return p > 0
          ? Extrema.amax(magnitude, dim, keepdim)
          : Extrema.amax(magnitude.neg(), dim, keepdim).neg();
    }
    return inDouble(self).abs().pow(p).sum(dim, keepdim).pow(1 / p).to(self.dtype());
  }

  private static void requireElements(Tensor self, double p, int[] dim) {
    boolean empty = self.numel() == 0 && dim.length == 0;
    for (int d : dim) {
      empty |= self.dim() > 0 && self.size(d) == 0;
    }
    if (empty) {
      throw new IllegalArgumentException(
          "linalg.vector_norm cannot compute the %s norm on an empty tensor because the operation does not have an identity"
              .formatted(Double.isInfinite(p) ? (p > 0 ? "inf" : "-inf") : String.valueOf(p)));
    }
  }

  /** Squares of large floats overflow before their root would. */
  private static Tensor inDouble(Tensor self) {
    return self.to(dev.adjoint.DType.FLOAT64);
  }
}
