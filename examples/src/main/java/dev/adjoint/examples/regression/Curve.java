package dev.adjoint.examples.regression;

/**
 * A model to fit, with its derivative.
 *
 * @param name the data set it describes
 * @param model its value at parameters {@code b} and predictor {@code x}
 * @param gradient the derivatives of that value with respect to each of {@code b}
 */
record Curve(String name, Model model, Gradient gradient) {

  /** A differentiable method. */
  interface Model {
    double at(double[] b, double x);
  }

  /** Its generated gradient. */
  interface Gradient {
    double[] at(double[] b, double x);
  }
}
