package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.CopyDerivatives;
import dev.adjoint.kernels.CompareOp;
import dev.adjoint.kernels.Convert;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A Java function called for every element, and comparisons written over an operand. */
public final class Elements {
  private Elements() {}

  /** Replaces every element by a function of it. */
  public static Tensor apply(Tensor self, DoubleUnaryOperator function) {
    requireConstant("apply_", self);
    double[] values = (double[]) Dense.copy(self, DType.FLOAT64);
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(values[i]);
    }
    return written(self, values);
  }

  /** Replaces every element by a function of it and another one. */
  public static Tensor map(Tensor self, Tensor other, DoubleBinaryOperator function) {
    requireConstant("map_", self);
    requireConstant("map_", other);
    InPlace.checkShape(self, Broadcast.of(self.layout(), other.layout()));
    double[] values = (double[]) Dense.copy(self, DType.FLOAT64);
    double[] others = Dense.doubles(other, Broadcast.dense(self.layout()));
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(values[i], others[i]);
    }
    return written(self, values);
  }

  private static Tensor written(Tensor self, double[] values) {
    InPlace.checkWritable(self);
    Dense.write(
        self, Convert.convert(values, DType.FLOAT64, self.dtype(), values.length), self.dtype());
    return self;
  }

  private static void requireConstant(String name, Tensor tensor) {
    if (tensor.requiresGrad()) {
      throw new IllegalArgumentException(
          "Can't call %s() on Variable that requires grad. Use var.detach().%s() instead."
              .formatted(name, name));
    }
  }

  /** The outcome of a comparison in the type of the tensor, written over it. */
  public static Tensor compare(CompareOp op, Tensor self, Tensor other) {
    return replaced(op, self, Comparisons.compare(op, self, other));
  }

  /** The outcome of a comparison in the type of the tensor, written over it. */
  public static Tensor compare(CompareOp op, Tensor self, Scalar other) {
    return replaced(op, self, Comparisons.compare(op, self, other));
  }

  private static Tensor replaced(CompareOp op, Tensor self, Tensor truth) {
    InPlace.checkWritable(self);
    InPlace.checkShape(self, truth.layout());
    UnaryNode node = null;
    if (Recording.isNeeded(self)) {
      String name = op.name().charAt(0) + op.name().substring(1).toLowerCase(java.util.Locale.ROOT);
      node =
          new UnaryNode(
              name + "Backward1",
              Reads.NOTHING,
              (g, before, result) -> CopyDerivatives.overwritten(g),
              self);
    }
    Dense.write(self, truth.storage().array(), DType.BOOL);
    return node == null ? self : node.recordInPlace(self);
  }
}
