package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Mapping;

/** Elementwise functions computed in double precision and rounded to the result's type. */
final class Mapped {

  private Mapped() {}

  /** A function with real values: integers become the default floating type. */
  static Tensor real(MappedRule rule, Tensor self) {
    DType dtype = Promotion.floating(self.dtype());
    Layout shape = Broadcast.dense(self.layout());
    Tensor result = Dense.tensor(values(rule, self, dtype, shape), dtype, shape);
    return Recording.isNeeded(self) ? node(rule, self).record(result) : result;
  }

  /** A function with real values written over its argument. */
  static Tensor realInPlace(MappedRule rule, Tensor self) {
    DType dtype = Promotion.floating(self.dtype());
    InPlace.check(self, dtype);
    UnaryNode node = null;
    if (Recording.isNeeded(self)) {
      node = node(rule, rule.reads().readsSelf() ? Recording.before(self) : self);
    }
    Object values = values(rule, self, dtype, Broadcast.dense(self.layout()));
    Dense.write(self, values, dtype);
    return node == null ? self : node.recordInPlace(self);
  }

  /** A rounding function: integers stay as they are. */
  static Tensor kept(MappedRule rule, Tensor self) {
    return self.dtype().isFloatingPoint() ? real(rule, self) : self.clone();
  }

  /** A rounding function written over its argument. */
  static Tensor keptInPlace(MappedRule rule, Tensor self) {
    return self.dtype().isFloatingPoint() ? realInPlace(rule, self) : self;
  }

  /** A function of two operands, broadcast, in a floating type. */
  static Tensor pair(MappedPairRule rule, Tensor self, Tensor other, DType dtype) {
    Layout shape = Broadcast.of(self.layout(), other.layout());
    Tensor result = Dense.tensor(values(rule, self, other, dtype, shape), dtype, shape);
    return Recording.isNeeded(self, other) ? node(rule, self, other).record(result) : result;
  }

  /** A function of two operands written over the first. */
  static Tensor pairInPlace(MappedPairRule rule, Tensor self, Tensor other, DType dtype) {
    InPlace.check(self, dtype);
    Layout shape = Broadcast.of(self.layout(), other.layout());
    InPlace.checkShape(self, shape);
    BinaryNode node = null;
    if (Recording.isNeeded(self, other)) {
      node = node(rule, self, other);
      node.copySelfBeforeWriting(self);
    }
    Dense.write(self, values(rule, self, other, dtype, shape), dtype);
    return node == null ? self : node.recordInPlace(self);
  }

  private static Object values(MappedRule rule, Tensor self, DType dtype, Layout shape) {
    int n = shape.count();
    return rounded(Mapping.apply(rule.function(), doubles(self, shape, dtype), n), dtype);
  }

  private static Object values(
      MappedPairRule rule, Tensor self, Tensor other, DType dtype, Layout shape) {
    double[] x = doubles(self, shape, dtype);
    double[] y = doubles(other, shape, dtype);
    return rounded(Mapping.apply(rule.function(), x, y, shape.count()), dtype);
  }

  /** Integers are rounded to the type of the result first. */
  private static double[] doubles(Tensor tensor, Layout shape, DType dtype) {
    boolean exact = tensor.dtype().isFloatingPoint() || dtype == DType.FLOAT64;
    return Dense.doubles(exact ? tensor : Conversions.detach(tensor).to(dtype), shape);
  }

  private static Object rounded(double[] values, DType dtype) {
    return Convert.convert(values, DType.FLOAT64, dtype, values.length);
  }

  private static UnaryNode node(MappedRule rule, Tensor self) {
    return new UnaryNode(rule.name(), rule.reads(), rule.derivative(), self);
  }

  private static BinaryNode node(MappedPairRule rule, Tensor self, Tensor other) {
    return new BinaryNode(rule.name(), rule.self(), rule.other(), self, other);
  }
}
