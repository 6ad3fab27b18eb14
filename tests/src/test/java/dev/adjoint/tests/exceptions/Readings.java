package dev.adjoint.tests.exceptions;

import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.Tensor;
import java.io.IOException;

/** Methods that declare checked exceptions. */
final class Readings {
  private Readings() {}

  /** What makes a reading useless. */
  static final class Gap extends Exception {
    private static final long serialVersionUID = 1;

    Gap(String message) {
      super(message);
    }
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2,
      check = true)
  static double mean(double[] x, double k) throws Gap, IOException {
    if (x.length == 0) {
      throw new IOException("no readings");
    }
    double sum = 0;
    for (double each : x) {
      sum += part(each, k);
    }
    return sum / x.length;
  }

  private static double part(double x, double k) throws Gap {
    if (Double.isNaN(x)) {
      throw new Gap("not a number");
    }
    return Math.sin(x * k) * x;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double power(double x, int n) throws Gap {
    if (n < 0) {
      throw new Gap("negative");
    }
    return n == 0 ? 1 : x * power(x, n - 1);
  }

  @Differentiable
  static double[] scaled(double[] x, double k) throws Gap {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = kept(x[i], k);
    }
    return y;
  }

  @Checkpoint
  static double kept(double x, double k) throws Gap {
    double y = Readings.limited(x) * k;
    return y * y;
  }

  private static double limited(double x) throws Gap {
    return x > 0 ? Math.sqrt(x) : Math.sin(x);
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor energy(Tensor w, Tensor x) throws Gap {
    Tensor h = checked(w.matmul(x));
    return Unread.bent(h, x).mul(h).sum();
  }

  private static Tensor checked(Tensor x) throws Gap {
    if (x.isnan().any().itemBoolean()) {
      throw new Gap("not a number");
    }
    return x.tanh();
  }

  /** Code that is differentiated by the dynamic graph. */
  static final class Unread {
    private Unread() {}

    static Tensor bent(Tensor a, Tensor b) throws Gap {
      if (a.abs().sum().item() > 1e3) {
        throw new Gap("too large");
      }
      return a.sin().mul(b);
    }
  }
}
