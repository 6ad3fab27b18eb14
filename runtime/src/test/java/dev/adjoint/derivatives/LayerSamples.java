package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.positive;
import static dev.adjoint.derivatives.Samples.sample;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import dev.adjoint.nn.BatchStatistics;
import dev.adjoint.nn.Embedding;
import dev.adjoint.nn.Padding;
import java.util.List;
import java.util.stream.Stream;

/** Arguments of layers: normalisations, gates and edges. */
final class LayerSamples {

  private LayerSamples() {}

  static List<Sample> all() {
    return Stream.of(normalisations(), gates(), edges(), tables()).flatMap(List::stream).toList();
  }

  private static List<Sample> normalisations() {
    Tensor images = mixed(2, 4, 3);
    Tensor weight = positive(4);
    Tensor bias = mixed(4);
    BatchStatistics running = BatchStatistics.evaluation(mixed(4).detach(), positive(4).detach());
    return List.of(
        sample("layerNorm", mixed(2, 3), new long[] {3}, positive(3), mixed(3), 1e-3),
        sample("layerNorm", images, new long[] {4, 3}, positive(4, 3), mixed(4, 3), 1e-5),
        sample("groupNorm", images, 2, weight, bias, 1e-5),
        sample("batchNorm", images, weight, bias, BatchStatistics.ofBatch()),
        sample("batchNorm", images, weight, bias, running),
        sample("instanceNorm", images, weight, bias, 1e-5));
  }

  private static List<Sample> gates() {
    return List.of(
        sample("glu", mixed(2, 4), 1),
        sample("glu", mixed(2, 3), -2),
        sample("geluTanh", mixed(2, 3)),
        sample("prelu", mixed(2, 3), positive(1)),
        sample("prelu", mixed(2, 3, 2), positive(3)),
        sample("prelu", mixed(3), positive(1)));
  }

  private static List<Sample> tables() {
    Tensor indices = Tensor.tensor(new long[][] {{0, 2}, {2, 1}});
    Tensor heads = mixed(1, 2, 3, 2);
    return List.of(
        sample("embedding", indices, mixed(3, 2)),
        sample("embedding", indices, mixed(4, 2), 3L),
        sample(
            "embedding",
            Tensor.tensor(new long[] {2, 0}),
            mixed(3, 2),
            Embedding.of().withPaddingIdx(1).withGradScaledByFrequency()),
        sample("scaledDotProductAttention", heads, positive(1, 2, 4, 2), mixed(1, 2, 4, 2)),
        sample("scaledDotProductAttention", mixed(3, 2), positive(2, 4, 2), mixed(4, 3)));
  }

  private static List<Sample> edges() {
    Tensor images = mixed(1, 3, 4);
    return List.of(
        sample("pad", images, new long[] {1, 2, -1, 1}, Padding.CONSTANT, 0.5),
        sample("pad", images, new long[] {2, 1}, Padding.REFLECT, 0.0),
        sample("pad", mixed(1, 1, 3, 4), new long[] {2, 3, 1, 0}, Padding.REPLICATE, 0.0),
        sample("pad", images, new long[] {2, 1}, Padding.CIRCULAR, 0.0));
  }
}
