package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.ops.Activations;

/** Derivatives of activations that multiply by a gate or a weight. */
public final class GatedActivationDerivatives {
  private static final double CUBE = 0.044715;

  private GatedActivationDerivatives() {}

  /**
   * Of {@code glu}: {@code gradOutput * s} for the first half and {@code gradOutput * first * s (1
   * - s)} for the second, with its sigmoid {@code s}.
   */
  @DerivativeOf(type = Functional.class, method = "glu", wrt = "input")
  public static Tensor gluInput(Tensor gradOutput, Tensor input, int dim) {
    Tensor gate = Activations.half(input, dim, 1).sigmoid();
    Tensor first = gradOutput.mul(gate);
    Tensor second = first.mul(gate.rsub(1)).mul(Activations.half(input, dim, 0));
    return Tensor.cat(new Tensor[] {first, second}, dim);
  }

  /**
   * Of {@code geluTanh}: {@code gradOutput * (1 + t + x (1 - t^2) u') / 2} with the inner function
   * {@code u} and its hyperbolic tangent {@code t}.
   */
  @DerivativeOf(type = Functional.class, method = "geluTanh", wrt = "input")
  public static Tensor geluTanhInput(Tensor gradOutput, Tensor input) {
    Tensor tanh = Activations.geluInner(input).tanh();
    Tensor slope = input.square().mul(3 * CUBE).add(1).mul(Math.sqrt(2 / Math.PI));
    Tensor steep = input.mul(tanh.square().rsub(1)).mul(slope);
    return gradOutput.mul(tanh.add(1).add(steep).mul(0.5));
  }

  /** Of {@code prelu}: {@code gradOutput}, times the weight of the channel up to zero. */
  @DerivativeOf(type = Functional.class, method = "prelu", wrt = "input")
  public static Tensor preluInput(Tensor gradOutput, Tensor input, Tensor weight) {
    Tensor slopes = Activations.slopes(input, weight);
    return Tensor.where(input.gt(0), gradOutput, gradOutput.mul(slopes));
  }

  /** Of {@code prelu}: {@code gradOutput * input} up to zero, summed over each channel. */
  @DerivativeOf(type = Functional.class, method = "prelu", wrt = "weight")
  public static Tensor preluWeight(Tensor gradOutput, Tensor input, Tensor weight) {
    Tensor slopes = Activations.slopes(input, weight);
    Tensor below = gradOutput.mul(input).maskedFill(input.gt(0), 0);
    return Operands.fit(below, slopes).reshape(weight.shape());
  }
}
