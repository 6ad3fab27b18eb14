package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.positive;
import static dev.adjoint.derivatives.Samples.sample;

import dev.adjoint.derivatives.Samples.Sample;
import dev.adjoint.nn.Convolution;
import dev.adjoint.nn.Window;
import java.util.List;
import java.util.stream.Stream;

/** Arguments of convolutions. */
final class ConvolutionSamples {

  private ConvolutionSamples() {}

  static List<Sample> all() {
    return Stream.of(plain(), transposed(), columns()).flatMap(List::stream).toList();
  }

  private static List<Sample> plain() {
    Convolution spread = Convolution.of().withStride(2).withPadding(1);
    Convolution same = Convolution.of().withSamePadding().withDilation(2).withGroups(2);
    return List.of(
        sample("conv1d", mixed(1, 2, 5), positive(3, 2, 2), spread),
        sample("conv1d", mixed(2, 4), positive(2, 1, 2), mixed(2), same),
        sample("conv2d", mixed(2, 1, 3, 4), positive(2, 1, 2, 2), spread),
        sample("conv2d", mixed(2, 3, 3), positive(2, 1, 2, 1), mixed(2), same),
        sample("conv3d", mixed(1, 1, 2, 3, 2), positive(1, 1, 2, 2, 1), spread),
        sample("conv3d", mixed(2, 2, 2, 2), positive(2, 1, 1, 2, 1), mixed(2), same));
  }

  private static List<Sample> transposed() {
    Convolution spread = Convolution.of().withStride(2).withPadding(1).withOutputPadding(1);
    Convolution groups = Convolution.of().withDilation(2).withGroups(2);
    return List.of(
        sample("convTranspose1d", mixed(1, 2, 3), positive(2, 3, 3), spread),
        sample("convTranspose1d", mixed(2, 2), positive(2, 1, 2), mixed(2), groups),
        sample("convTranspose2d", mixed(2, 1, 2, 2), positive(1, 2, 2, 3), spread),
        sample("convTranspose2d", mixed(2, 2, 1), positive(2, 1, 2, 1), mixed(2), groups),
        sample("convTranspose3d", mixed(1, 1, 2, 1, 2), positive(1, 1, 2, 2, 2), spread),
        sample("convTranspose3d", mixed(2, 1, 2, 1), positive(2, 1, 1, 2, 1), mixed(2), groups));
  }

  private static List<Sample> columns() {
    Window window = Window.of(2).withStride(1, 2).withPadding(1).withDilation(2, 1);
    long[] size = {3, 4};
    return List.of(
        sample("unfold", mixed(2, 3, 4), window), sample("fold", mixed(1, 4, 9), size, window));
  }
}
