import dev.adjoint.Differentiable;

/** Records made, asked and nested. */
final class RecordMethods {
  record Complex(double re, double im) {
    Complex times(Complex other) {
      return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    double norm() {
      return re * re + im * im;
    }
  }

  @Differentiable
  static double recordMethods(double a, double b, int n) {
    Complex z = new Complex(0, 0);
    Complex c = new Complex(a, b);
    for (int i = 0; i < n; i++) {
      Complex square = z.times(z);
      z = new Complex(square.re() + c.re(), square.im() + c.im());
    }
    return z.norm();
  }
}
