package dev.adjoint.derivatives;

import dev.adjoint.Tensor;

/**
 * Derivatives of the family {@link dev.adjoint.ops.Fused}: of each operand by its number, from the
 * operands.
 */
public final class FusedDerivatives {

  private FusedDerivatives() {}

  /** Of {@code addcmul}: the gradient, and its products with {@code value} and the other factor. */
  public static Tensor addcmul(Tensor gradOutput, Tensor[] operands, double value, int input) {
    Tensor gradient =
        switch (input) {
          case 0 -> gradOutput;
          case 1 -> gradOutput.mul(operands[2].mul(value));
          default -> gradOutput.mul(operands[1].mul(value));
        };
    return Operands.fit(gradient, operands[input]);
  }

  /** Of {@code addcdiv}: as of a sum with a quotient. */
  public static Tensor addcdiv(Tensor gradOutput, Tensor[] operands, double value, int input) {
    Tensor gradient =
        switch (input) {
          case 0 -> gradOutput;
          case 1 -> gradOutput.mul(value).div(operands[2]);
          default -> gradOutput.mul(operands[1].mul(-value)).div(operands[2].mul(operands[2]));
        };
    return Operands.fit(gradient, operands[input]);
  }

  /** Of {@code lerp}: the shares of both ends, and their distance. */
  public static Tensor lerp(Tensor gradOutput, Tensor[] operands, int input) {
    Tensor gradient =
        switch (input) {
          case 0 -> gradOutput.mul(operands[2].rsub(1));
          case 1 -> gradOutput.mul(operands[2]);
          default -> gradOutput.mul(operands[1].sub(operands[0]));
        };
    return Operands.fit(gradient, operands[input]);
  }

  /** Of {@code lerp} with a number: the shares of both ends. */
  public static Tensor lerp(Tensor gradOutput, Tensor[] operands, double weight, int input) {
    return Operands.fit(gradOutput.mul(input == 0 ? 1 - weight : weight), operands[input]);
  }
}
