package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.positive;
import static dev.adjoint.derivatives.Samples.sample;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import java.util.List;
import java.util.stream.Stream;

/** Arguments of sums with products, and of elements brought to other places. */
final class MatrixSamples {

  private MatrixSamples() {}

  static List<Sample> all() {
    return Stream.of(sums(), places()).flatMap(List::stream).toList();
  }

  private static List<Sample> sums() {
    Tensor batch1 = mixed(2, 2, 3);
    Tensor batch2 = positive(2, 3, 4);
    return List.of(
        sample("addmm", mixed(4), mixed(2, 3), positive(3, 4), 0.7, -1.3),
        sample("addmv", mixed(2), mixed(2, 3), positive(3), 1.0, 1.0),
        sample("addmv", mixed(1), mixed(2, 3), positive(3), 0.7, -1.3),
        sample("addr", mixed(2, 3), mixed(2), positive(3), 1.0, 1.0),
        sample("addr", mixed(3), mixed(2), positive(3), 0.7, -1.3),
        sample("addbmm", mixed(2, 4), batch1, batch2, 1.0, 1.0),
        sample("addbmm", mixed(4), batch1, batch2, 0.7, -1.3),
        sample("baddbmm", mixed(2, 2, 4), batch1, batch2, 1.0, 1.0),
        sample("baddbmm", mixed(2, 1), batch1, batch2, 0.7, -1.3));
  }

  private static List<Sample> places() {
    return List.of(
        sample("diagEmbed", mixed(2, 3), 1, 0, 2),
        sample("rot90", mixed(2, 3), 1, 0, 1),
        sample("rot90", mixed(2, 3, 2), -2, 2, 0),
        sample("narrowCopy", mixed(2, 3), 1, 1L, 2L),
        sample("narrowCopy", mixed(4), 0, -3L, 2L));
  }
}
