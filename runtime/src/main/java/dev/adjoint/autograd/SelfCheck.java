package dev.adjoint.autograd;

/**
 * Compares generated derivatives with differences of values, and with each other. For generated
 * code.
 */
public final class SelfCheck {

  /** A number computed from a vector. */
  @FunctionalInterface
  public interface Measure {

    /**
     * Computes the number.
     *
     * @param vector the vector
     * @return the number
     * @throws Exception where the method that is checked does
     */
    double of(double[] vector) throws Exception;
  }

  private static final double TOLERANCE = 1e-6;
  private static final double MOST_UNCERTAIN = 1e-3;

  private final String method;
  private final double[] gradient;
  private final double step;

  private SelfCheck(String method, double[] gradient, double step) {
    this.method = method;
    this.gradient = gradient;
    this.step = step;
  }

  /**
   * Begins the check of a method at a point.
   *
   * @param method the call, for messages
   * @param gradient the gradient that the backward method gives, as one vector
   * @param isFloat whether a float is among the parameters or the result
   * @return the check
   */
  public static SelfCheck of(String method, double[] gradient, boolean isFloat) {
    return new SelfCheck(method, gradient, isFloat ? 1e-2 : 1e-4);
  }

  /**
   * Compares the gradient with central differences of two step sizes, extrapolated (Richardson); by
   * how much the two differ tells how far they can be trusted. At a kink they cannot, and nothing
   * is compared.
   *
   * @param value the method's value where the point is moved along a vector
   * @return this
   * @throws AssertionError where they disagree, with both numbers
   */
  public SelfCheck againstDifferences(Measure value) {
    for (int i = 0; i < gradient.length; i++) {
      double coarse = difference(value, i, step);
      double fine = difference(value, i, step / 2);
      double best = fine + (fine - coarse) / 3;
      double scale = Math.max(1, Math.abs(best));
      double doubt = Math.abs(fine - coarse) + step * TOLERANCE / 1e-4 * scale;
      boolean isSmooth = doubt < MOST_UNCERTAIN * scale * step / 1e-4;
      if (isSmooth && !(Math.abs(gradient[i] - best) <= doubt)) {
        throw new AssertionError(
            "%s: the derivative by number %d is %s, differences of values give %s"
                .formatted(method, i, gradient[i], best));
      }
    }
    return this;
  }

  /**
   * Compares the method with the copy of it that takes the parts of its objects, which the other
   * comparisons call.
   *
   * @param own the method's value at the point
   * @param copy the value of the copy there
   * @return this
   * @throws AssertionError where they disagree, with both numbers
   */
  public SelfCheck againstMethod(Measure own, Measure copy) {
    double[] nowhere = new double[gradient.length];
    double expected = Unchecked.call(() -> own.of(nowhere));
    double got = Unchecked.call(() -> copy.of(nowhere));
    double bound = TOLERANCE * step / 1e-4 * Math.max(1, Math.abs(expected));
    if (Double.compare(expected, got) != 0 && !(Math.abs(expected - got) <= bound)) {
      throw new AssertionError(
          "%s: the method yields %s, its copy in generated code %s"
              .formatted(method, expected, got));
    }
    return this;
  }

  private double difference(Measure value, int place, double h) {
    double[] by = new double[gradient.length];
    by[place] = h;
    double above = Unchecked.call(() -> value.of(by));
    by[place] = -h;
    return (above - Unchecked.call(() -> value.of(by))) / (2 * h);
  }

  /**
   * Compares the gradient with forward mode, number by number.
   *
   * @param tangent the tangent of the method's value in a direction
   * @return this
   * @throws AssertionError where they disagree, with both numbers
   */
  public SelfCheck againstForwardMode(Measure tangent) {
    for (int i = 0; i < gradient.length; i++) {
      double[] direction = new double[gradient.length];
      direction[i] = 1;
      double got = Unchecked.call(() -> tangent.of(direction));
      double bound = TOLERANCE * step / 1e-4 * Math.max(1, Math.abs(gradient[i]));
      boolean isSame = Double.compare(got, gradient[i]) == 0;
      if (!isSame && !(Math.abs(got - gradient[i]) <= bound)) {
        throw new AssertionError(
            "%s: the derivative by number %d is %s in reverse mode, %s in forward mode"
                .formatted(method, i, gradient[i], got));
      }
    }
    return this;
  }

  /**
   * One number for an array of results: a sum in which each has a weight of its own.
   *
   * @param results the results
   * @return the weighted sum
   */
  public static double weighted(double[] results) {
    double sum = 0;
    for (int i = 0; i < results.length; i++) {
      sum += weight(i) * results[i];
    }
    return sum;
  }

  /**
   * The weights of that sum.
   *
   * @param count how many results there are
   * @return a weight for each
   */
  public static double[] weights(int count) {
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = weight(i);
    }
    return weights;
  }

  private static double weight(int index) {
    return 1 - 0.37 * (index % 5);
  }
}
