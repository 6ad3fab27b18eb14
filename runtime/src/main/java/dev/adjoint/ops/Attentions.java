package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.SoftmaxDerivatives;
import dev.adjoint.nn.Attention;
import org.jspecify.annotations.Nullable;

/** Averages of values, weighted by how queries and keys agree; and bilinear maps. */
public final class Attentions {

  private Attentions() {}

  /** {@code softmax(query key^T scale + mask) value}. */
  public static Tensor attend(
      Tensor query, Tensor key, Tensor value, @Nullable Tensor mask, Attention options) {
    check(query, key, value);
    checkMask(query, mask, options);
    Double given = options.scale();
    double scale = given == null ? 1 / Math.sqrt((double) query.size(-1)) : given;
    // Half of the scale goes to each side, as in PyTorch, which keeps products small.
    double factor = Math.sqrt(Math.abs(scale));
    Tensor keys = options.groupsQueries() ? repeated(key, query) : key;
    Tensor values = options.groupsQueries() ? repeated(value, query) : value;
    if (FlashAttention.fits(query, key, value) && isPlain(mask, options)) {
      return new FlashAttention(products -> masked(products, mask, options), scale)
          .of(query, key, value);
    }
    Tensor scaled = PlainNumbers.mul(query, Math.copySign(factor, scale));
    Tensor products = scaled.matmul(PlainNumbers.mul(keys.transpose(-2, -1), factor));
    Tensor weights = softmax(masked(products, mask, options));
    double dropout = Dropouts.probability(options.dropout());
    return Dropouts.elements(weights, dropout, Generator.ofDefault()).matmul(values);
  }

  private static void check(Tensor query, Tensor key, Tensor value) {
    if (query.dim() < 2 || key.dim() < 2 || value.dim() < 2) {
      throw new IllegalArgumentException(
          "Expected query, key, and value to all be  at least 2 dimensional, but got query.dim: %d key.dim: %d and value.dim: %d instead."
              .formatted(query.dim(), key.dim(), value.dim()));
    }
    if (query.dtype() != key.dtype() || query.dtype() != value.dtype()) {
      throw new IllegalArgumentException(
          "Expected query, key, and value to have the same dtype, but got query.dtype: %s key.dtype: %s and value.dtype: %s instead."
              .formatted(
                  query.dtype().scalarName(),
                  key.dtype().scalarName(),
                  value.dtype().scalarName()));
    }
    if (!query.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "expected scalar type Float but found " + query.dtype().title());
    }
  }

  private static void checkMask(Tensor query, @Nullable Tensor mask, Attention options) {
    if (mask == null) {
      return;
    }
    if (options.isCausal()) {
      throw new IllegalArgumentException(
          "_scaled_dot_product_attention: Explicit attn_mask should not be set when"
              + " is_causal=True");
    }
    DType dtype = mask.dtype();
    if (dtype != DType.BOOL && dtype != query.dtype() && dtype != DType.FLOAT32) {
      throw new IllegalArgumentException(
          "Expected attn_mask dtype to be bool or float or to match query dtype, but got attn_mask.dtype: %s and  query.dtype: %s instead."
              .formatted(dtype.scalarName(), query.dtype().scalarName()));
    }
  }

  /** Heads of keys or values, each as often as queries share it. */
  private static Tensor repeated(Tensor heads, Tensor query) {
    long wanted = query.size(-3);
    long present = heads.size(-3);
    if (present == 0 || wanted % present != 0) {
      throw new IllegalArgumentException(
          "Number of heads in key and value must divide the number of heads in query, but got %d and %d"
              .formatted(present, wanted));
    }
    return heads.repeatInterleave(new long[] {wanted / present}, -3);
  }

  private static boolean isPlain(@Nullable Tensor mask, Attention options) {
    return options.dropout() == 0
        && !options.groupsQueries()
        && (mask == null || !mask.requiresGrad());
  }

  private static Tensor masked(Tensor products, @Nullable Tensor mask, Attention options) {
    if (mask != null && mask.dtype() != DType.BOOL) {
      return products.add(mask.to(products.dtype()));
    }
    Tensor visible = mask;
    if (options.isCausal()) {
      visible = Tensor.ones(DType.BOOL, products.size(-2), products.size(-1)).tril(0);
    }
    if (visible == null) {
      return products;
    }
    Tensor zero = Tensor.zeros(products.dtype());
    Tensor hidden = Tensor.tensor(Double.NEGATIVE_INFINITY, products.dtype());
    return products.add(Tensor.where(visible, zero, hidden));
  }

  /** Exponentials over their sum; zeros where all are hidden, and gradients of zero. */
  static Tensor softmax(Tensor products) {
    return new Formula(
            "SafeSoftmaxBackward0",
            Formula.Saves.RESULT,
            in -> safe(in[0]),
            (g, saved, input) ->
                g[0] == null ? null : SoftmaxDerivatives.softmaxSelf(g[0], saved[0], -1))
        .apply(products);
  }

  private static Tensor safe(Tensor products) {
    Tensor isHidden = products.eq(Double.NEGATIVE_INFINITY).all(new int[] {-1}, true);
    return Softmax.softmax(products, -1).maskedFill(isHidden, 0);
  }

  /** {@code first_i weight_kij second_j}, summed over i and j, for each k. */
  public static Tensor bilinear(Tensor first, Tensor second, Tensor weight, @Nullable Tensor bias) {
    checkBilinear(first, second, weight, bias);
    long[] shape = first.shape();
    shape[shape.length - 1] = weight.size(0);
    Tensor rows = first.reshape(-1, first.size(-1));
    Tensor others = second.reshape(-1, second.size(-1));
    Tensor result =
        new Formula(
                "TrilinearBackward0",
                Formula.Saves.OPERANDS,
                in -> trilinear(in[0], in[1], in[2]),
                (g, in, input) -> g[0] == null ? null : trilinearGradient(g[0], in, input))
            .apply(rows, weight, others)
            .reshape(shape);
    return bias == null ? result : result.add(bias);
  }

  /** Of rows: {@code first_bi weight_kij second_bj}, summed over i and j. */
  private static Tensor trilinear(Tensor first, Tensor weight, Tensor second) {
    return along(first, weight).mul(second.unsqueeze(1)).sum(-1, false);
  }

  /** {@code first_bi weight_kij}, summed over i. */
  private static Tensor along(Tensor first, Tensor weight) {
    Tensor matrix = weight.permute(1, 0, 2).reshape(weight.size(1), -1);
    return first.mm(matrix).reshape(first.size(0), weight.size(0), weight.size(2));
  }

  private static Tensor trilinearGradient(Tensor gradOutput, Tensor[] in, int input) {
    Tensor weighted = gradOutput.unsqueeze(2);
    return switch (input) {
      case 0 -> weighted.mul(along(in[2], in[1].transpose(1, 2))).sum(1, false);
      case 1 -> {
        Tensor pairs = weighted.mul(in[0].unsqueeze(1)).permute(1, 2, 0);
        yield pairs.matmul(in[2]);
      }
      default -> weighted.mul(along(in[0], in[1])).sum(1, false);
    };
  }

  private static void checkBilinear(
      Tensor first, Tensor second, Tensor weight, @Nullable Tensor bias) {
    require(
        first.dim() == second.dim(),
        "bilinear(): input dimensions do not match: got %d and %d"
            .formatted(first.dim(), second.dim()));
    for (int d = 0; d < first.dim() - 1; d++) {
      require(
          first.size(d) == second.size(d),
          "bilinear(): input batch dimensions do not match at dim %d: got %d and %d"
              .formatted(d, first.size(d), second.size(d)));
    }
    require(weight.dim() == 3, "bilinear(): weight must be 3-D, got %d-D".formatted(weight.dim()));
    requireSize("input1", first.size(-1), weight.size(1));
    requireSize("input2", second.size(-1), weight.size(2));
    if (bias != null) {
      requireSize("bias", bias.size(0), weight.size(0));
    }
  }

  private static void requireSize(String name, long size, long expected) {
    require(
        size == expected,
        "bilinear(): %s size does not match weight size: got %d but expected %d"
            .formatted(name, size, expected));
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }
}
