package dev.adjoint.processor.passes;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  static Tensor productOfAll(Tensor[] all) {
    return Arrays.stream(all).reduce(Tensor::mul).orElseThrow();
  }

  static List<Tensor> powers(List<Tensor> bases) {
    return new ArrayList<>(List.of(bases.getFirst(), square(bases.getFirst())));
  }

  static Tensor backwardOnly(Tensor x) {
    return x.mul(x);
  }
}
