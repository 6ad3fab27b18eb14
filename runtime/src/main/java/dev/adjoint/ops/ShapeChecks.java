package dev.adjoint.ops;

import dev.adjoint.Tensor;

/** Refusals of shapes. */
public final class ShapeChecks {

  private ShapeChecks() {}

  /** The tensor, if it has enough dimensions. */
  public static Tensor requireRank(String message, Tensor self, int rank) {
    if (self.dim() < rank) {
      throw new IllegalArgumentException(message);
    }
    return self;
  }
}
