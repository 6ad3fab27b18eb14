package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.of;
import static dev.adjoint.derivatives.Samples.positive;

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
        of("conv1d", mixed(1, 2, 5), positive(3, 2, 2), spread),
        of("conv1d", mixed(2, 4), positive(2, 1, 2), mixed(2), same),
        of("conv2d", mixed(2, 1, 3, 4), positive(2, 1, 2, 2), spread),
        of("conv2d", mixed(2, 3, 3), positive(2, 1, 2, 1), mixed(2), same),
        of("conv3d", mixed(1, 1, 2, 3, 2), positive(1, 1, 2, 2, 1), spread),
        of("conv3d", mixed(2, 2, 2, 2), positive(2, 1, 1, 2, 1), mixed(2), same));
  }

  private static List<Sample> transposed() {
    Convolution spread = Convolution.of().withStride(2).withPadding(1).withOutputPadding(1);
    Convolution groups = Convolution.of().withDilation(2).withGroups(2);
    return List.of(
        of("convTranspose1d", mixed(1, 2, 3), positive(2, 3, 3), spread),
        of("convTranspose1d", mixed(2, 2), positive(2, 1, 2), mixed(2), groups),
        of("convTranspose2d", mixed(2, 1, 2, 2), positive(1, 2, 2, 3), spread),
        of("convTranspose2d", mixed(2, 2, 1), positive(2, 1, 2, 1), mixed(2), groups),
        of("convTranspose3d", mixed(1, 1, 2, 1, 2), positive(1, 1, 2, 2, 2), spread),
        of("convTranspose3d", mixed(2, 1, 2, 1), positive(2, 1, 1, 2, 1), mixed(2), groups));
  }

  private static List<Sample> columns() {
    Window window = Window.of(2).withStride(1, 2).withPadding(1).withDilation(2, 1);
    long[] size = {3, 4};
    return List.of(of("unfold", mixed(2, 3, 4), window), of("fold", mixed(1, 4, 9), size, window));
  }
}
