package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.indices;
import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.positive;
import static dev.adjoint.derivatives.Samples.rising;
import static dev.adjoint.derivatives.Samples.sample;

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
        sample("get", m, new Index[] {Index.of(mask)}),
        sample("get", cube, mixture),
        sample("get", cube, apart),
        sample("get", cube, view),
        sample("index", m, new Tensor[] {vector(1, -1, 0)}),
        sample("index", cube, new Tensor[] {null, vector(2, 0, 0), vector(1)}));
  }

  private static List<Sample> writes() {
    Tensor m = mixed(2, 3);
    Tensor[] rows = {vector(1, 1, 0)};
    Tensor[] elements = {vector(1, 0), vector(-1, 0)};
    return List.of(
        sample("indexPut", m, elements, positive(2), false),
        sample("indexPut", m, elements, rising(0.4), false),
        sample("indexPut", m, rows, positive(3, 1), true),
        sample("put", m, indices(new long[] {0, -1}), positive(1, 2), false),
        sample("put", m, vector(2, 2), positive(2), true));
  }

  private static List<Sample> slices() {
    Tensor m = mixed(2, 3);
    return List.of(
        sample("indexAdd", m, 1, vector(2, 0, 2), positive(2, 3), 1.5),
        sample("indexAdd", rising(0.7), 0, vector(0), rising(0.4), 2.0),
        sample("indexCopy", m, -1, vector(2, 0), positive(2, 2)),
        sample("indexFill", m, 1, vector(2, -3), 0.5),
        sample("indexFill", m, 1, vector(2, 2), rising(0.4)),
        sample("scatter", m, 1, indices(new long[] {2}, new long[] {0}), positive(2, 2)),
        sample("scatter", m, 0, indices(new long[] {1, 0, 1}), 0.5));
  }

  private static List<Sample> parts() {
    Tensor m = mixed(2, 3);
    Tensor mask = Tensor.tensor(new boolean[] {true, false, true});
    return List.of(
        sample("selectScatter", m, positive(2), 1, -1L),
        sample("sliceScatter", m, positive(2, 2), 1, 0L, 3L, 2L),
        sample("diagonalScatter", m, positive(2), 1, 0, 1),
        sample("asStridedScatter", m, positive(2), new long[] {2}, new long[] {3}, 1L),
        sample("maskedScatter", m, mask, positive(5)),
        sample(
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
        samples.add(sample("scatterReduce", m, 1, index, source, how, includeSelf));
        if (how != Reduce.SUM) {
          samples.add(sample("indexReduce", m, 1, vector(2, 0, 2), source, how, includeSelf));
        }
      }
    }
    return samples;
  }

  private static List<Sample> numbers() {
    Tensor m = mixed(2, 3);
    return List.of(
        sample("ldexp", m, positive(3)),
        sample("fill", m, rising(0.4)),
        sample("fill", m, 0.5),
        sample("fill", m, 2L),
        sample("renorm", m, 2.0, 0, 2.5),
        sample("renorm", m, 3.0, 1, 1.2),
        sample("renorm", m, 1.0, -1, 2.0),
        sample("nextafter", m, positive(3)));
  }
}
