package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.LossDerivatives;
import dev.adjoint.nn.Reduction;
import java.util.Arrays;

/** Loss functions: values composed with recording off, one node each. */
public final class Losses {
  /** The class that counts as no class. */
  public static final long IGNORED = -100;

  private Losses() {}

  /** Squared differences, reduced. */
  public static Tensor mseLoss(Tensor input, Tensor target, Reduction reduction) {
    Tensor result;
    try (var _ = GradMode.set(false)) {
      result = reduction.of(input.sub(target).square());
    }
    if (!Recording.isNeeded(input, target)) {
      return result;
    }
    Partial forInput =
        new Partial(
            Reads.OPERANDS,
            (g, self, other, r) -> LossDerivatives.mseLossInput(g, self, other, reduction));
    Partial forTarget =
        new Partial(
            Reads.OPERANDS,
            (g, self, other, r) -> LossDerivatives.mseLossTarget(g, self, other, reduction));
    return new BinaryNode("MseLossBackward0", forInput, forTarget, input, target).record(result);
  }

  /** Binary cross entropy of the sigmoid of logits: {@code max(x,0) - x t + log(1 + exp(-|x|))}. */
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor input, Tensor target, Reduction reduction) {
    if (!input.layout().sameShape(target.layout())) {
      throw new IllegalArgumentException(
          "Target size (torch.Size(%s)) must be the same as input size (torch.Size(%s))"
              .formatted(Arrays.toString(target.shape()), Arrays.toString(input.shape())));
    }
    Tensor result;
    try (var _ = GradMode.set(false)) {
      Tensor tail = input.abs().neg_().exp_().log1p_();
      result = reduction.of(input.relu().sub(input.mul(target)).add(tail));
    }
    if (!Recording.isNeeded(input, target)) {
      return result;
    }
    Partial forInput =
        new Partial(
            Reads.OPERANDS,
            (g, self, other, r) -> LossDerivatives.logitsInput(g, self, other, reduction));
    Partial forTarget =
        new Partial(
            Reads.SELF,
            (g, self, other, r) -> LossDerivatives.logitsTarget(g, self, other, reduction));
    String name = "BinaryCrossEntropyWithLogitsBackward0";
    return new BinaryNode(name, forInput, forTarget, input, target).record(result);
  }

  /** Cross entropy from logits, with classes or probabilities as target. */
  public static Tensor crossEntropy(Tensor input, Tensor target, Reduction reduction) {
    int dim = input.dim() == 1 ? 0 : 1;
    Tensor logs = Softmax.logSoftmax(input, dim);
    if (!target.dtype().isFloatingPoint() || !input.layout().sameShape(target.layout())) {
      return nllLoss(logs, target, reduction);
    }
    Tensor losses = logs.mul(target).sum(dim, false).neg();
    return switch (reduction) {
      case NONE -> losses;
      case SUM -> losses.sum();
      case MEAN -> losses.sum().div(input.numel() == 0 ? 0 : input.numel() / input.size(dim));
    };
  }

  /** Negative log likelihood of classes, from log-probabilities. */
  public static Tensor nllLoss(Tensor input, Tensor target, Reduction reduction) {
    checkClasses(input, target);
    Tensor result;
    try (var _ = GradMode.set(false)) {
      Tensor weights = weights(target, input.dtype());
      Tensor losses = picked(input, target).mul(weights).neg();
      result =
          switch (reduction) {
            case NONE -> losses;
            case SUM -> losses.sum();
            case MEAN -> losses.sum().div(weights.sum());
          };
    }
    return Recording.isNeeded(input)
        ? new UnaryNode(
                "NllLossBackward0",
                Reads.NOTHING,
                (g, self, r) -> LossDerivatives.nllLossInput(g, self, target, reduction),
                input)
            .record(result)
        : result;
  }

  private static void checkClasses(Tensor input, Tensor target) {
    if (target.dtype() != DType.INT64 && target.dtype() != DType.UINT8) {
      throw new IllegalArgumentException(
          "expected target dtype to be Long or Byte, but got " + target.dtype().title());
    }
    if (input.dim() > 1 && target.dim() > 0 && input.size(0) != target.size(0)) {
      throw new IllegalArgumentException(
          "Expected input batch_size (%d) to match target batch_size (%d)."
              .formatted(input.size(0), target.size(0)));
    }
    long classes = input.size(input.dim() == 1 ? 0 : 1);
    for (long target1 : target.toLongArray()) {
      if (target1 != IGNORED && (target1 < 0 || target1 >= classes)) {
        throw new IndexOutOfBoundsException("Target " + target1 + " is out of bounds.");
      }
    }
  }

  /** The log-probability of each target; of ignored targets any. */
  private static Tensor picked(Tensor input, Tensor target) {
    int dim = input.dim() == 1 ? 0 : 1;
    return input.gather(dim, places(target, dim)).squeeze(dim);
  }

  /** Targets as indices into the class dimension; ignored ones point at class 0. */
  public static Tensor places(Tensor target, int dim) {
    Tensor ignored = target.eq(IGNORED);
    return Tensor.where(ignored, Tensor.tensor(0L), target.toLong()).unsqueeze(dim);
  }

  /** One for each target that counts, else zero. */
  public static Tensor weights(Tensor target, DType dtype) {
    return target.ne(IGNORED).to(dtype);
  }
}
