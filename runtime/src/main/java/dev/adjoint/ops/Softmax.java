package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.SoftmaxDerivatives;

/** Exponentials normalised along a dimension, and their logarithm. */
public final class Softmax {
  private Softmax() {}

  /** Exponentials that add up to one along a dimension. */
  public static Tensor softmax(Tensor self, int dim) {
    Tensor shifted = shifted(self, dim).exp_();
    Tensor result = shifted.div_(shifted.sum(dim, true));
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
    Tensor shifted = shifted(self, dim);
    Tensor result = shifted.sub(shifted.exp().sum(dim, true).log());
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "LogSoftmaxBackward0",
                Reads.RESULT,
                (g, s, r) -> SoftmaxDerivatives.logSoftmaxInput(g, r, dim),
                self)
            .record(result)
        : result;
  }

  /** A fresh tensor: the elements less the largest of their row. */
  private static Tensor shifted(Tensor self, int dim) {
    Tensor input = Conversions.detach(self);
    boolean empty = self.numel() == 0;
    return empty ? input.clone() : input.sub(Extrema.amax(input, new int[] {dim}, true));
  }
}
