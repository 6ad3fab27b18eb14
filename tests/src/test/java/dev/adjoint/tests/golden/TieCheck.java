package dev.adjoint.tests.golden;

import dev.adjoint.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts any index that points at the reported value, where equal values tie. */
final class TieCheck {

  private TieCheck() {}

  /**
   * Checks outputs 0 (values) and 1 (indices) against the first argument.
   *
   * @param arguments the call
   * @param outputs what it returned
   * @param dim the dimension that was searched
   */
  static void check(Arguments arguments, List<@Nullable Object> outputs, int dim) throws Mismatch {
    Tensor input = arguments.tensor(0);
    double[] elements = GoldenTensors.doubles(input);
    double[] values = GoldenTensors.doubles((Tensor) outputs.get(0));
    long[] indices = GoldenTensors.longs((Tensor) outputs.get(1));
    int length = input.dim() == 0 ? 1 : (int) input.size(dim);
    int inner = 1;
    for (int d = Math.floorMod(dim, Math.max(1, input.dim())) + 1; d < input.dim(); d++) {
      inner *= (int) input.size(d);
    }
    int found = elements.length == 0 ? 0 : values.length * length / elements.length;
    for (int i = 0; i < values.length; i++) {
      int outer = i / (inner * found);
      int position = (outer * length + (int) indices[i]) * inner + i % inner;
      if (elements[position] != values[i]) {
        throw new Mismatch(
            "index " + i + " points at " + elements[position] + ", not " + values[i]);
      }
    }
  }
}
