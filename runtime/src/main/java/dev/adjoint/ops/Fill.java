package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.FillDerivatives;
import dev.adjoint.ops.Formula.Saves;

/** One value everywhere, in the shape and type of a tensor. */
public final class Fill {
  private Fill() {}

  /** A number everywhere. */
  public static Tensor fill(Tensor self, Scalar value) {
    return new Formula(
            "FillBackward0",
            Saves.NOTHING,
            in -> Creation.full(value, in[0].dtype(), in[0].layout().sizes()),
            (g, _, input) -> FillDerivatives.fillSelf(g[0]))
        .apply(self);
  }

  /** The value of a scalar tensor everywhere. */
  public static Tensor fill(Tensor self, Tensor value) {
    if (value.dim() != 0) {
      throw new IllegalArgumentException(
          "fill_ only supports 0-dimension value tensor but got tensor with %d dimensions."
              .formatted(value.dim()));
    }
    Tensor like = Conversions.detach(value);
    return new Formula(
            "FillBackward1",
            Saves.NOTHING,
            in -> in[1].to(in[0].dtype()).expand(in[0].shape()).clone(),
            (g, _, input) ->
                input == 0 ? FillDerivatives.fillSelf(g[0]) : FillDerivatives.fillValue(g[0], like))
        .apply(self, value);
  }
}
