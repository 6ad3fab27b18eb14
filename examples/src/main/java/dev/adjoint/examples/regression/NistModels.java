package dev.adjoint.examples.regression;

import dev.adjoint.Differentiable;

/**
 * The models of the data sets, as NIST states them: {@code b} holds the parameters, {@code x} is
 * the predictor. Each has its gradient with respect to {@code b} in {@code NistModelsGrad}.
 */
final class NistModels {

  private NistModels() {}

  @Differentiable(wrt = "b")
  static double boxBod(double[] b, double x) {
    return b[0] * (1 - Math.exp(-b[1] * x));
  }

  @Differentiable(wrt = "b")
  static double chwirut(double[] b, double x) {
    return Math.exp(-b[0] * x) / (b[1] + b[2] * x);
  }

  @Differentiable(wrt = "b")
  static double eckerle(double[] b, double x) {
    double z = (x - b[2]) / b[1];
    return b[0] / b[1] * Math.exp(-0.5 * z * z);
  }

  /** Three cycles, of 12 months and of two fitted lengths. */
  @Differentiable(wrt = "b")
  static double enso(double[] b, double x) {
    double turn = 2 * Math.PI * x;
    double annual = b[1] * Math.cos(turn / 12) + b[2] * Math.sin(turn / 12);
    double first = b[4] * Math.cos(turn / b[3]) + b[5] * Math.sin(turn / b[3]);
    double second = b[7] * Math.cos(turn / b[6]) + b[8] * Math.sin(turn / b[6]);
    return b[0] + annual + first + second;
  }

  @Differentiable(wrt = "b")
  static double gauss(double[] b, double x) {
    double left = (x - b[3]) / b[4];
    double right = (x - b[6]) / b[7];
    return b[0] * Math.exp(-b[1] * x)
        + b[2] * Math.exp(-left * left)
        + b[5] * Math.exp(-right * right);
  }

  @Differentiable(wrt = "b")
  static double hahn(double[] b, double x) {
    double above = b[0] + b[1] * x + b[2] * x * x + b[3] * x * x * x;
    double below = 1 + b[4] * x + b[5] * x * x + b[6] * x * x * x;
    return above / below;
  }

  @Differentiable(wrt = "b")
  static double kirby(double[] b, double x) {
    return (b[0] + b[1] * x + b[2] * x * x) / (1 + b[3] * x + b[4] * x * x);
  }

  /** A sum of exponentials: amplitudes and rates alternate in {@code b}. */
  @Differentiable(wrt = "b")
  static double lanczos(double[] b, double x) {
    double sum = 0;
    for (int i = 0; i < b.length; i += 2) {
      sum += b[i] * Math.exp(-b[i + 1] * x);
    }
    return sum;
  }

  @Differentiable(wrt = "b")
  static double mgh09(double[] b, double x) {
    return b[0] * (x * x + x * b[1]) / (x * x + x * b[2] + b[3]);
  }

  @Differentiable(wrt = "b")
  static double misra(double[] b, double x) {
    return b[0] * (1 - Math.exp(-b[1] * x));
  }

  @Differentiable(wrt = "b")
  static double rat43(double[] b, double x) {
    return b[0] / Math.pow(1 + Math.exp(b[1] - b[2] * x), 1 / b[3]);
  }

  /** A cubic over a cubic, both by Horner's rule: numerator b0 to b3, denominator 1, b4 to b6. */
  @Differentiable(wrt = "b")
  static double thurber(double[] b, double x) {
    double above = 0;
    double below = 0;
    for (int power = 3; power >= 1; power--) {
      above = (above + b[power]) * x;
      below = (below + b[power + 3]) * x;
    }
    return (b[0] + above) / (1 + below);
  }
}
