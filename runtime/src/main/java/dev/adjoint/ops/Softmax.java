package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.SoftmaxDerivatives;
import dev.adjoint.kernels.FloatSoftmax;
import dev.adjoint.kernels.Layout;

/** Exponentials normalised along a dimension, and their logarithm. */
public final class Softmax {
  private Softmax() {}

  private static void requireFloating(String name, Tensor self, int dim) {
    boolean isLast = Views.dimension(dim, self.dim()) >= self.dim() - 1;
    if (!self.dtype().isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"%s_%s_impl\" not implemented for '%s'"
              .formatted(name, isLast ? "lastdim_kernel" : "kernel", self.dtype().title()));
    }
  }

  /** Exponentials that add up to one along a dimension. */
  public static Tensor softmax(Tensor self, int dim) {
    requireFloating("softmax", self, dim);
    Tensor result = isRowwise(self, dim) ? rows(self, false) : softmaxAlong(self, dim);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "SoftmaxBackward0",
                Reads.RESULT,
                (g, s, r) -> SoftmaxDerivatives.softmaxInput(g, r, dim),
                self)
            .record(result)
        : result;
  }

  /** The logarithm of the softmax, computed without overflow. */
  public static Tensor logSoftmax(Tensor self, int dim) {
    requireFloating("log_softmax", self, dim);
    Tensor result = isRowwise(self, dim) ? rows(self, true) : logSoftmaxAlong(self, dim);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "LogSoftmaxBackward0",
                Reads.RESULT,
                (g, s, r) -> SoftmaxDerivatives.logSoftmaxInput(g, r, dim),
                self)
            .record(result)
        : result;
  }

  private static boolean isRowwise(Tensor self, int dim) {
    int rank = self.dim();
    return self.dtype() == DType.FLOAT32
        && self.numel() > 0
        && rank > 0
        && Views.dimension(dim, rank) == rank - 1;
  }

  private static Tensor rows(Tensor self, boolean isLogarithm) {
    Layout shape = Broadcast.dense(self.layout());
    int columns = shape.sizes()[shape.rank() - 1];
    int n = shape.count();
    FloatSoftmax kernel = new FloatSoftmax(Dense.floats(self, shape), n / columns, columns);
    float[] values = isLogarithm ? kernel.logSoftmax(n) : kernel.softmax(n);
    return Dense.tensor(values, DType.FLOAT32, shape);
  }

  private static Tensor softmaxAlong(Tensor self, int dim) {
    Tensor shifted = shifted(self, dim).exp_();
    return shifted.div_(shifted.sum(dim, true));
  }

  private static Tensor logSoftmaxAlong(Tensor self, int dim) {
    Tensor shifted = shifted(self, dim);
    return shifted.sub(shifted.exp().sum(dim, true).log());
  }

  /** A fresh tensor: the elements less the largest of their row. */
  private static Tensor shifted(Tensor self, int dim) {
    Tensor input = Conversions.detach(self);
    boolean empty = self.numel() == 0;
    return empty ? input.clone() : input.sub(Extrema.amax(input, new int[] {dim}, true));
  }
}
