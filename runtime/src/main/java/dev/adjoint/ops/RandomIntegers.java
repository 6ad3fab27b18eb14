package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;

/** Random integers: in a range, over a type's own range, as a permutation. */
public final class RandomIntegers {
  private RandomIntegers() {}

  /** Integers in [low, high) as a new tensor. */
  public static Tensor randint(
      Generator generator, long low, long high, DType dtype, int... sizes) {
    return fill(Creation.zeros(dtype, sizes), low, high, "RandomBackward0", generator);
  }

  /** Overwrites a tensor by integers in [from, to). */
  public static Tensor fill(Tensor self, long from, long to, String node, Generator generator) {
    if (from >= to) {
      throw new IllegalArgumentException(
          "random_ expects 'from' to be less than 'to', but got from=%d >= to=%d"
              .formatted(from, to));
    }
    checkBound(self.dtype(), "from", from);
    checkBound(self.dtype(), "to - 1", to - 1);
    long range = to - from;
    return Sampling.overwrite(
        self,
        node,
        DType.INT64,
        count -> Draws.longs(count, generator, source -> Draws.integer(source, from, range)));
  }

  /** Overwrites a tensor by the non-negative integers that its type holds exactly. */
  public static Tensor fill(Tensor self, Generator generator) {
    DType dtype = self.dtype();
    long range =
        switch (dtype) {
          case FLOAT32 -> (1L << 24) + 1;
          case FLOAT64 -> (1L << 53) + 1;
          case INT64, INT32, INT16, INT8, UINT8, BOOL -> greatest(dtype) + 1;
        };
    boolean isWide = dtype == DType.INT64 || dtype == DType.FLOAT64;
    return Sampling.overwrite(
        self,
        "RandomBackward2",
        DType.INT64,
        count ->
            Draws.longs(
                count,
                generator,
                source ->
                    Long.remainderUnsigned(
                        isWide ? source.nextLong() : source.nextInt() & 0xffffffffL, range)));
  }

  /** The numbers 0 to n - 1 in random order. */
  public static Tensor permutation(Generator generator, long n, DType dtype) {
    int count = Creation.sizes(n)[0];
    if (dtype == DType.BOOL) {
      throw new UnsupportedOperationException("\"randperm\" not implemented for 'Bool'");
    }
    if (!dtype.isFloatingPoint() && n > greatest(dtype)) {
      throw new IllegalArgumentException(
          "%d numbers do not fit into the type %s".formatted(n, dtype.label()));
    }
    return Dense.ofLongs(Draws.permutation(generator, count), dtype, Layout.dense(count));
  }

  private static void checkBound(DType dtype, String name, long value) {
    if (!dtype.isFloatingPoint() && (value < least(dtype) || value > greatest(dtype))) {
      throw new IllegalArgumentException(name + " is out of bounds for " + dtype.scalarName());
    }
  }

  private static long least(DType dtype) {
    return dtype == DType.BOOL || dtype == DType.UINT8 ? 0 : -greatest(dtype) - 1;
  }

  private static long greatest(DType dtype) {
    return switch (dtype) {
      case INT64 -> Long.MAX_VALUE;
      case INT32 -> Integer.MAX_VALUE;
      case INT16 -> Short.MAX_VALUE;
      case INT8 -> Byte.MAX_VALUE;
      case UINT8 -> 255;
      case BOOL -> 1;
      case FLOAT32, FLOAT64 -> throw new IllegalStateException("RandomIntegers: " + dtype);
    };
  }
}
