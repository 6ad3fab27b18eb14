package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Mapping;
import java.util.function.LongBinaryOperator;

/** Elementwise functions of two integers, which have no derivative. */
final class IntegralPairs {

  private IntegralPairs() {}

  static Tensor apply(LongBinaryOperator function, Tensor self, Tensor other, DType dtype) {
    Layout shape = Broadcast.of(self.layout(), other.layout());
    return Dense.ofLongs(values(function, self, other, shape), dtype, shape);
  }

  static Tensor applyInPlace(LongBinaryOperator function, Tensor self, Tensor other, DType dtype) {
    InPlace.check(self, dtype);
    Layout shape = Broadcast.of(self.layout(), other.layout());
    InPlace.checkShape(self, shape);
    Dense.write(self, values(function, self, other, shape), DType.INT64);
    return self;
  }

  private static long[] values(
      LongBinaryOperator function, Tensor self, Tensor other, Layout shape) {
    long[] x = Dense.longs(self, shape);
    return Mapping.apply(function, x, Dense.longs(other, shape), shape.count());
  }
}
