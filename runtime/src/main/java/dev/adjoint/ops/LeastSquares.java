package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.LstsqResult;
import dev.adjoint.SvdResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.derivatives.PseudoInverseDerivatives;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Least squares solutions. All drivers solve by singular values; they differ in what they return
 * and in whether small values are cut off.
 */
public final class LeastSquares {
  private static final List<String> DRIVERS = List.of("gels", "gelsy", "gelsd", "gelss");

  private LeastSquares() {}

  /** The solution of least norm; {@code rcond} is relative, null for the default. */
  public static LstsqResult lstsq(Tensor a, Tensor b, @Nullable Double rcond, String driver) {
    requireArguments(a, b, driver);
    boolean vector = a.dim() == b.dim() + 1;
    Tensor right = vector ? b.unsqueeze(-1) : b;
    requireRows(a, right, vector);
    Found found;
    try (var _ = GradMode.set(false)) {
      found = solve(a, right, cutOff(a, rcond, driver));
    }
    boolean residual = hasResiduals(a, found, driver);
    Tensor residuals =
        residual ? residuals(a, right, found.solution) : Creation.zeros(a.dtype(), 0);
    new SeveralResults(
            "LinalgLstsqBackward0",
            (g, saved, input) ->
                PseudoInverseDerivatives.lstsq(
                    g[0], residual ? g[1] : null, saved[0], saved[1], saved[2], input),
            a,
            right)
        .record(new Tensor[] {found.solution, residuals}, a, right, found.solution);
    Tensor solution = vector ? found.solution.squeeze(-1) : found.solution;
    boolean ranks = !driver.equals("gels");
    boolean values = driver.equals("gelss") || driver.equals("gelsd");
    return new LstsqResult(
        solution,
        residuals,
        ranks ? found.rank : Creation.zeros(DType.INT64, 0),
        values ? found.values : Creation.zeros(a.dtype(), 0));
  }

  private record Found(Tensor solution, Tensor rank, Tensor values) {}

  private static double cutOff(Tensor a, @Nullable Double rcond, String driver) {
    if (driver.equals("gels")) {
      return 0;
    }
    double usual = Spectra.epsilon(a.dtype()) * Math.max(a.size(-2), a.size(-1));
    return rcond == null || rcond < 0 ? usual : rcond;
  }

  private static Found solve(Tensor a, Tensor b, double cutOff) {
    SvdResult svd = Spectra.svd(a.to(DType.FLOAT64), false);
    Tensor bound = svd.s().size(-1) == 0 ? svd.s() : svd.s().narrow(-1, 0, 1).mul(cutOff);
    Tensor kept = svd.s().gt(bound);
    Tensor scale = svd.s().reciprocal().maskedFill(kept.logicalNot(), 0).unsqueeze(-1);
    Tensor inner = svd.u().mT().matmul(b.to(DType.FLOAT64)).mul(scale);
    Tensor solution = svd.vh().mT().matmul(inner).to(a.dtype()).contiguous();
    return new Found(solution, kept.sum(-1, false), svd.s().to(a.dtype()));
  }

  private static boolean hasResiduals(Tensor a, Found found, String driver) {
    if (a.size(-2) <= a.size(-1) || driver.equals("gelsy")) {
      return false;
    }
    return driver.equals("gels") || found.rank.eq(a.size(-1)).all().itemBoolean();
  }

  private static Tensor residuals(Tensor a, Tensor b, Tensor solution) {
    try (var _ = GradMode.set(false)) {
      Tensor x = solution.to(DType.FLOAT64);
      Tensor difference = a.to(DType.FLOAT64).matmul(x).sub(b.to(DType.FLOAT64));
      return difference.square().sum(-2, false).to(a.dtype());
    }
  }

  private static void requireArguments(Tensor a, Tensor b, String driver) {
    String name = "torch.linalg.lstsq: ";
    require(a.dim() >= 2, name + "input must have at least 2 dimensions.");
    require(b.dim() >= 1, name + "other must have at least 1 dimension.");
    require(
        a.dtype() == b.dtype(),
        name
            + "Expected input and other to have the same dtype, but got input's dtype %s and other's dtype %s"
                .formatted(a.dtype().title(), b.dtype().title()));
    int difference = a.dim() - b.dim();
    require(
        difference == 0 || difference == 1,
        name
            + "input.dim() must be greater or equal to other.dim() and (input.dim() - other.dim())"
            + " <= 1");
    require(
        DRIVERS.contains(driver),
        name + "parameter `driver` should be one of (gels, gelsy, gelsd, gelss)");
    MatrixChecks.requireFloating("linalg.lstsq", a);
  }

  private static void requireRows(Tensor a, Tensor right, boolean vector) {
    require(
        a.size(-2) == right.size(-2),
        "torch.linalg.lstsq: input.size(-2) should match other.size(%d)"
            .formatted(vector ? -1 : -2));
    MatrixBatch.commonBatch(a, right);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
