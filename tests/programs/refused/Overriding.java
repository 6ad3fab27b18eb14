import dev.adjoint.Differentiable;

/** Methods that an object of a class further down may not have. */
final class Overriding {

  /** Anyone may extend it. */
  public static class Open {
    double layer(double x) {
      return x * x;
    }

    @Differentiable
    double loss(double x) {
      return layer(x); // error: [ADJ0202]
    }

    final double fixed(double x) {
      return 2 * x;
    }

    @Differentiable
    double finalLoss(double x) {
      return fixed(x);
    }
  }

  /** Extended in the package. */
  static class Extended {
    double layer(double x) {
      return x * x;
    }

    double other(double x) {
      return 3 * x;
    }

    @Differentiable
    double loss(double x) {
      return layer(x) + other(x); // error: [ADJ0202]
    }
  }

  static class Lower extends Extended {
    @Override
    double layer(double x) {
      return x;
    }
  }

  interface Step {
    double at(double x);
  }

  @Differentiable
  static double step(Step step, double x) {
    return step.at(x); // error: [ADJ0202]
  }
}
