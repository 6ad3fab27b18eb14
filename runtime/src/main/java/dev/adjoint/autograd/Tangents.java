package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Jacobian-vector products out of vector-Jacobian products. These are linear in the gradient of the
 * result, so their own derivative with respect to it is the transposed map: from tangents of the
 * operands to the tangent of the result. It holds for whatever is composed of differentiable
 * operations. (Known as the double-backward trick.)
 */
public final class Tangents {
  private Tangents() {}

  /**
   * The tangent of an operation's result. For generated code: one call per operation, with the
   * derivatives that the reverse sweep uses.
   *
   * @param value the result; only its shape and element type are read
   * @param vjp from a gradient of the result to one gradient per operand, by differentiable
   *     operations; null where there is none
   * @param tangents one per operand, null for zero
   * @return the tangent, of the shape of {@code value}; recorded if gradients are on and the
   *     operands or tangents require one
   */
  public static Tensor of(
      Tensor value, Function<Tensor, @Nullable Tensor[]> vjp, @Nullable Tensor... tangents) {
    Tensor tangent = ofOrNull(value, vjp, tangents, GradMode.isEnabled());
    return tangent == null ? Tensor.zerosLike(value) : tangent;
  }

  /**
   * As {@link #of}, with null instead of zeros if no operand's tangent reaches the result.
   *
   * @param recorded whether the tangent is to be differentiable
   */
  static @Nullable Tensor ofOrNull(
      Tensor value,
      Function<Tensor, @Nullable Tensor[]> vjp,
      @Nullable Tensor[] tangents,
      boolean recorded) {
    try (var _ = GradMode.set(true);
        var _ = GradMode.pauseTangents()) {
      // Any gradient would do, were there not derivatives that take its logarithm.
      Tensor gradOutput = Tensor.ones(value.dtype(), value.shape()).requiresGrad_();
      return transposed(gradOutput, vjp.apply(gradOutput), tangents, recorded);
    }
  }

  private static @Nullable Tensor transposed(
      Tensor gradOutput,
      @Nullable Tensor[] gradients,
      @Nullable Tensor[] tangents,
      boolean recorded) {
    List<Tensor> roots = new ArrayList<>(gradients.length);
    List<Tensor> seeds = new ArrayList<>(gradients.length);
    for (int i = 0; i < gradients.length; i++) {
      Tensor gradient = gradients[i];
      Tensor tangent = tangents[i];
      if (gradient != null && tangent != null && gradient.requiresGrad()) {
        roots.add(gradient);
        seeds.add(tangent);
      }
    }
    return roots.isEmpty()
        ? null
        : Engine.grad(
            roots.toArray(new Tensor[0]),
            new Tensor[] {gradOutput},
            seeds.toArray(new Tensor[0]),
            recorded,
            recorded,
            true)[0];
  }
}
