package dev.adjoint.processor.passes;

import dev.adjoint.Tensor;
import java.util.Arrays;

/** Methods that an earlier compilation differentiated; {@link OtherGrad} is what it generated. */
@SuppressWarnings("unused") // called by functions in IR
final class Other {
  private Other() {}

  static double product(double x, double k, double y) {
    return x * k * y * y;
  }

  static double squares(double[] x) {
    return Arrays.stream(x).map(each -> each * each).sum();
  }

  static Tensor square(Tensor x) {
    return x.mul(x);
  }

  static Tensor backwardOnly(Tensor x) {
    return x.mul(x);
  }
}
