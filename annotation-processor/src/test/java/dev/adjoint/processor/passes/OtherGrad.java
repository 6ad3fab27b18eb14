package dev.adjoint.processor.passes;

import dev.adjoint.Tensor;
import java.util.Arrays;

/** What a compilation generated for {@link Other}. */
@SuppressWarnings("unused") // called by functions in IR
final class OtherGrad {
  private OtherGrad() {}

  record ProductGradients(double x, double y) {}

  record ProductJvp(double value, double tangent) {}

  record SquaresGradients(double[] x) {}

  record SquaresJvp(double value, double tangent) {}

  record SquareGradients(Tensor x) {}

  record SquareJvp(Tensor value, Tensor tangent) {}

  record BackwardOnlyGradients(Tensor x) {}

  static ProductGradients productBackward(double x, double k, double y, double gradOutput) {
    return new ProductGradients(gradOutput * k * y * y, gradOutput * 2 * x * k * y);
  }

  static ProductJvp productJvp(double x, double k, double y, double xTangent, double yTangent) {
    return new ProductJvp(Other.product(x, k, y), k * y * y * xTangent + 2 * x * k * y * yTangent);
  }

  static SquaresGradients squaresBackward(double[] x, double gradOutput) {
    return new SquaresGradients(Arrays.stream(x).map(each -> 2 * gradOutput * each).toArray());
  }

  static SquaresJvp squaresJvp(double[] x, double[] xTangent) {
    return new SquaresJvp(Other.squares(x), 2 * Numbers.dot(x, xTangent));
  }

  static SquareGradients squareBackward(Tensor x, Tensor gradOutput) {
    return new SquareGradients(twice(gradOutput.mul(x)));
  }

  static SquareJvp squareJvp(Tensor x, Tensor xTangent) {
    return new SquareJvp(Other.square(x), twice(x.mul(xTangent)));
  }

  private static Tensor twice(Tensor x) {
    return x.add(x);
  }

  static BackwardOnlyGradients backwardOnlyBackward(Tensor x, Tensor gradOutput) {
    return new BackwardOnlyGradients(twice(gradOutput.mul(x)));
  }
}
