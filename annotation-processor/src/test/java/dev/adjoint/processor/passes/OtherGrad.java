package dev.adjoint.processor.passes;

import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.List;

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

  record ProductOfAllGradients(Tensor[] all) {}

  record ProductOfAllJvp(Tensor value, Tensor tangent) {}

  record PowersGradients(List<Tensor> bases) {}

  record PowersJvp(List<Tensor> value, List<Tensor> tangent) {}

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

  /** Of two tensors. */
  static ProductOfAllGradients productOfAllBackward(Tensor[] all, Tensor gradOutput) {
    return new ProductOfAllGradients(new Tensor[] {gradOutput.mul(all[1]), gradOutput.mul(all[0])});
  }

  static ProductOfAllJvp productOfAllJvp(Tensor[] all, Tensor[] allTangent) {
    return new ProductOfAllJvp(
        Other.productOfAll(all), all[1].mul(allTangent[0]).add(all[0].mul(allTangent[1])));
  }

  static PowersGradients powersBackward(List<Tensor> bases, List<Tensor> gradOutput) {
    Tensor square = twice(gradOutput.get(1).mul(bases.getFirst()));
    return new PowersGradients(Arrays.asList(gradOutput.get(0).add(square), null));
  }

  static PowersJvp powersJvp(List<Tensor> bases, List<Tensor> basesTangent) {
    Tensor tangent = basesTangent.getFirst();
    return new PowersJvp(
        Other.powers(bases), List.of(tangent, twice(bases.getFirst().mul(tangent))));
  }

  static BackwardOnlyGradients backwardOnlyBackward(Tensor x, Tensor gradOutput) {
    return new BackwardOnlyGradients(twice(gradOutput.mul(x)));
  }
}
