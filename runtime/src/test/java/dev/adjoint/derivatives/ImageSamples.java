package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.of;

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
        of("avgPool1d", line, window),
        of("avgPool1d", line, window, Divisor.ELEMENTS),
        of("avgPool2d", plane, window),
        of("avgPool2d", plane, window, Divisor.of(4)),
        of("avgPool3d", space, window),
        of("avgPool3d", space, window, Divisor.ELEMENTS),
        of("adaptiveAvgPool1d", line, new long[] {3}),
        of("adaptiveAvgPool2d", plane, new long[] {3, 2}),
        of("adaptiveAvgPool3d", space, new long[] {2}));
  }

  private static List<Sample> maxima() {
    Window window = Window.of(2).withStride(1).withPadding(1).withDilation(2);
    Tensor line = mixed(2, 5);
    Tensor plane = mixed(1, 2, 4, 5);
    Tensor space = mixed(1, 3, 2, 4);
    return List.of(
        of("maxPool1d", line, window),
        of("maxPool2d", plane, window),
        of("maxPool3d", space, window),
        of("adaptiveMaxPool1d", line, new long[] {3}),
        of("adaptiveMaxPool2d", plane, new long[] {3, 2}),
        of("adaptiveMaxPool3d", space, new long[] {2}));
  }

  private static List<Sample> sizes() {
    Tensor line = mixed(1, 2, 4);
    Tensor plane = mixed(1, 1, 3, 4);
    return List.of(
        of("interpolate", line, Interpolation.of(Mode.NEAREST).toSize(6)),
        of("interpolate", line, Interpolation.of(Mode.NEAREST_EXACT).byFactor(0.6)),
        of("interpolate", line, Interpolation.of(Mode.LINEAR).toSize(3)),
        of("interpolate", plane, Interpolation.of(Mode.BILINEAR).byFactor(1.7)),
        of("interpolate", plane, Interpolation.of(Mode.BICUBIC).toSize(5, 2)),
        of("interpolate", plane, Interpolation.of(Mode.BILINEAR).toSize(2).withAntialias()),
        of("interpolate", plane, Interpolation.of(Mode.AREA).toSize(2, 5)),
        of(
            "interpolate",
            mixed(1, 1, 2, 3, 2),
            Interpolation.of(Mode.TRILINEAR).toSize(3).withAlignCorners(true)),
        of("pixelShuffle", mixed(4, 1, 3), 2L),
        of("pixelUnshuffle", mixed(1, 2, 4), 2L));
  }
}
