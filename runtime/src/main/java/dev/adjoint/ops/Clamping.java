package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.ClampDerivatives;
import dev.adjoint.ops.Formula.Saves;
import org.jspecify.annotations.Nullable;

/** Elements kept between bounds; where the bounds cross, the upper one wins. */
public final class Clamping {

  private static final Formula BETWEEN =
      new Formula(
          "ClampBackward0",
          Saves.OPERANDS,
          in -> Arithmetic.minimum(Arithmetic.maximum(in[0], in[1]), in[2]),
          (g, saved, input) -> ClampDerivatives.between(g[0], saved, input));
  private static final Formula FROM_BELOW =
      new Formula(
          "ClampMinBackward1",
          Saves.OPERANDS,
          in -> Arithmetic.maximum(in[0], in[1]),
          (g, saved, input) -> ClampDerivatives.fromBelow(g[0], saved, input));
  private static final Formula FROM_ABOVE =
      new Formula(
          "ClampMaxBackward1",
          Saves.OPERANDS,
          in -> Arithmetic.minimum(in[0], in[1]),
          (g, saved, input) -> ClampDerivatives.fromAbove(g[0], saved, input));

  private static final Formula BELOW_ONLY =
      new Formula(
          "ClampBackward0",
          Saves.OPERANDS,
          in -> Arithmetic.maximum(in[0], in[1]),
          (g, saved, input) -> ClampDerivatives.fromBelow(g[0], saved, input));
  private static final Formula ABOVE_ONLY =
      new Formula(
          "ClampBackward0",
          Saves.OPERANDS,
          in -> Arithmetic.minimum(in[0], in[2]),
          (g, saved, input) ->
              ClampDerivatives.fromAbove(
                  g[0], new Tensor[] {saved[0], saved[2]}, Math.min(input, 1)));

  private Clamping() {}

  /** Clamps by tensors, broadcast; a missing bound does not limit. */
  public static Tensor clamp(Tensor self, @Nullable Tensor min, @Nullable Tensor max) {
    if (min != null && max != null) {
      return BETWEEN.apply(self, min, max);
    }
    return min != null
        ? BELOW_ONLY.apply(self, min, Formula.absent())
        : ABOVE_ONLY.apply(self, Formula.absent(), required(max));
  }

  /** Clamps from below by a tensor, broadcast. */
  public static Tensor clampMin(Tensor self, Tensor min) {
    return FROM_BELOW.apply(self, min);
  }

  /** Clamps from above by a tensor, broadcast. */
  public static Tensor clampMax(Tensor self, Tensor max) {
    return FROM_ABOVE.apply(self, max);
  }

  /** Clamps from below by a number. */
  public static Tensor clampMin(Tensor self, Scalar min) {
    return limited("ClampMinBackward0", self, min, null).apply(self);
  }

  /** Clamps from above by a number. */
  public static Tensor clampMax(Tensor self, Scalar max) {
    return limited("ClampMaxBackward0", self, null, max).apply(self);
  }

  /** Clamps by tensors, written over the first operand. */
  public static Tensor clampInPlace(Tensor self, @Nullable Tensor min, @Nullable Tensor max) {
    if (min != null && max != null) {
      return BETWEEN.applyInPlace(self, min, max);
    }
    return min != null
        ? FROM_BELOW.applyInPlace(self, min)
        : FROM_ABOVE.applyInPlace(self, required(max));
  }

  private static Tensor required(@Nullable Tensor bound) {
    if (bound == null) {
      throw new IllegalArgumentException(
          "torch.clamp: At least one of 'min' or 'max' must not be None");
    }
    return bound;
  }

  /** Clamps by numbers; a missing bound does not limit. */
  public static Tensor clamp(Tensor self, @Nullable Scalar min, @Nullable Scalar max) {
    return limited("ClampBackward1", self, min, max).apply(self);
  }

  /** Clamps by numbers, written over the operand. */
  public static Tensor clampInPlace(Tensor self, @Nullable Scalar min, @Nullable Scalar max) {
    return limited("ClampBackward1", self, min, max).applyInPlace(self);
  }

  private static void requireBound(@Nullable Scalar min, @Nullable Scalar max) {
    if (min == null && max == null) {
      throw new IllegalArgumentException(
          "torch.clamp: At least one of 'min' or 'max' must not be None");
    }
  }

  private static Formula limited(
      String name, Tensor self, @Nullable Scalar min, @Nullable Scalar max) {
    requireBound(min, max);
    Tensor low = min == null ? null : bound(self, min);
    Tensor high = max == null ? null : bound(self, max);
    return new Formula(
        name,
        Saves.OPERANDS,
        in -> limit(in[0], low, high),
        (g, saved, input) -> ClampDerivatives.inside(g[0], saved[0], low, high));
  }

  private static Tensor bound(Tensor self, Scalar bound) {
    return Creation.full(bound, Promotion.of(self, bound));
  }

  private static Tensor limit(Tensor self, @Nullable Tensor low, @Nullable Tensor high) {
    Tensor lifted = low == null ? self : Arithmetic.maximum(self, low);
    return high == null ? lifted : Arithmetic.minimum(lifted, high);
  }
}
