package dev.adjoint.ops;

import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Tensors given a least rank, and joined after that. */
public final class Rank {

  private Rank() {}

  private static void requireAny(String name, Tensor... tensors) {
    if (tensors.length == 0) {
      throw new IllegalArgumentException(name + " expects a non-empty TensorList");
    }
  }

  /** A vector at least. */
  public static Tensor atLeast1d(Tensor self) {
    return self.dim() == 0 ? self.reshape(1) : self;
  }

  /** A matrix at least: a vector is a row. */
  public static Tensor atLeast2d(Tensor self) {
    return switch (self.dim()) {
      case 0 -> self.reshape(1, 1);
      case 1 -> self.unsqueeze(0);
      default -> self;
    };
  }

  /** Of rank 3 at least: a matrix has depth 1. */
  public static Tensor atLeast3d(Tensor self) {
    return switch (self.dim()) {
      case 0 -> self.reshape(1, 1, 1);
      case 1 -> self.unsqueeze(0).unsqueeze(-1);
      case 2 -> self.unsqueeze(-1);
      default -> self;
    };
  }

  /** Side by side: vectors end to end. */
  public static Tensor horizontally(Tensor... tensors) {
    if (tensors.length == 0) {
      throw new IllegalArgumentException("hstack expects a non-empty TensorList");
    }
    Tensor[] raised = raised(Rank::atLeast1d, tensors);
    return Joining.cat(raised, raised[0].dim() == 1 ? 0 : 1);
  }

  /** One above the other: vectors as rows. */
  public static Tensor vertically(Tensor... tensors) {
    requireAny("vstack", tensors);
    return Joining.cat(raised(Rank::atLeast2d, tensors), 0);
  }

  /** One behind the other. */
  public static Tensor inDepth(Tensor... tensors) {
    requireAny("dstack", tensors);
    return Joining.cat(raised(Rank::atLeast3d, tensors), 2);
  }

  /** Vectors as the columns of a matrix. */
  public static Tensor asColumns(Tensor... tensors) {
    return horizontally(raised(t -> t.dim() < 2 ? t.reshape(-1, 1) : t, tensors));
  }

  private static Tensor[] raised(UnaryOperator<Tensor> change, Tensor... tensors) {
    return Arrays.stream(tensors).map(change).toArray(Tensor[]::new);
  }
}
