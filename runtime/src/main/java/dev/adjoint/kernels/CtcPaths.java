package dev.adjoint.kernels;

import java.util.Arrays;

/**
 * All alignments of a sequence of labels to a sequence of steps, blanks between them; Graves et
 * al., 2006. Everything is in logarithms.
 */
public final class CtcPaths {
  private final double[] logs;
  private final int from;
  private final int stride;
  private final int steps;
  private final int[] states;

  /**
   * One sequence.
   *
   * @param logs logarithms of probabilities, one row for each step
   * @param from where the first row starts
   * @param stride the distance from one row to the next
   * @param steps the number of steps
   * @param states the labels, with blanks before, between and after them
   */
  public CtcPaths(double[] logs, int from, int stride, int steps, int[] states) {
    this.logs = logs;
    this.from = from;
    this.stride = stride;
    this.steps = steps;
    this.states = states;
  }

  /**
   * Minus the logarithm of the probability of the labels.
   *
   * @return the loss; infinite if there are too few steps
   */
  public double loss() {
    return steps == 0 ? lossWithoutSteps() : lossOf(forward());
  }

  private double lossWithoutSteps() {
    return states.length == 1 ? 0 : Double.POSITIVE_INFINITY;
  }

  private double lossOf(double[][] alpha) {
    double[] last = alpha[steps - 1];
    int end = states.length - 1;
    return -(end == 0 ? last[0] : sum(last[end], last[end - 1]));
  }

  /** For each step and state the probability of all ways to be there. */
  private double[][] forward() {
    double[][] alpha = new double[steps][states.length];
    Arrays.fill(alpha[0], Double.NEGATIVE_INFINITY);
    for (int s = 0; s < Math.min(2, states.length); s++) {
      alpha[0][s] = log(0, s);
    }
    for (int t = 1; t < steps; t++) {
      for (int s = 0; s < states.length; s++) {
        double ways = sum(alpha[t - 1][s], s > 0 ? alpha[t - 1][s - 1] : Double.NEGATIVE_INFINITY);
        alpha[t][s] = log(t, s) + (mayFollow(s) ? sum(ways, alpha[t - 1][s - 2]) : ways);
      }
    }
    return alpha;
  }

  /** For each step and state the probability of all ways to go on from there. */
  private double[][] backward() {
    double[][] beta = new double[steps][states.length];
    int end = states.length - 1;
    Arrays.fill(beta[steps - 1], Double.NEGATIVE_INFINITY);
    for (int s = end; s >= Math.max(0, end - 1); s--) {
      beta[steps - 1][s] = log(steps - 1, s);
    }
    for (int t = steps - 2; t >= 0; t--) {
      for (int s = end; s >= 0; s--) {
        double ways = sum(beta[t + 1][s], s < end ? beta[t + 1][s + 1] : Double.NEGATIVE_INFINITY);
        boolean skips = s + 2 <= end && mayFollow(s + 2);
        beta[t][s] = log(t, s) + (skips ? sum(ways, beta[t + 1][s + 2]) : ways);
      }
    }
    return beta;
  }

  /** Whether a state may follow the last but one: a blank must part equal labels. */
  private boolean mayFollow(int state) {
    return state >= 2 && state % 2 == 1 && states[state] != states[state - 2];
  }

  private double log(int step, int state) {
    return logs[from + step * stride + states[state]];
  }

  private static double sum(double a, double b) {
    double larger = Math.max(a, b);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log(Math.exp(a - larger) + Math.exp(b - larger));
  }

  /**
   * Adds the gradient of the loss: the probability of a label at a step, less its share in the
   * alignments. It is the gradient with respect to what a softmax turned into the probabilities.
   *
   * @param factor the gradient of the loss
   * @param classes the number of labels, blank included
   * @param gradient receives it, laid out as the logarithms
   */
  public void addGradient(double factor, int classes, double[] gradient) {
    if (steps == 0) {
      return;
    }
    double[][] alpha = forward();
    double[][] beta = backward();
    double loss = lossOf(alpha);
    double[] shares = new double[classes];
    for (int t = 0; t < steps; t++) {
      Arrays.fill(shares, Double.NEGATIVE_INFINITY);
      for (int s = 0; s < states.length; s++) {
        shares[states[s]] = sum(shares[states[s]], alpha[t][s] + beta[t][s]);
      }
      for (int c = 0; c < classes; c++) {
        int at = from + t * stride + c;
        gradient[at] += factor * (Math.exp(logs[at]) - Math.exp(shares[c] + loss - logs[at]));
      }
    }
  }
}
