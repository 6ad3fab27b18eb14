package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.EighResult;
import dev.adjoint.SvdResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.derivatives.PseudoInverseDerivatives;
import dev.adjoint.ops.Formula.Saves;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Pseudo-inverses, and the ranks behind them. */
public final class PseudoInverses {
  private PseudoInverses() {}

  /** The pseudo-inverse; tolerances broadcast to the leading sizes, null for the default. */
  public static Tensor pinv(
      Tensor a, @Nullable Tensor atol, @Nullable Tensor rtol, boolean hermitian) {
    if (a.dim() < 2 || !a.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "linalg.pinv(%s{%s}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types"
              .formatted(a.dtype().title(), Arrays.toString(a.shape())));
    }
    if (hermitian) {
      MatrixChecks.requireSquare("linalg.pinv", a);
    }
    return new Formula(
            "LinalgPinvBackward0",
            Saves.ALL,
            in -> inverted(in[0], new Tolerance(atol, rtol), hermitian),
            (g, saved, input) -> PseudoInverseDerivatives.pinvA(g[0], saved[0], saved[1]))
        .apply(a);
  }

  /** Below which magnitude a singular value counts as zero: absolutely, and to the largest one. */
  private record Tolerance(@Nullable Tensor absolute, @Nullable Tensor relative) {

    Tensor of(Tensor a, Tensor largest) {
      double usual = Spectra.epsilon(a.dtype()) * Math.max(a.size(-2), a.size(-1));
      Tensor bound = Tensor.zerosLike(largest);
      if (relative != null) {
        bound = largest.mul(relative.to(DType.FLOAT64));
      } else if (absolute == null) {
        bound = largest.mul(usual);
      }
      return absolute == null ? bound : bound.maximum(absolute.to(DType.FLOAT64));
    }
  }

  private static Tensor inverted(Tensor a, Tolerance tolerance, boolean hermitian) {
    if (a.numel() == 0) {
      return Tensor.zerosLike(a).mT().contiguous();
    }
    Tensor exact = a.to(DType.FLOAT64);
    Tensor result;
    if (hermitian) {
      EighResult found = Spectra.eigh(exact, "L");
      Tensor kept = reciprocals(a, found.eigenvalues(), tolerance);
      Tensor vectors = found.eigenvectors();
      result = vectors.mul(kept.unsqueeze(-2)).matmul(vectors.mT());
    } else {
      SvdResult found = Spectra.svd(exact, false);
      Tensor kept = reciprocals(a, found.s(), tolerance);
      result = found.vh().mT().mul(kept.unsqueeze(-2)).matmul(found.u().mT());
    }
    return result.to(a.dtype());
  }

  private static Tensor reciprocals(Tensor a, Tensor values, Tolerance tolerance) {
    Tensor magnitudes = values.abs();
    Tensor bound = tolerance.of(a, Extrema.amax(magnitudes, new int[] {-1}, false));
    Tensor dropped = magnitudes.le(bound.unsqueeze(-1));
    return values.reciprocal().maskedFill(dropped, 0);
  }

  /** The number of singular values that do not count as zero. */
  public static Tensor rank(
      Tensor a, @Nullable Tensor atol, @Nullable Tensor rtol, boolean hermitian) {
    if (a.dim() < 2) {
      throw new IllegalArgumentException(
          "torch.linalg.matrix_rank: The input tensor input must have at least 2 dimensions.");
    }
    MatrixChecks.requireFloating("linalg.matrix_rank", a);
    try (var _ = GradMode.set(false)) {
      if (a.numel() == 0) {
        return Tensor.zeros(DType.INT64, Arrays.copyOf(a.shape(), a.dim() - 2));
      }
      Tensor exact = a.to(DType.FLOAT64);
      Tensor values =
          hermitian ? Spectra.eigh(exact, "L").eigenvalues().abs() : Spectra.svdvals(exact);
      Tensor largest = Extrema.amax(values, new int[] {-1}, false);
      Tensor bound = new Tolerance(atol, rtol).of(a, largest);
      return values.gt(bound.unsqueeze(-1)).sum(-1, false);
    }
  }
}
