package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/**
 * The product of tensors of any rank from 1: composed of vector, matrix and batch products and of
 * views, so that it needs no derivative of its own.
 */
public final class Matmul {
  private Matmul() {}

  /** The product over the last dimension of the first and the last but one of the second. */
  public static Tensor matmul(Tensor self, Tensor other) {
    int a = self.dim();
    int b = other.dim();
    if (a == 0 || b == 0) {
      throw new IllegalArgumentException(
          "both arguments to matmul need to be at least 1D, but they are %dD and %dD"
              .formatted(a, b));
    }
    if (a == 1 && b == 1) {
      return Products.dot(self, other);
    }
    if (a == 2 && b == 1) {
      return Products.mv(self, other);
    }
    if (a == 1 && b == 2) {
      return Views.squeeze(Products.mm(Views.unsqueeze(self, 0), other), 0, "SqueezeBackward4");
    }
    if (a == 2 && b == 2) {
      return Products.mm(self, other);
    }
    return batched(self, other);
  }

  private static Tensor batched(Tensor self, Tensor other) {
    if (self.dim() == 1) {
      return Views.squeeze(batched(Views.unsqueeze(self, 0), other), -2);
    }
    if (other.dim() == 1) {
      return Views.squeeze(batched(self, Views.unsqueeze(other, 1)), -1);
    }
    if (other.dim() == 2) {
      return folded(self, other);
    }
    int[] left = self.layout().sizes();
    int[] right = other.layout().sizes();
    int[] batch = Broadcast.of(batchOf(left), batchOf(right)).sizes();
    int count = Layout.countOf(batch);
    int m = left[left.length - 2];
    int k = left[left.length - 1];
    int k2 = right[right.length - 2];
    int n = right[right.length - 1];
    Tensor a = Views.reshape(Views.expand(self, shape(batch, m, k)), count, m, k);
    Tensor b = Views.reshape(Views.expand(other, shape(batch, k2, n)), count, k2, n);
    return Views.unsafeView(Products.bmm(a, b), dense(batch, m, n));
  }

  /** A batch of matrices times one matrix: one product of stacked rows. */
  private static Tensor folded(Tensor self, Tensor other) {
    int[] left = self.layout().sizes();
    int k = left[left.length - 1];
    int rows = 1;
    for (int d = 0; d < left.length - 1; d++) {
      rows *= left[d];
    }
    Tensor product = Products.mm(Views.reshape(self, rows, k), other);
    int[] sizes = left.clone();
    sizes[sizes.length - 1] = other.layout().sizes()[1];
    return Views.unsafeView(product, Layout.dense(sizes));
  }

  private static Layout batchOf(int[] sizes) {
    return Layout.dense(Arrays.copyOf(sizes, sizes.length - 2));
  }

  private static Layout dense(int[] batch, int rows, int columns) {
    return Layout.dense(Creation.sizes(shape(batch, rows, columns)));
  }

  private static long[] shape(int[] batch, int rows, int columns) {
    long[] shape = Arrays.copyOf(Views.toLongs(batch), batch.length + 2);
    shape[batch.length] = rows;
    shape[batch.length + 1] = columns;
    return shape;
  }
}
