package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements at fractions of the sorted order, interpolated between neighbours. */
public final class Quantiles {
  private static final List<String> INTERPOLATIONS =
      List.of("linear", "lower", "higher", "midpoint", "nearest");

  private Quantiles() {}

  /**
   * What is asked for.
   *
   * @param dim the dimension; null for all elements
   * @param keepdim whether it stays, with size 1
   * @param interpolation between neighbours
   * @param ignoresNan whether NaN is left out
   */
  public record Request(
      @Nullable Integer dim, boolean keepdim, String interpolation, boolean ignoresNan) {}

  /** Quantiles at a number. */
  public static Tensor quantile(Tensor self, double q, Request request) {
    if (!(q >= 0 && q <= 1)) {
      String text = q == Math.rint(q) ? Long.toString((long) q) : Double.toString(q);
      throw new IllegalArgumentException(
          "quantile() q must be in the range [0, 1] but got " + text);
    }
    return quantile(self, Tensor.tensor(q, self.dtype()), request);
  }

  /** Quantiles at a number, or at each element of a vector, which then come first. */
  public static Tensor quantile(Tensor self, Tensor q, Request request) {
    check(self, q, request);
    Tensor lines = request.dim() == null ? self.reshape(-1) : self;
    int at = request.dim() == null ? 0 : Views.dimension(request.dim(), self.dim());
    Tensor sorted = lines.dim() == 0 ? lines.reshape(1) : lines.sort(at, false).values();
    Tensor last = sorted.movedim(new int[] {at}, new int[] {sorted.dim() - 1});
    Tensor picked = interpolated(last, ranks(last, q, request.ignoresNan()), request);
    return shaped(self, q, picked, request, at);
  }

  /** Places between 0 and the number of elements; past them where there is NaN. */
  private static Tensor ranks(Tensor sorted, Tensor q, boolean ignoresNan) {
    Tensor nan = Conversions.detach(sorted).isnan();
    Tensor vector = q.reshape(-1);
    if (ignoresNan) {
      Tensor count = nan.logicalNot().sum(new int[] {-1}, true).to(q.dtype()).sub(1);
      return vector.mul(count.clampMin(0));
    }
    Tensor last = Tensor.tensor((double) sorted.size(-1) - 1, q.dtype());
    return Tensor.where(nan.any(new int[] {-1}, true), last, vector.mul(last));
  }

  private static Tensor interpolated(Tensor sorted, Tensor ranks, Request request) {
    return switch (request.interpolation()) {
      case "lower" -> at(sorted, ranks.floor());
      case "higher" -> at(sorted, ranks.ceil());
      case "nearest" -> at(sorted, ranks.round());
      default -> {
        Tensor below = at(sorted, ranks.floor());
        Tensor above = at(sorted, ranks.ceil());
        Tensor weight =
            request.interpolation().equals("midpoint")
                ? Tensor.full(ranks.shape(), 0.5, ranks.dtype())
                : ranks.sub(Conversions.detach(ranks).floor());
        yield below.lerp(above, weight);
      }
    };
  }

  private static Tensor at(Tensor sorted, Tensor ranks) {
    return sorted.gather(-1, Conversions.detach(ranks).to(DType.INT64));
  }

  /** The quantiles in front, or in the place of the dimension. */
  private static Tensor shaped(Tensor self, Tensor q, Tensor picked, Request request, int dim) {
    int rank = picked.dim();
    Tensor front = picked.movedim(new int[] {rank - 1}, new int[] {0});
    if (request.keepdim() && self.dim() > 0) {
      long[] shape = new long[self.dim() + 1];
      Arrays.fill(shape, 1);
      shape[0] = q.numel();
      front = request.dim() == null ? front.reshape(shape) : front.unsqueeze(dim + 1);
    }
    return q.dim() == 0 ? front.squeeze(0) : front;
  }

  private static void check(Tensor self, Tensor q, Request request) {
    if (!self.dtype().isFloatingPoint()) {
      throw refused("input tensor must be either float or double dtype");
    }
    if (self.numel() == 0) {
      throw refused("input tensor must be non-empty");
    }
    if (q.dim() > 1) {
      throw refused("q must be a scalar or 1D tensor");
    }
    if (q.dtype() != self.dtype()) {
      throw refused("q tensor must be same dtype as the input tensor");
    }
    if (!INTERPOLATIONS.contains(request.interpolation())) {
      throw refused(
          "interpolation must be one of linear, lower, higher, midpoint or nearest, but got "
              + request.interpolation());
    }
    if (!q.ge(0).logicalAnd(q.le(1)).all().itemBoolean()) {
      throw refused(
          q.dim() == 0
              ? "q must be in the range [0, 1] but got %s".formatted(trimmed(q.item()))
              : "q values must be in the range [0, 1]");
    }
  }

  private static String trimmed(double value) {
    return value == (long) value ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("quantile() " + why);
  }
}
