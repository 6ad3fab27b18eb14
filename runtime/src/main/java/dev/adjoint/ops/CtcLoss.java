package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.RefusingNode;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.kernels.CtcPaths;
import dev.adjoint.kernels.Layout;
import dev.adjoint.nn.Ctc;
import dev.adjoint.nn.Reduction;
import java.util.Arrays;

/**
 * Connectionist temporal classification of a batch.
 *
 * @param sizes steps, batch, classes
 * @param targets the labels of each sequence
 * @param inputLengths the number of steps of each sequence
 * @param options the blank, and what becomes of infinite losses
 */
record CtcLoss(int[] sizes, int[][] targets, long[] inputLengths, Ctc options) {

  /** The losses of a batch. */
  static Tensor of(
      Tensor logProbs, Tensor targets, long[] inputLengths, long[] targetLengths, Ctc options) {
    if (logProbs.dim() == 2) {
      Tensor loss =
          of(logProbs.unsqueeze(1), targets, inputLengths, targetLengths, single(options));
      return options.reduction() == Reduction.NONE
          ? loss.squeeze(0)
          : reduced(loss, targetLengths, options);
    }
    CtcChecks.check(logProbs, targets, inputLengths, targetLengths, options);
    int[][] labels = labels(targets, targetLengths);
    CtcLoss loss = new CtcLoss(logProbs.layout().sizes(), labels, inputLengths, options);
    return reduced(loss.losses(logProbs), targetLengths, options);
  }

  private static Ctc single(Ctc options) {
    return options.withReduction(Reduction.NONE);
  }

  private static Tensor reduced(Tensor losses, long[] targetLengths, Ctc options) {
    return switch (options.reduction()) {
      case NONE -> losses;
      case SUM -> losses.sum();
      case MEAN -> {
        double[] lengths = Arrays.stream(targetLengths).mapToDouble(n -> Math.max(1, n)).toArray();
        yield losses.div(Tensor.tensor(lengths, losses.dtype())).mean();
      }
    };
  }

  /** Rows of a matrix, or parts of one sequence. */
  private static int[][] labels(Tensor targets, long[] lengths) {
    long[] all = targets.toLong().reshape(-1).toLongArray();
    int[][] labels = new int[lengths.length][];
    int start = 0;
    for (int n = 0; n < labels.length; n++) {
      int from = targets.dim() == 2 ? n * (int) targets.size(1) : start;
      long[] own = Arrays.copyOfRange(all, from, from + (int) lengths[n]);
      labels[n] = Arrays.stream(own).mapToInt(Math::toIntExact).toArray();
      start += labels[n].length;
    }
    return labels;
  }

  private Tensor losses(Tensor logProbs) {
    double[] logs = Dense.doubles(logProbs, Broadcast.dense(logProbs.layout()));
    double[] losses = new double[targets.length];
    for (int n = 0; n < losses.length; n++) {
      double loss = paths(logs, n).loss();
      losses[n] = options.zeroesInfinity() && Double.isInfinite(loss) ? 0 : loss;
    }
    Tensor result = Tensor.tensor(losses, logProbs.dtype());
    return Recording.isNeeded(logProbs)
        ? new UnaryNode("CtcLossBackward0", Reads.SELF, (g, s, r) -> gradient(g, s), logProbs)
            .record(result)
        : result;
  }

  private CtcPaths paths(double[] logs, int n) {
    int[] states = new int[2 * targets[n].length + 1];
    Arrays.fill(states, options.blank());
    for (int i = 0; i < targets[n].length; i++) {
      states[2 * i + 1] = targets[n][i];
    }
    int steps = Math.toIntExact(inputLengths[n]);
    return new CtcPaths(logs, n * sizes[2], sizes[1] * sizes[2], steps, states);
  }

  /** What a preceding log-softmax needs; as in PyTorch it has no derivative of its own. */
  private Tensor gradient(Tensor gradOutput, Tensor logProbs) {
    Layout shape = Layout.dense(sizes);
    double[] logs = Dense.doubles(logProbs, shape);
    double[] factors = (double[]) Dense.copy(gradOutput, DType.FLOAT64);
    double[] gradient = new double[shape.count()];
    for (int n = 0; n < targets.length; n++) {
      CtcPaths paths = paths(logs, n);
      if (!options.zeroesInfinity() || !Double.isInfinite(paths.loss())) {
        paths.addGradient(factors[n], sizes[2], gradient);
      }
    }
    Tensor result = Dense.tensor(gradient, DType.FLOAT64, shape).to(logProbs.dtype());
    return Recording.isNeeded(gradOutput, logProbs)
        ? Recording.attach(result, new RefusingNode("_ctc_loss_backward", gradOutput, logProbs))
        : result;
  }
}
