package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Products that are matrix or elementwise products of rearranged tensors. */
public final class TensorProducts {

  private TensorProducts() {}

  private static void checkVector(String argument, Tensor tensor) {
    if (tensor.dim() != 1) {
      throw new IllegalArgumentException(
          "outer: Expected 1-D argument %s, but got %d-D".formatted(argument, tensor.dim()));
    }
  }

  /** Every product of an element of one vector with one of another. */
  public static Tensor outer(Tensor self, Tensor other) {
    checkVector("self", self);
    checkVector("vec2", other);
    return self.reshape(self.size(0), 1).mul(other);
  }

  /** Sums of products over the last dimensions. */
  public static Tensor inner(Tensor self, Tensor other) {
    boolean isScalar = self.dim() == 0 || other.dim() == 0;
    if (!isScalar && self.size(-1) != other.size(-1)) {
      throw new IllegalArgumentException(
          "inner() the last dimension must match on both input tensors but got shapes %s and %s"
              .formatted(Arrays.toString(self.shape()), Arrays.toString(other.shape())));
    }
    return isScalar ? self.mul(other) : tensordot(self, other, new int[] {-1}, new int[] {-1});
  }

  /** The Kronecker product. */
  public static Tensor kron(Tensor self, Tensor other) {
    int rank = Math.max(self.dim(), other.dim());
    long[] left = new long[2 * rank];
    long[] right = new long[2 * rank];
    long[] sizes = new long[rank];
    for (int d = 0; d < rank; d++) {
      left[2 * d] = size(self, d, rank);
      left[2 * d + 1] = 1;
      right[2 * d] = 1;
      right[2 * d + 1] = size(other, d, rank);
      sizes[d] = left[2 * d] * right[2 * d + 1];
    }
    Tensor products = unsafeView(self, left).mul(unsafeView(other, right));
    return unsafeView(products, sizes);
  }

  private static Tensor unsafeView(Tensor tensor, long... sizes) {
    return Views.unsafeView(Conversions.contiguous(tensor), Layout.dense(Creation.sizes(sizes)));
  }

  /** The size where the tensor is taken to have a higher rank. */
  private static long size(Tensor tensor, int dim, int rank) {
    int missing = rank - tensor.dim();
    return dim < missing ? 1 : tensor.size(dim - missing);
  }

  /** Sums of products over pairs of dimensions. */
  public static Tensor tensordot(Tensor self, Tensor other, int[] dims, int[] otherDims) {
    int[] summed = dimensions(self, dims);
    int[] otherSummed = dimensions(other, otherDims);
    requirePairs(self, other, summed, otherSummed);
    return contracted(
        against(self, summed, other, otherSummed),
        against(other, otherSummed, self, summed),
        summed,
        otherSummed);
  }

  /** A dimension that meets one of size 1 may as well be summed first. */
  private static Tensor against(Tensor tensor, int[] dims, Tensor partner, int[] partnerDims) {
    Tensor summed = tensor;
    for (int i = 0; i < dims.length; i++) {
      if (partner.size(partnerDims[i]) == 1 && tensor.size(dims[i]) != 1) {
        summed = summed.sum(dims[i], true).to(tensor.dtype());
      }
    }
    return summed;
  }

  private static Tensor contracted(Tensor self, Tensor other, int[] summed, int[] otherSummed) {
    int[] free = others(self, summed);
    int[] otherFree = others(other, otherSummed);
    long count = Arrays.stream(summed).mapToLong(self::size).reduce(1, (a, b) -> a * b);
    Tensor left = self.permute(joined(free, summed)).reshape(product(self, free), count);
    Tensor right =
        other.permute(joined(otherSummed, otherFree)).reshape(count, product(other, otherFree));
    long[] shape =
        IntStream.concat(Arrays.stream(free), Arrays.stream(otherFree)).asLongStream().toArray();
    for (int i = 0; i < shape.length; i++) {
      shape[i] = i < free.length ? self.size(free[i]) : other.size(otherFree[i - free.length]);
    }
    return left.mm(right).reshape(shape);
  }

  private static void requirePairs(Tensor self, Tensor other, int[] dims, int[] otherDims) {
    if (dims.length != otherDims.length) {
      throw new IllegalArgumentException(
          "both dimension lists should have same length, got %s and %s"
              .formatted(Arrays.toString(dims), Arrays.toString(otherDims)));
    }
    for (int i = 0; i < dims.length; i++) {
      long size = self.size(dims[i]);
      long otherSize = other.size(otherDims[i]);
      if (size != otherSize && size != 1 && otherSize != 1) {
        throw new IllegalArgumentException(
            "contracted dimensions need to match, but first has size %d in dim %d and second has"
                    .formatted(size, dims[i])
                + " size %d in dim %d".formatted(otherSize, otherDims[i]));
      }
    }
  }

  private static int[] dimensions(Tensor tensor, int[] dims) {
    return Arrays.stream(dims).map(d -> Views.dimension(d, tensor.dim())).toArray();
  }

  private static int[] others(Tensor tensor, int[] dims) {
    return IntStream.range(0, tensor.dim())
        .filter(d -> Arrays.stream(dims).noneMatch(taken -> taken == d))
        .toArray();
  }

  private static int[] joined(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }

  private static long product(Tensor tensor, int[] dims) {
    return Arrays.stream(dims).mapToLong(tensor::size).reduce(1, (a, b) -> a * b);
  }
}
