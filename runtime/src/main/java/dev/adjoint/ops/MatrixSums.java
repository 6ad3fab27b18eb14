package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavingNode;
import java.util.Objects;

/** Weighted sums of a tensor and a product. */
public final class MatrixSums {

  private MatrixSums() {}

  /** {@code beta self + alpha product}. */
  public static Tensor sum(Tensor self, Tensor product, double beta, double alpha) {
    Kernels.same(
        self.dtype(),
        product.dtype(),
        "self and mat2 must have the same dtype, but got %s and %s"
            .formatted(self.dtype().title(), product.dtype().title()));
    Tensor scaled = scaled(product, alpha);
    return beta == 0 ? scaled : scaled(self, beta).expand(product.shape()).add(scaled);
  }

  /** The sum of the products of two batches, in their type. */
  public static Tensor total(Tensor batch1, Tensor batch2) {
    return batch1.bmm(batch2).sum(0).to(batch1.dtype());
  }

  /** {@code beta self + alpha mat1 mat2}, as one node. */
  public static Tensor addmm(Tensor self, Tensor mat1, Tensor mat2, double beta, double alpha) {
    if (self.dtype() != mat2.dtype()) {
      throw new IllegalArgumentException(
          "self and mat2 must have the same dtype, but got %s and %s"
              .formatted(self.dtype().title(), mat2.dtype().title()));
    }
    Tensor result;
    try (var _ = GradMode.valuesOnly()) {
      result = sum(self, mat1.mm(mat2), beta, alpha);
    }
    if (!Recording.isNeeded(new Tensor[] {self, mat1, mat2})) {
      return result;
    }
    long[] shape = self.shape();
    SavingNode.Derivative derivative =
        (g, saved, input) ->
            switch (input) {
              case 0 -> scaled(Objects.requireNonNull(g[0]).sumToSize(shape), beta);
              case 1 -> scaled(Objects.requireNonNull(g[0]).mm(saved[1].t()), alpha);
              default -> scaled(saved[0].t().mm(Objects.requireNonNull(g[0])), alpha);
            };
    Tensor[] kept = {keptFor(mat2, mat1), keptFor(mat1, mat2)};
    Tensor[] operands = {self, mat1, mat2};
    return Recording.attach(
        result, new SavingNode("AddmmBackward0", 1, derivative, operands, kept));
  }

  /** A factor, if the gradient of the other one is going to read it. */
  private static Tensor keptFor(Tensor other, Tensor factor) {
    return Recording.isNeeded(other) ? factor : Tensor.empty(factor.dtype(), 0);
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
