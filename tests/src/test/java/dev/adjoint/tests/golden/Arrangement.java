package dev.adjoint.tests.golden;

import dev.adjoint.Tensor;
import java.util.Arrays;

/** Where the elements of an argument lie. */
enum Arrangement {
  /** One after the other. */
  DENSE {
    @Override
    Tensor of(Tensor dense) {
      return dense;
    }
  },
  /** Behind other elements, and each followed by one that is not the tensor's. */
  SPACED {
    @Override
    Tensor of(Tensor dense) {
      Tensor pairs = Tensor.stack(new Tensor[] {dense, other(dense)}, dense.dim());
      Tensor whole = Tensor.cat(new Tensor[] {other(pairs).reshape(-1), pairs.reshape(-1)}, 0);
      long[] strides = dense.strides();
      Arrays.setAll(strides, d -> 2 * strides[d]);
      return whole.asStrided(dense.shape(), strides, pairs.numel());
    }
  },
  /** The last dimension first, as after a transposition. */
  REVERSED {
    @Override
    Tensor of(Tensor dense) {
      int[] order = new int[dense.dim()];
      Arrays.setAll(order, d -> order.length - 1 - d);
      return dense.permute(order).contiguous().permute(order);
    }
  },
  /** The first slice again and again: only for tensors that consist of equal slices. */
  EXPANDED {
    @Override
    Tensor of(Tensor dense) {
      return dense.dim() == 0 || dense.size(0) == 0
          ? dense
          : dense.narrow(0, 0, 1).expand(dense.shape());
    }
  };

  /** The same elements, arranged like this, without history. */
  abstract Tensor of(Tensor dense);

  /** Elements that nobody may read. */
  private static Tensor other(Tensor dense) {
    return dense.dtype().isFloatingPoint() ? Tensor.fullLike(dense, 1e30) : Tensor.onesLike(dense);
  }
}
