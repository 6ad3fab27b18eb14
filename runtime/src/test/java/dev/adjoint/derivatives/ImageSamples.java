package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.sample;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import dev.adjoint.nn.Divisor;
import dev.adjoint.nn.Interpolation;
import dev.adjoint.nn.Interpolation.Mode;
import dev.adjoint.nn.Window;
import java.util.List;
import java.util.stream.Stream;

/** Arguments of operations on images. */
final class ImageSamples {

  private ImageSamples() {}

  static List<Sample> all() {
    return Stream.of(averages(), maxima(), sizes()).flatMap(List::stream).toList();
  }

  private static List<Sample> averages() {
    Window window = Window.of(3).withStride(2).withPadding(1).withCeilMode();
    Tensor line = mixed(2, 5);
    Tensor plane = mixed(1, 2, 4, 5);
    Tensor space = mixed(1, 3, 2, 4);
    return List.of(
        sample("avgPool1d", line, window),
        sample("avgPool1d", line, window, Divisor.ELEMENTS),
        sample("avgPool2d", plane, window),
        sample("avgPool2d", plane, window, Divisor.of(4)),
        sample("avgPool3d", space, window),
        sample("avgPool3d", space, window, Divisor.ELEMENTS),
        sample("adaptiveAvgPool1d", line, new long[] {3}),
        sample("adaptiveAvgPool2d", plane, new long[] {3, 2}),
        sample("adaptiveAvgPool3d", space, new long[] {2}));
  }

  private static List<Sample> maxima() {
    Window window = Window.of(2).withStride(1).withPadding(1).withDilation(2);
    Tensor line = mixed(2, 5);
    Tensor plane = mixed(1, 2, 4, 5);
    Tensor space = mixed(1, 3, 2, 4);
    return List.of(
        sample("maxPool1d", line, window),
        sample("maxPool2d", plane, window),
        sample("maxPool3d", space, window),
        sample("adaptiveMaxPool1d", line, new long[] {3}),
        sample("adaptiveMaxPool2d", plane, new long[] {3, 2}),
        sample("adaptiveMaxPool3d", space, new long[] {2}));
  }

  private static List<Sample> sizes() {
    Tensor line = mixed(1, 2, 4);
    Tensor plane = mixed(1, 1, 3, 4);
    return List.of(
        sample("interpolate", line, Interpolation.of(Mode.NEAREST).toSize(6)),
        sample("interpolate", line, Interpolation.of(Mode.NEAREST_EXACT).byFactor(0.6)),
        sample("interpolate", line, Interpolation.of(Mode.LINEAR).toSize(3)),
        sample("interpolate", plane, Interpolation.of(Mode.BILINEAR).byFactor(1.7)),
        sample("interpolate", plane, Interpolation.of(Mode.BICUBIC).toSize(5, 2)),
        sample("interpolate", plane, Interpolation.of(Mode.BILINEAR).toSize(2).withAntialias()),
        sample("interpolate", plane, Interpolation.of(Mode.AREA).toSize(2, 5)),
        sample(
            "interpolate",
            mixed(1, 1, 2, 3, 2),
            Interpolation.of(Mode.TRILINEAR).toSize(3).withAlignCorners(true)),
        sample("pixelShuffle", mixed(4, 1, 3), 2L),
        sample("pixelUnshuffle", mixed(1, 2, 4), 2L));
  }
}
