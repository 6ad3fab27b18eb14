package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;

/** Weighted sums of a tensor and a product. */
public final class MatrixSums {

  private MatrixSums() {}

  /** {@code beta self + alpha product}. */
  public static Tensor sum(Tensor self, Tensor product, double beta, double alpha) {
    Tensor scaled = scaled(product, alpha);
    return beta == 0 ? scaled : scaled(self, beta).expand(product.shape()).add(scaled);
  }

  /** The sum, written over the tensor. */
  public static Tensor sumInPlace(Tensor self, Tensor product, double beta, double alpha) {
    Tensor kept = beta == 0 ? self.zero_() : beta == 1 ? self : self.mul_(number(self, beta));
    return kept.add_(scaled(product, alpha));
  }

  /** The sum, written over the tensor, which outside of a graph takes the product's shape. */
  public static Tensor sumResized(Tensor self, Tensor product, double beta, double alpha) {
    if (self.layout().sameShape(product.layout()) || Recording.isNeeded(self, product)) {
      return sumInPlace(self, product, beta, alpha);
    }
    Tensor sum = sum(self, product, beta, alpha);
    self.relocate(sum.storage().succeeding(self.version()), sum.layout());
    return self;
  }

  private static Tensor scaled(Tensor tensor, double factor) {
    return factor == 1 ? tensor : tensor.mul(number(tensor, factor));
  }

  /** A weight of the tensor's own type, so that it does not promote. */
  private static Tensor number(Tensor tensor, double value) {
    return Tensor.tensor(value, tensor.dtype());
  }
}
