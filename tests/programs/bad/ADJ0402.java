import dev.adjoint.Differentiable;

final class Model {
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;
    final double value;

    Found(double value) {
      this.value = value;
    }
  }

  @Differentiable
  static double f(double x) {
    try {
      throw new Found(x * x); // error: [ADJ0402]
    } catch (Found found) {
      return found.value + x;
    }
  }
}
