package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.kernels.Layout;

/** Elementwise operations in general: types, broadcasting, recording, in-place forms. */
final class Elementwise {
  private Elementwise() {}

  static Tensor apply(UnaryRule rule, Tensor self, DType dtype) {
    Layout shape = Broadcast.dense(self.layout());
    Object values = ElementwiseValues.unary(rule.op(), self, dtype, shape, null);
    Tensor result = Dense.tensor(values, dtype, shape);
    return Recording.isNeeded(self) ? node(rule, self).record(result) : result;
  }

  static Tensor apply(BinaryRule rule, Tensor self, Tensor other, DType dtype) {
    Layout shape = Broadcast.of(self.layout(), other.layout());
    Object values = ElementwiseValues.binary(rule.op(), self, other, dtype, shape, null);
    Tensor result = Dense.tensor(values, dtype, shape);
    return Recording.isNeeded(self, other) ? node(rule, self, other).record(result) : result;
  }

  static Tensor apply(ScalarRule rule, Tensor self, Scalar number, DType dtype) {
    Layout shape = Broadcast.dense(self.layout());
    Object values = ElementwiseValues.scalar(rule, self, number, dtype, null);
    Tensor result = Dense.tensor(values, dtype, shape);
    return Recording.isNeeded(self) ? node(rule, self).record(result) : result;
  }

  static Tensor applyInPlace(UnaryRule rule, Tensor self, DType dtype) {
    InPlace.check(self, dtype);
    UnaryNode node = null;
    if (Recording.isNeeded(self)) {
      node = node(rule, rule.reads().readsSelf() ? self.clone() : self);
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
    UnaryNode node = null;
    if (Recording.isNeeded(self)) {
      node = node(rule, rule.reads().readsSelf() ? self.clone() : self);
    }
    Object out = InPlace.target(self, dtype);
    Dense.write(self, ElementwiseValues.scalar(rule, self, number, dtype, out), dtype);
    return node == null ? self : node.recordInPlace(self);
  }

  private static UnaryNode node(UnaryRule rule, Tensor self) {
    return new UnaryNode(rule.name(), rule.reads(), rule.derivative(), self);
  }

  private static UnaryNode node(ScalarRule rule, Tensor self) {
    return new UnaryNode(rule.name(), rule.reads(), rule.derivative(), self, rule.operands());
  }

  private static BinaryNode node(BinaryRule rule, Tensor self, Tensor other) {
    return new BinaryNode(rule.name(), rule.self(), rule.other(), self, other);
  }
}
