package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Ctc;
import java.util.Arrays;

/** Refusals of what cannot be aligned. */
final class CtcChecks {

  private static final String WHERE = " (while checking arguments for ctc_loss_allocate_outputs)";

  private CtcChecks() {}

  static void check(
      Tensor logProbs, Tensor targets, long[] inputLengths, long[] targetLengths, Ctc options) {
    require(
        logProbs.dim() == 3,
        "Expected 3-dimensional tensor, but got %d-dimensional tensor for argument #1 'log_probs'"
                .formatted(logProbs.dim())
            + WHERE);
    require(logProbs.dtype().isFloatingPoint(), "log_probs has to be a floating tensor");
    require(logProbs.numel() > 0, "log_probs tensor must not be empty");
    long batch = logProbs.size(1);
    long classes = logProbs.size(2);
    require(options.blank() >= 0 && options.blank() < classes, "blank must be in label range");
    require(inputLengths.length == batch, "input_lengths must be of size batch_size");
    require(targetLengths.length == batch, "target_lengths must be of size batch_size");
    for (long length : inputLengths) {
      requireLength("input_lengths", length);
      require(
          length <= logProbs.size(0),
          "Expected input_lengths to have value at most %d, but got value %d"
                  .formatted(logProbs.size(0), length)
              + WHERE);
    }
    for (long length : targetLengths) {
      requireLength("target_lengths", length);
    }
    checkTargets(targets, targetLengths, classes);
  }

  private static void requireLength(String name, long length) {
    require(
        length >= 0,
        "Expected %s to have value at least 0, but got value %d".formatted(name, length) + WHERE);
  }

  private static void checkTargets(Tensor targets, long[] lengths, long classes) {
    long longest = Arrays.stream(lengths).max().orElse(0);
    if (targets.dim() == 2) {
      require(
          targets.size(0) == lengths.length,
          "Expected tensor to have size %d at dimension 0, but got size %d for argument #2 'targets'"
                  .formatted(lengths.length, targets.size(0))
              + WHERE);
      require(
          targets.size(1) >= longest,
          "Expected tensor to have size at least %d at dimension 1, but got size %d for argument #2 'targets'"
                  .formatted(longest, targets.size(1))
              + WHERE);
    } else {
      long all = Arrays.stream(lengths).sum();
      require(
          targets.dim() == 1 && targets.numel() == all,
          "Expected tensor to have size %d at dimension 0, but got size %d for argument #2 'targets'"
                  .formatted(all, targets.numel())
              + WHERE);
    }
    for (long label : targets.toLong().reshape(-1).toLongArray()) {
      require(
          label < classes,
          "Expected targets to be classes below %d, but got %d".formatted(classes, label));
    }
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }
}
