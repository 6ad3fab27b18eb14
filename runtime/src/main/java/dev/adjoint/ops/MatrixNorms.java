package dev.adjoint.ops;

import dev.adjoint.InverseResult;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Norms of matrices and condition numbers, composed of sums, extremes and singular values. */
public final class MatrixNorms {
  private static final int[] LAST_TWO = {-2, -1};

  private MatrixNorms() {}

  /** The norm named {@code fro} or {@code nuc}. */
  public static Tensor norm(Tensor a, String ord, int[] dim, boolean keepdim) {
    if (!ord.equals("fro") && !ord.equals("nuc")) {
      throw new IllegalArgumentException("linalg.matrix_norm: Order " + ord + " not supported.");
    }
    int[] at = dimensions(a, dim);
    return ord.equals("fro")
        ? a.norm(2, at, keepdim)
        : spread(Spectra.svdvals(moved(a, at)).sum(-1, false), at, keepdim);
  }

  /** The norm induced by a norm of vectors; -2, -1 and -infinity are the smallest such values. */
  public static Tensor norm(Tensor a, double ord, int[] dim, boolean keepdim) {
    double kind = Math.abs(ord);
    if (kind != 1 && kind != 2 && !Double.isInfinite(kind)) {
      throw new IllegalArgumentException(
          "linalg.matrix_norm: Order " + text(ord) + " not supported.");
    }
    int[] at = dimensions(a, dim);
    if (kind == 2) {
      Tensor values = Spectra.svdvals(moved(a, at));
      return spread(extreme(values, -1, false, ord > 0), at, keepdim);
    }
    int summed = at[kind == 1 ? 0 : 1];
    int searched = at[kind == 1 ? 1 : 0];
    int left = !keepdim && searched > summed ? searched - 1 : searched;
    return extreme(a.abs().sum(summed, keepdim), left, keepdim, ord > 0);
  }

  private static Tensor extreme(Tensor values, int dim, boolean keepdim, boolean largest) {
    if (largest && values.size(dim) == 0) {
      return values.sum(dim, keepdim);
    }
    int[] dims = {dim};
    return largest ? Summaries.amax(values, dims, keepdim) : Summaries.amin(values, dims, keepdim);
  }

  private static int[] dimensions(Tensor a, int[] dim) {
    MatrixChecks.requireMatrix("linalg.matrix_norm", "A", a);
    MatrixChecks.requireFloating("linalg.matrix_norm", a);
    if (dim.length != 2) {
      throw new IllegalArgumentException(
          "linalg.matrix_norm: dim must be a 2-tuple. Got "
              + Arrays.stream(dim).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
    }
    int[] at = Arrays.stream(dim).map(d -> Views.dimension(d, a.dim())).toArray();
    if (at[0] == at[1]) {
      throw new IllegalArgumentException(
          "linalg.matrix_norm: dims must be different. Got (%d, %d)".formatted(at[0], at[1]));
    }
    return at;
  }

  private static Tensor moved(Tensor a, int[] at) {
    return a.movedim(at, LAST_TWO);
  }

  /** With dimensions of size 1 where the matrix was, if they are kept. */
  private static Tensor spread(Tensor values, int[] at, boolean keepdim) {
    if (!keepdim) {
      return values;
    }
    return values.unsqueeze(Math.min(at[0], at[1])).unsqueeze(Math.max(at[0], at[1]));
  }

  private static String text(double number) {
    return number == Math.rint(number) && !Double.isInfinite(number)
        ? String.valueOf((long) number)
        : String.valueOf(number).toLowerCase(Locale.ROOT);
  }

  /** A norm of vectors or of matrices, by rank or by the dimensions; null is the usual one. */
  public static Tensor generalNorm(
      Tensor a, @Nullable Double ord, int @Nullable [] dim, boolean keepdim) {
    requireRank(a, ord, dim);
    if (ord != null && (dim == null ? a.dim() == 2 : dim.length == 2)) {
      return norm(a, (double) ord, dim == null ? new int[] {0, 1} : dim, keepdim);
    }
    return a.norm(ord == null ? 2 : ord, dim == null ? new int[0] : dim, keepdim);
  }

  /** The norm named {@code fro} or {@code nuc}, of a matrix unless dimensions are named. */
  public static Tensor namedNorm(Tensor a, String ord, int @Nullable [] dim, boolean keepdim) {
    requireRank(a, ord, dim);
    return norm(a, ord, dim == null ? new int[] {0, 1} : dim, keepdim);
  }

  private static void requireRank(Tensor a, @Nullable Object ord, int @Nullable [] dim) {
    if (dim != null && dim.length != 1 && dim.length != 2) {
      throw new IllegalArgumentException(
          "linalg.norm: If dim is specified, it must be of length 1 or 2. Got "
              + Arrays.toString(dim));
    }
    if (dim == null && ord != null && a.dim() != 1 && a.dim() != 2) {
      throw new IllegalArgumentException(
          "linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got %dD."
              .formatted(a.dim()));
    }
  }

  /** The older {@code norm} by name: {@code fro} is the root of all squares. */
  public static Tensor olderNorm(Tensor a, String p, int[] dim, boolean keepdim) {
    if (p.equals("fro") && dim.length <= 2) {
      return a.norm(2, dim, keepdim);
    }
    int[] all = dim.length == 0 ? IntStream.range(0, a.dim()).toArray() : dim;
    return norm(a, p, all, keepdim);
  }

  /** The condition number for the norm induced by a norm of vectors. */
  public static Tensor cond(Tensor a, double p) {
    requireMatrix(a);
    if (Math.abs(p) == 2) {
      return a.numel() == 0 ? none(a) : ratio(Spectra.svdvals(a), p > 0);
    }
    if (Math.abs(p) != 1 && !Double.isInfinite(p)) {
      throw new IllegalArgumentException("linalg.cond got an invalid norm type: " + text(p));
    }
    MatrixChecks.requireSquare("linalg.cond(ord=" + ordText(p) + ")", a);
    InverseResult inverse = Inverses.inverseEx(a, false);
    return a.numel() == 0
        ? none(a)
        : infiniteWhereSingular(
            norm(a, p, LAST_TWO, false).mul(norm(inverse.inverse(), p, LAST_TWO, false)), inverse);
  }

  private static String ordText(double p) {
    return Double.isInfinite(p) ? (p > 0 ? "inf" : "-inf") : text(p);
  }

  /** The condition number for the norm named {@code fro} or {@code nuc}. */
  public static Tensor cond(Tensor a, String p) {
    requireMatrix(a);
    if (!p.equals("fro") && !p.equals("nuc")) {
      throw new IllegalArgumentException("linalg.cond got an invalid norm type: " + p);
    }
    MatrixChecks.requireSquare("linalg.cond(ord=" + p + ")", a);
    if (a.numel() == 0) {
      return none(a);
    }
    if (p.equals("nuc")) {
      Tensor values = Spectra.svdvals(a);
      return values.sum(-1, false).mul(values.reciprocal().sum(-1, false));
    }
    InverseResult inverse = Inverses.inverseEx(a, false);
    return infiniteWhereSingular(
        norm(a, p, LAST_TWO, false).mul(norm(inverse.inverse(), p, LAST_TWO, false)), inverse);
  }

  private static Tensor infiniteWhereSingular(Tensor values, InverseResult inverse) {
    return values.maskedFill(inverse.info().ne(0), Double.POSITIVE_INFINITY);
  }

  private static Tensor ratio(Tensor values, boolean largest) {
    Tensor first = values.select(-1, 0);
    Tensor last = values.select(-1, values.size(-1) - 1);
    return largest ? first.div(last) : last.div(first);
  }

  private static Tensor none(Tensor a) {
    return Tensor.zeros(a.dtype(), Arrays.copyOf(a.shape(), a.dim() - 2));
  }

  private static void requireMatrix(Tensor a) {
    if (a.dim() < 2) {
      throw new IllegalArgumentException(
          "linalg.cond: The input tensor must have at least 2 dimensions.");
    }
    MatrixChecks.requireFloating("linalg.svd", a);
  }
}
