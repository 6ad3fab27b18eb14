package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.Arrays;

/** Classes as vectors with a single one. */
public final class OneHot {
  private OneHot() {}

  /** A new last dimension with a one at each class; -1 classes for one more than the largest. */
  public static Tensor encode(Tensor classes, long count) {
    if (classes.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          "one_hot is only applicable to index tensor of type LongTensor.");
    }
    if (classes.numel() == 0 && count <= 0) {
      throw new IllegalArgumentException(
          "Can not infer total number of classes from empty tensor.");
    }
    long largest = classes.numel() == 0 ? -1 : classes.max().itemLong();
    if (classes.numel() > 0 && classes.min().itemLong() < 0) {
      throw new IllegalArgumentException("Class values must be non-negative.");
    }
    if (count < -1) {
      throw new IllegalArgumentException("num_classes should be positive, got " + count);
    }
    if (count != -1 && largest >= count) {
      throw new IllegalArgumentException("Class values must be smaller than num_classes.");
    }
    long[] shape = Arrays.copyOf(classes.shape(), classes.dim() + 1);
    shape[classes.dim()] = count == -1 ? Limits.sum(largest, 1) : count;
    return Tensor.zeros(DType.INT64, shape).scatter(-1, classes.unsqueeze(-1), 1);
  }
}
