package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.BinaryOp;
import dev.adjoint.kernels.Compare;
import dev.adjoint.kernels.CompareOp;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.DoubleBinary;
import dev.adjoint.kernels.DoubleRepeated;
import dev.adjoint.kernels.DoubleUnary;
import dev.adjoint.kernels.FloatBinary;
import dev.adjoint.kernels.FloatRepeated;
import dev.adjoint.kernels.FloatUnary;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.LongBinary;
import dev.adjoint.kernels.LongUnary;
import dev.adjoint.kernels.Repetition;
import dev.adjoint.kernels.UnaryOp;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of elementwise operations, by type: {@code float} and {@code double} have kernels of
 * their own, every integer type and bool is computed in {@code long} and narrowed. {@code out} is
 * the array to write to, which may be an operand's, or null for a new one.
 */
final class ElementwiseValues {
  /** Shorter runs of one element are better expanded. */
  private static final int SHORT_RUN = 64;

  private ElementwiseValues() {}

  static Object unary(UnaryOp op, Tensor self, DType dtype, Layout shape, @Nullable Object out) {
    int n = shape.count();
    Object target = targetOf(out, dtype, n);
    switch (dtype) {
      case FLOAT32 -> FloatUnary.apply(op, Dense.floats(self, shape), (float[]) target, n);
      case FLOAT64 -> DoubleUnary.apply(op, Dense.doubles(self, shape), (double[]) target, n);
      case INT64, INT32, INT16, INT8, UINT8, BOOL -> {
        long[] values = new long[n];
        LongUnary.apply(op, Dense.longs(self, shape), values, n);
        return Convert.fromLongs(values, dtype);
      }
    }
    return target;
  }

  static Object binary(
      BinaryOp op, Tensor x, Tensor y, DType dtype, Layout shape, @Nullable Object out) {
    int n = shape.count();
    return switch (dtype) {
      case FLOAT32 -> floats(op, x, y, shape, (float[]) targetOf(out, dtype, n));
      case FLOAT64 -> doubles(op, x, y, shape, (double[]) targetOf(out, dtype, n));
      case INT64, INT32, INT16, INT8, UINT8, BOOL -> {
        long[] values = new long[n];
        LongBinary.apply(op, Dense.longs(x, shape), Dense.longs(y, shape), values, n);
        yield Convert.fromLongs(values, dtype);
      }
    };
  }

  @SuppressWarnings("ReferenceEquality") // the very array
  private static float[] floats(BinaryOp op, Tensor x, Tensor y, Layout shape, float[] out) {
    int n = shape.count();
    Repetition ofX = repetition(x, shape);
    Repetition ofY = ofX == null ? repetition(y, shape) : null;
    if (n > 1 && y.layout().count() == 1) {
      FloatBinary.apply(op, Dense.floats(x, shape), (float) y.item(), out, n);
    } else if (n > 1 && x.layout().count() == 1) {
      FloatBinary.apply(op, (float) x.item(), Dense.floats(y, shape), out, n);
    } else if (ofX != null && x.storage().array() instanceof float[] values && values != out) {
      new FloatRepeated(op, Dense.floats(y, shape), values, ofX, true).apply(out, n);
    } else if (ofY != null && y.storage().array() instanceof float[] values && values != out) {
      new FloatRepeated(op, Dense.floats(x, shape), values, ofY, false).apply(out, n);
    } else {
      FloatBinary.apply(op, Dense.floats(x, shape), Dense.floats(y, shape), out, n);
    }
    return out;
  }

  @SuppressWarnings("ReferenceEquality") // the very array
  private static double[] doubles(BinaryOp op, Tensor x, Tensor y, Layout shape, double[] out) {
    int n = shape.count();
    Repetition ofX = repetition(x, shape);
    Repetition ofY = ofX == null ? repetition(y, shape) : null;
    if (n > 1 && y.layout().count() == 1) {
      DoubleBinary.apply(op, Dense.doubles(x, shape), y.item(), out, n);
    } else if (n > 1 && x.layout().count() == 1) {
      DoubleBinary.apply(op, x.item(), Dense.doubles(y, shape), out, n);
    } else if (ofX != null && x.storage().array() instanceof double[] values && values != out) {
      new DoubleRepeated(op, Dense.doubles(y, shape), values, ofX, true).apply(out, n);
    } else if (ofY != null && y.storage().array() instanceof double[] values && values != out) {
      new DoubleRepeated(op, Dense.doubles(x, shape), values, ofY, false).apply(out, n);
    } else {
      DoubleBinary.apply(op, Dense.doubles(x, shape), Dense.doubles(y, shape), out, n);
    }
    return out;
  }

  /** How a shape repeats an operand; null if it does not, or too shortly to be worth it. */
  @SuppressWarnings("ReferenceEquality") // mostly the very layout
  private static @Nullable Repetition repetition(Tensor operand, Layout shape) {
    Layout layout = operand.layout();
    if (layout == shape || (layout.isDense() && layout.sameShape(shape)) || shape.count() == 0) {
      return null;
    }
    Repetition repetition = Repetition.of(layout.expandedTo(shape.sizes()));
    return repetition != null && (repetition.run() == 1 || repetition.run() >= SHORT_RUN)
        ? repetition
        : null;
  }

  /** With a number, given as it is and truncated: as parts, so that nothing is allocated for it. */
  static Object scalar(
      ScalarRule rule,
      Tensor self,
      double number,
      long integer,
      DType dtype,
      @Nullable Object out) {
    Layout shape = Broadcast.dense(self.layout());
    int n = shape.count();
    return switch (dtype) {
      case FLOAT32 -> {
        float[] target = (float[]) targetOf(out, dtype, n);
        floats(rule, Dense.floats(self, shape), (float) number, target, n);
        yield target;
      }
      case FLOAT64 -> {
        double[] target = (double[]) targetOf(out, dtype, n);
        doubles(rule, Dense.doubles(self, shape), number, target, n);
        yield target;
      }
      case INT64, INT32, INT16, INT8, UINT8, BOOL ->
          Convert.fromLongs(longs(rule, Dense.longs(self, shape), integer, n), dtype);
    };
  }

  private static void floats(ScalarRule rule, float[] x, float number, float[] out, int n) {
    if (rule.reversed()) {
      FloatBinary.apply(rule.op(), number, x, out, n);
    } else {
      FloatBinary.apply(rule.op(), x, number, out, n);
    }
  }

  private static void doubles(ScalarRule rule, double[] x, double number, double[] out, int n) {
    if (rule.reversed()) {
      DoubleBinary.apply(rule.op(), number, x, out, n);
    } else {
      DoubleBinary.apply(rule.op(), x, number, out, n);
    }
  }

  private static long[] longs(ScalarRule rule, long[] x, long number, int n) {
    long[] numbers = new long[n];
    Arrays.fill(numbers, number);
    long[] values = new long[n];
    if (rule.reversed()) {
      LongBinary.apply(rule.op(), numbers, x, values, n);
    } else {
      LongBinary.apply(rule.op(), x, numbers, values, n);
    }
    return values;
  }

  static byte[] compare(CompareOp op, Tensor x, Tensor y, DType dtype, Layout shape) {
    int n = shape.count();
    return switch (dtype) {
      case FLOAT32 -> Compare.apply(op, Dense.floats(x, shape), Dense.floats(y, shape), n);
      case FLOAT64 -> Compare.apply(op, Dense.doubles(x, shape), Dense.doubles(y, shape), n);
      case INT64, INT32, INT16, INT8, UINT8, BOOL ->
          Compare.apply(op, Dense.longs(x, shape), Dense.longs(y, shape), n);
    };
  }

  private static Object targetOf(@Nullable Object out, DType dtype, int n) {
    return out == null ? Storage.allocate(dtype, n).array() : out;
  }
}
