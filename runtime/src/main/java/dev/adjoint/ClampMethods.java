package dev.adjoint;

import dev.adjoint.ops.Clamping;
import dev.adjoint.ops.Scalar;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Elements kept between bounds. Derivative: the gradient goes to what is taken. */
public sealed interface ClampMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  private static @Nullable Scalar scalar(@Nullable Number bound) {
    return switch (bound) {
      case null -> null;
      case Double value -> Scalar.of(value);
      case Float value -> Scalar.of(value.doubleValue());
      default -> Scalar.of(bound.longValue());
    };
  }

  /**
   * Elements between two numbers. Derivative: {@code gradOutput} between the bounds, bounds
   * included.
   *
   * @param min the lower bound, or null for none
   * @param max the upper bound, or null for none; it wins if the bounds cross
   * @return a new tensor of the promoted type
   */
  default Tensor clamp(@Nullable Number min, @Nullable Number max) {
    return Clamping.clamp(self(), scalar(min), scalar(max));
  }

  /**
   * Elements between two tensors. Derivatives: {@code gradOutput} to the element or the bound that
   * is taken.
   *
   * @param min the lower bounds, broadcast, or null for none
   * @param max the upper bounds, broadcast, or null for none; they win if the bounds cross
   * @return a new tensor of the promoted type
   * @throws IllegalArgumentException if there is no bound
   */
  default Tensor clamp(@Nullable Tensor min, @Nullable Tensor max) {
    return Clamping.clamp(self(), min, max);
  }

  /**
   * Elements not below a number.
   *
   * @param min the lower bound
   * @return a new tensor
   */
  default Tensor clampMin(Number min) {
    return Clamping.clampMin(self(), Objects.requireNonNull(scalar(min)));
  }

  /**
   * Elements not below a tensor.
   *
   * @param min the lower bounds, broadcast
   * @return a new tensor
   */
  default Tensor clampMin(Tensor min) {
    return Clamping.clampMin(self(), min);
  }

  /**
   * Elements not above a number.
   *
   * @param max the upper bound
   * @return a new tensor
   */
  default Tensor clampMax(Number max) {
    return Clamping.clampMax(self(), Objects.requireNonNull(scalar(max)));
  }

  /**
   * Elements not above a tensor.
   *
   * @param max the upper bounds, broadcast
   * @return a new tensor
   */
  default Tensor clampMax(Tensor max) {
    return Clamping.clampMax(self(), max);
  }

  /**
   * Elements between two numbers, in place; derivative as of {@link #clamp(Number, Number)}.
   *
   * @param min the lower bound, or null for none
   * @param max the upper bound, or null for none
   * @return this tensor
   */
  default Tensor clamp_(@Nullable Number min, @Nullable Number max) {
    return Clamping.clampInPlace(self(), scalar(min), scalar(max));
  }

  /**
   * Elements between two tensors, in place; derivatives as of {@link #clamp(Tensor, Tensor)}.
   *
   * @param min the lower bounds, or null for none
   * @param max the upper bounds, or null for none
   * @return this tensor
   */
  default Tensor clamp_(@Nullable Tensor min, @Nullable Tensor max) {
    return Clamping.clampInPlace(self(), min, max);
  }

  /**
   * Elements not below a tensor, in place.
   *
   * @param min the lower bounds, broadcast
   * @return this tensor
   */
  default Tensor clampMin_(Tensor min) {
    return clamp_(min, null);
  }

  /**
   * Elements not above a tensor, in place.
   *
   * @param max the upper bounds, broadcast
   * @return this tensor
   */
  default Tensor clampMax_(Tensor max) {
    return clamp_(null, max);
  }
}
