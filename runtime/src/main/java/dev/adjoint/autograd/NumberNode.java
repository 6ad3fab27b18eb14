package dev.adjoint.autograd;

import dev.adjoint.Tensor;

/**
 * An operation of a tensor and a number that is linear in the tensor: nothing is saved but the
 * number.
 */
public final class NumberNode extends OperandNode {
  private final Operation operation;
  private final double number;

  /**
   * What such nodes share.
   *
   * @param name the name of the nodes, such as {@code MulBackward0}
   * @param operands how many operands a node shows: PyTorch counts some numbers as well
   * @param derivative the gradient of the tensor
   */
  public record Operation(String name, int operands, NumberDerivative derivative) {}

  /**
   * A node for an operation just computed.
   *
   * @param operation which one
   * @param number its number
   * @param self the tensor
   */
  public NumberNode(Operation operation, double number, Tensor self) {
    super(self);
    this.operation = operation;
    this.number = number;
  }

  @Override
  public String name() {
    return operation.name;
  }

  @Override
  protected int inputCount() {
    return operation.operands;
  }

  @Override
  void save(Tensor result) {}

  @Override
  Tensor gradient(Tensor gradOutput) {
    return operation.derivative.apply(gradOutput, number);
  }
}
