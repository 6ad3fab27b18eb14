package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Covariances and correlations of variables, one a row, over observations, one a column. */
public final class Covariances {
  private Covariances() {}

  /** Covariances, optionally of weighted observations. */
  public static Tensor cov(
      Tensor self, long correction, @Nullable Tensor counts, @Nullable Tensor importances) {
    checkInput("cov", self);
    if (self.dtype() == DType.BOOL) {
      throw new IllegalArgumentException("cov(): bool dtype is not supported for input");
    }
    Tensor in = self.dim() < 2 ? self.reshape(1, -1) : self;
    Tensor weights = weights(in.size(1), counts, importances);
    return weights == null ? plain(in, correction) : weighted(in, weights, correction, importances);
  }

  private static Tensor plain(Tensor in, long correction) {
    double count = in.size(1);
    Tensor centred = in.sub(in.sum(1).div(count).unsqueeze(1));
    double norm = Math.max(0, count - correction);
    return centred.mm(centred.t()).div(norm).squeeze();
  }

  private static Tensor weighted(
      Tensor in, Tensor weights, long correction, @Nullable Tensor importances) {
    Tensor total = weights.sum();
    Tensor centred = in.sub(in.mul(weights).sum(1).div(total).unsqueeze(1));
    Tensor again = centred.mul(weights);
    Tensor norm = norm(total, correction, weights, importances);
    return again.mm(transposed(centred, again)).div(norm).squeeze();
  }

  /** The other factor, in the type of the weighted one. */
  private static Tensor transposed(Tensor centred, Tensor weighted) {
    return centred.to(weighted.dtype()).t();
  }

  private static @Nullable Tensor weights(
      long observations, @Nullable Tensor counts, @Nullable Tensor importances) {
    if (counts != null) {
      checkCounts(counts, observations);
    }
    if (importances != null) {
      checkImportances(importances, observations);
    }
    Tensor weights =
        counts == null ? importances : importances == null ? counts : counts.mul(importances);
    if (weights != null && weights.sum().item() == 0) {
      throw new IllegalArgumentException("cov(): weights sum to zero, can't be normalized");
    }
    return weights;
  }

  private static Tensor norm(
      Tensor total, long correction, Tensor weights, @Nullable Tensor importances) {
    Tensor norm = total;
    if (correction != 0) {
      norm =
          importances == null
              ? total.sub(correction)
              : total.sub(weights.mul(importances).sum().div(total).mul(correction));
    }
    return norm.item() <= 0 ? Tensor.zeros(norm.dtype()) : norm;
  }

  private static void checkCounts(Tensor weights, long observations) {
    checkWeights("fweights", weights);
    if (weights.dtype().kind() != DType.Kind.INTEGRAL) {
      throw new IllegalArgumentException(
          "cov(): expected fweights to have integral dtype but got fweights with %s dtype"
              .formatted(weights.dtype().title()));
    }
    checkSize("fweights", weights, observations);
  }

  private static void checkImportances(Tensor weights, long observations) {
    checkWeights("aweights", weights);
    if (!weights.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "cov(): expected aweights to have floating point dtype but got aweights with %s dtype"
              .formatted(weights.dtype().title()));
    }
    checkSize("aweights", weights, observations);
  }

  private static void checkWeights(String name, Tensor weights) {
    if (weights.dim() > 1) {
      throw new IllegalArgumentException(
          "cov(): expected %s to have one or fewer dimensions but got %s with %d dimensions"
              .formatted(name, name, weights.dim()));
    }
  }

  private static void checkSize(String name, Tensor weights, long observations) {
    if (weights.numel() != observations) {
      throw new IllegalArgumentException(
          "cov(): expected %s to have the same numel as there are observations in the input but got %d != %d"
              .formatted(name, weights.numel(), observations));
    }
    if (weights.lt(0).any().itemBoolean()) {
      throw new IllegalArgumentException("cov(): " + name + " cannot be negative");
    }
  }

  private static void checkInput(String name, Tensor self) {
    if (self.dim() > 2) {
      throw new IllegalArgumentException(
          "%s(): expected input to have two or fewer dimensions but got an input with %d dimensions"
              .formatted(name, self.dim()));
    }
  }

  /** Covariances divided by the standard deviations. */
  public static Tensor corrcoef(Tensor self) {
    checkInput("corrcoef", self);
    Tensor covariances = cov(self, 1, null, null);
    if (covariances.dim() == 0) {
      return covariances.div(covariances);
    }
    Tensor deviations = covariances.diagonal().sqrt();
    Tensor ratios = covariances.div(deviations.unsqueeze(1)).div(deviations.unsqueeze(0));
    return ratios.clamp(-1, 1);
  }
}
