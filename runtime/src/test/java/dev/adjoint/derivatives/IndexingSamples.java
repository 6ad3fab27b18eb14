package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.indices;
import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.of;
import static dev.adjoint.derivatives.Samples.positive;
import static dev.adjoint.derivatives.Samples.values;

import dev.adjoint.Index;
import dev.adjoint.Reduce;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import java.util.ArrayList;
import java.util.List;

/** Arguments for the derivatives of elements read and written at indices. */
final class IndexingSamples {

  private IndexingSamples() {}

  static List<Sample> all() {
    List<Sample> all = new ArrayList<>(reads());
    all.addAll(writes());
    all.addAll(slices());
    all.addAll(parts());
    all.addAll(combinations());
    all.addAll(numbers());
    return all;
  }

  private static Tensor vector(long... positions) {
    return Tensor.tensor(positions);
  }

  private static List<Sample> reads() {
    Tensor m = mixed(2, 3);
    Tensor cube = mixed(2, 3, 2);
    Tensor mask = Tensor.tensor(new boolean[][] {{true, false, true}, {false, true, true}});
    Index[] mixture = {Index.of(1, 0, 1), Index.newAxis(), Index.at(1)};
    Index[] apart = {Index.of(1, 0), Index.all(), Index.of(0)};
    Index[] view = {Index.ellipsis(), Index.slice(1, null, 2), Index.at(-1)};
    return List.of(
        of("get", m, new Index[] {Index.of(mask)}),
        of("get", cube, mixture),
        of("get", cube, apart),
        of("get", cube, view),
        of("index", m, new Tensor[] {vector(1, -1, 0)}),
        of("index", cube, new Tensor[] {null, vector(2, 0, 0), vector(1)}));
  }

  private static List<Sample> writes() {
    Tensor m = mixed(2, 3);
    Tensor[] rows = {vector(1, 1, 0)};
    Tensor[] elements = {vector(1, 0), vector(-1, 0)};
    return List.of(
        of("indexPut", m, elements, positive(2), false),
        of("indexPut", m, elements, values(0.4), false),
        of("indexPut", m, rows, positive(3, 1), true),
        of("put", m, indices(new long[] {0, -1}), positive(1, 2), false),
        of("put", m, vector(2, 2), positive(2), true));
  }

  private static List<Sample> slices() {
    Tensor m = mixed(2, 3);
    return List.of(
        of("indexAdd", m, 1, vector(2, 0, 2), positive(2, 3), 1.5),
        of("indexAdd", values(0.7), 0, vector(0), values(0.4), 2.0),
        of("indexCopy", m, -1, vector(2, 0), positive(2, 2)),
        of("indexFill", m, 1, vector(2, -3), 0.5),
        of("indexFill", m, 1, vector(2, 2), values(0.4)),
        of("scatter", m, 1, indices(new long[] {2}, new long[] {0}), positive(2, 2)),
        of("scatter", m, 0, indices(new long[] {1, 0, 1}), 0.5));
  }

  private static List<Sample> parts() {
    Tensor m = mixed(2, 3);
    Tensor mask = Tensor.tensor(new boolean[] {true, false, true});
    return List.of(
        of("selectScatter", m, positive(2), 1, -1L),
        of("sliceScatter", m, positive(2, 2), 1, 0L, 3L, 2L),
        of("diagonalScatter", m, positive(2), 1, 0, 1),
        of("asStridedScatter", m, positive(2), new long[] {2}, new long[] {3}, 1L),
        of("maskedScatter", m, mask, positive(5)),
        of(
            "maskedScatter",
            mixed(3),
            Tensor.tensor(new boolean[][] {{true}, {true}}),
            positive(6)));
  }

  private static List<Sample> combinations() {
    List<Sample> samples = new ArrayList<>();
    Tensor m = mixed(2, 3);
    Tensor source = positive(2, 3);
    Tensor index = indices(new long[] {0, 0, 2}, new long[] {1, 1, 1});
    for (Reduce how : Reduce.values()) {
      for (boolean includeSelf : new boolean[] {true, false}) {
        samples.add(of("scatterReduce", m, 1, index, source, how, includeSelf));
        if (how != Reduce.SUM) {
          samples.add(of("indexReduce", m, 1, vector(2, 0, 2), source, how, includeSelf));
        }
      }
    }
    return samples;
  }

  private static List<Sample> numbers() {
    Tensor m = mixed(2, 3);
    return List.of(
        of("ldexp", m, positive(3)),
        of("fill", m, values(0.4)),
        of("fill", m, 0.5),
        of("fill", m, 2L),
        of("renorm", m, 2.0, 0, 2.5),
        of("renorm", m, 3.0, 1, 1.2),
        of("renorm", m, 1.0, -1, 2.0),
        of("nextafter", m, positive(3)));
  }
}
