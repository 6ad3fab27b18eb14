package dev.adjoint.tests.golden;

import dev.adjoint.Tensor;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Rows that many operations share: one operand, or two that may be tensors or numbers. */
final class Families {

  private Families() {}

  /** An operation of one tensor. */
  static void unary(OperatorTable table, String name, UnaryOperator<Tensor> operation) {
    table.single(name, a -> operation.apply(a.tensor(0, "input")));
  }

  /** An operation of one tensor, and its in-place twin. */
  static void unary(
      OperatorTable table,
      String name,
      UnaryOperator<Tensor> operation,
      UnaryOperator<Tensor> twin) {
    unary(table, name, operation);
    unary(table, name + "_", twin);
  }

  /** An operation of two tensors. */
  static void binary(OperatorTable table, String name, BinaryOperator<Tensor> operation) {
    table.single(name, a -> operation.apply(a.tensor(0), a.tensor(1, "other")));
  }

  /** An operation of two tensors, and its in-place twin. */
  static void binary(
      OperatorTable table,
      String name,
      BinaryOperator<Tensor> operation,
      BinaryOperator<Tensor> twin) {
    binary(table, name, operation);
    binary(table, name + "_", twin);
  }

  /** An operation of a tensor and an integer. */
  @FunctionalInterface
  interface WithInteger {
    Tensor apply(Tensor tensor, long number);
  }

  /** An operation of a tensor and a floating number. */
  @FunctionalInterface
  interface WithNumber {
    Tensor apply(Tensor tensor, double number);
  }

  /**
   * An operation whose second operand is a tensor or a number. A number as first operand goes
   * through {@code reversed}; true counts as 1.
   *
   * @param tensors two tensors
   * @param integer a tensor and an integer
   * @param number a tensor and a floating number
   */
  record Mixed(BinaryOperator<Tensor> tensors, WithInteger integer, WithNumber number) {

    Tensor apply(Tensor tensor, Object other) {
      return switch (other) {
        case Tensor second -> tensors.apply(tensor, second);
        case Double value -> number.apply(tensor, value);
        case Long value -> integer.apply(tensor, value);
        case Boolean value -> tensors.apply(tensor, Tensor.tensor(value));
        default -> throw new ClassCastException("not an operand: " + other);
      };
    }
  }

  static void mixed(OperatorTable table, String name, Mixed operation, Mixed reversed) {
    table.single(
        name,
        a ->
            a.find(0, "input") instanceof Tensor self
                ? operation.apply(self, a.scalar(1, "other", 0L))
                : reversed.apply(a.tensor(1), a.scalar(0, "input", 0L)));
  }
}
