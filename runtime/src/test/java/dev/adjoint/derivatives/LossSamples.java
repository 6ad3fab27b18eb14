package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.positive;
import static dev.adjoint.derivatives.Samples.sample;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import dev.adjoint.nn.Reduction;
import java.util.List;
import java.util.stream.Stream;

/** Arguments of losses. */
final class LossSamples {

  private LossSamples() {}

  static List<Sample> all() {
    return Stream.of(probabilities(), elements(), classes()).flatMap(List::stream).toList();
  }

  private static List<Sample> probabilities() {
    Tensor input = positive(2, 3).detach().div(5).requiresGrad_();
    Tensor target = positive(3, 2).detach().reshape(2, 3).div(6).requiresGrad_();
    Tensor weight = positive(2, 3).detach();
    Tensor row = positive(3).detach();
    return List.of(
        sample("binaryCrossEntropy", input, target),
        sample("binaryCrossEntropy", input, target, Reduction.SUM),
        sample("binaryCrossEntropy", input, target, Reduction.NONE),
        sample("binaryCrossEntropy", input, target, Reduction.MEAN, weight),
        sample("binaryCrossEntropyWithLogits", mixed(2, 3), target, Reduction.MEAN, weight, row),
        sample("binaryCrossEntropyWithLogits", mixed(2, 3), target, Reduction.NONE, row, weight));
  }

  private static List<Sample> elements() {
    Tensor m = mixed(2, 3);
    Tensor p = positive(2, 3);
    Tensor sides = mixed(3, 2).detach().reshape(2, 3).sign();
    return List.of(
        sample("smoothL1Loss", m, p, Reduction.MEAN, 0.9),
        sample("smoothL1Loss", m, positive(3), Reduction.NONE, 1.1),
        sample("smoothL1Loss", m, p, Reduction.SUM, 0.0),
        sample("huberLoss", m, p, Reduction.MEAN, 0.9),
        sample("huberLoss", m, positive(3), Reduction.NONE, 1.1),
        sample("softMarginLoss", m, sides, Reduction.MEAN),
        sample("softMarginLoss", m, sides, Reduction.NONE));
  }

  private static List<Sample> classes() {
    Tensor m = mixed(2, 3);
    Tensor row = positive(3).detach();
    Tensor classes = Tensor.tensor(new long[] {2, 0});
    Tensor labels = Tensor.tensor(new long[][] {{2, -1, 0}, {0, 1, -1}});
    return List.of(
        sample("nllLoss", m, classes, Reduction.MEAN, row, -100L),
        sample("nllLoss", m, classes, Reduction.NONE, row, 0L),
        sample("multiMarginLoss", m, classes, 1L, 1.0, row, Reduction.MEAN),
        sample("multiMarginLoss", m, classes, 2L, 1.5, row, Reduction.NONE),
        sample("multilabelMarginLoss", m, labels, Reduction.MEAN),
        sample("multilabelMarginLoss", m, labels, Reduction.NONE));
  }
}
