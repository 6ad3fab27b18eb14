package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.kernels.Band;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/** Linear maps along the last dimensions, recorded as one node. The adjoint maps back. */
final class Resampling {

  private Resampling() {}

  /**
   * Maps the last dimensions.
   *
   * @param name the node's name without its ending
   * @param self at least as many dimensions as there are maps
   * @param bands one map per dimension
   */
  static Tensor apply(String name, Tensor self, Band... bands) {
    Tensor result = mapped(self, bands);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                name + "Backward0",
                Reads.NOTHING,
                (g, s, r) -> apply(name + "Backward", g, transposed(bands)),
                self)
            .record(result)
        : result;
  }

  /** The maps of the transposed matrices. */
  static Band[] transposed(Band... bands) {
    return Arrays.stream(bands).map(Band::transposed).toArray(Band[]::new);
  }

  private static Tensor mapped(Tensor self, Band... bands) {
    boolean single = self.dtype() == DType.FLOAT32;
    DType dtype = single ? DType.FLOAT32 : DType.FLOAT64;
    int[] sizes = self.layout().sizes().clone();
    Object values = Dense.array(self, Broadcast.dense(self.layout()), dtype);
    for (int k = bands.length - 1; k >= 0; k--) {
      int dim = sizes.length - bands.length + k;
      int outer = Layout.countOf(Arrays.copyOf(sizes, dim));
      int inner = Layout.countOf(Arrays.copyOfRange(sizes, dim + 1, sizes.length));
      sizes[dim] = bands[k].from().length;
      Layout.countOf(sizes);
      values =
          single
              ? bands[k].apply((float[]) values, outer, inner)
              : bands[k].apply((double[]) values, outer, inner);
    }
    Layout shape = Layout.dense(sizes);
    Object converted =
        self.dtype() == dtype
            ? values
            : Convert.convert(values, dtype, self.dtype(), shape.count());
    return Dense.tensor(converted, self.dtype(), shape);
  }
}
