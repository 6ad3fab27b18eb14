package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.positive;
import static dev.adjoint.derivatives.Samples.sample;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import dev.adjoint.nn.Reduction;
import java.util.List;

/** Arguments of losses of probabilities. */
final class LossSamples {

  private LossSamples() {}

  static List<Sample> all() {
    Tensor input = positive(2, 3).detach().div(5).requiresGrad_();
    Tensor target = positive(3, 2).detach().reshape(2, 3).div(6).requiresGrad_();
    return List.of(
        sample("binaryCrossEntropy", input, target),
        sample("binaryCrossEntropy", input, target, Reduction.SUM),
        sample("binaryCrossEntropy", input, target, Reduction.NONE));
  }
}
