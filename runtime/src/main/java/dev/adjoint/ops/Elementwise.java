package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.GradientBuffers;
import dev.adjoint.autograd.OperandNode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.kernels.Layout;
import org.jspecify.annotations.Nullable;

/** Elementwise operations in general: types, broadcasting, recording, in-place forms. */
final class Elementwise {
  private Elementwise() {}

  static Tensor apply(UnaryRule rule, Tensor self, DType dtype) {
    Layout shape = Broadcast.dense(self.layout());
    Tensor target = target(dtype, shape);
    Object values = ElementwiseValues.unary(rule.op(), self, dtype, shape, arrayOf(target));
    Tensor result = target == null ? Dense.tensor(values, dtype, shape) : target;
    return Recording.isNeeded(self) ? node(rule, self).record(result) : result;
  }

  static Tensor apply(BinaryRule rule, Tensor self, Tensor other, DType dtype) {
    Layout shape = Broadcast.of(self.layout(), other.layout());
    Tensor target = target(dtype, shape);
    Object values = ElementwiseValues.binary(rule.op(), self, other, dtype, shape, arrayOf(target));
    Tensor result = target == null ? Dense.tensor(values, dtype, shape) : target;
    return Recording.isNeeded(self, other) ? node(rule, self, other).record(result) : result;
  }

  static Tensor apply(ScalarRule rule, Tensor self, Scalar number, DType dtype) {
    return apply(rule, self, number.value(), number.integer(), dtype);
  }

  /** With a floating-point number, which is not boxed then. */
  static Tensor apply(ScalarRule rule, Tensor self, double number, DType dtype) {
    return apply(rule, self, number, (long) number, dtype);
  }

  private static Tensor apply(
      ScalarRule rule, Tensor self, double number, long integer, DType dtype) {
    Layout shape = Broadcast.dense(self.layout());
    Tensor target = target(dtype, shape);
    Object out = arrayOf(target);
    Object values = ElementwiseValues.scalar(rule, self, number, integer, dtype, out);
    Tensor result = target == null ? Dense.tensor(values, dtype, shape) : target;
    return Recording.isNeeded(self) ? rule.recorder().node(self, number).record(result) : result;
  }

  /** A tensor of a backward pass to write over, if this is part of one. */
  private static @Nullable Tensor target(DType dtype, Layout shape) {
    return dtype.isFloatingPoint() ? GradientBuffers.target(dtype, shape) : null;
  }

  private static @Nullable Object arrayOf(@Nullable Tensor target) {
    return target == null ? null : target.storage().array();
  }

  static Tensor applyInPlace(UnaryRule rule, Tensor self, DType dtype) {
    InPlace.check(self, dtype);
    UnaryNode node = null;
    if (Recording.isNeeded(self)) {
      node = node(rule, rule.reads().readsSelf() ? Recording.before(self) : self);
    }
    Layout shape = Broadcast.dense(self.layout());
    Object out = InPlace.target(self, dtype);
    Dense.write(self, ElementwiseValues.unary(rule.op(), self, dtype, shape, out), dtype);
    return node == null ? self : node.recordInPlace(self);
  }

  static Tensor applyInPlace(BinaryRule rule, Tensor self, Tensor other, DType dtype) {
    InPlace.check(self, dtype);
    Layout shape = Broadcast.of(self.layout(), other.layout());
    InPlace.checkShape(self, shape);
    BinaryNode node = null;
    if (Recording.isNeeded(self, other)) {
      node = node(rule, self, other);
      node.copySelfBeforeWriting(self);
    }
    Object out = InPlace.target(self, dtype);
    Dense.write(self, ElementwiseValues.binary(rule.op(), self, other, dtype, shape, out), dtype);
    return node == null ? self : node.recordInPlace(self);
  }

  static Tensor applyInPlace(ScalarRule rule, Tensor self, Scalar number, DType dtype) {
    InPlace.check(self, dtype);
    OperandNode node = null;
    if (Recording.isNeeded(self)) {
      Tensor operand = rule.reads().readsSelf() ? Recording.before(self) : self;
      node = rule.recorder().node(operand, number.value());
    }
    Object out = InPlace.target(self, dtype);
    Object values =
        ElementwiseValues.scalar(rule, self, number.value(), number.integer(), dtype, out);
    Dense.write(self, values, dtype);
    return node == null ? self : node.recordInPlace(self);
  }

  private static UnaryNode node(UnaryRule rule, Tensor self) {
    return new UnaryNode(rule.name(), rule.reads(), rule.derivative(), self);
  }

  private static BinaryNode node(BinaryRule rule, Tensor self, Tensor other) {
    return new BinaryNode(rule.name(), rule.self(), rule.other(), self, other);
  }
}
