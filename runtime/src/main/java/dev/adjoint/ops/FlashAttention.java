package dev.adjoint.ops;

import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Attention of batches of heads as one node, whose derivative computes the weights again instead of
 * keeping them; Dao et al., 2022.
 *
 * @param masking hides keys from queries in the products of both
 * @param scale the factor of the products
 */
public record FlashAttention(UnaryOperator<Tensor> masking, double scale) {

  /** Attention to all keys at the usual scale. */
  public static FlashAttention of(Tensor query) {
    return new FlashAttention(UnaryOperator.identity(), 1 / Math.sqrt((double) query.size(-1)));
  }

  static boolean fits(Tensor query, Tensor key, Tensor value) {
    return query.dim() == 4
        && key.dim() == 4
        && Arrays.equals(key.shape(), value.shape())
        && query.size(0) == key.size(0)
        && query.size(1) == key.size(1)
        && query.size(3) == key.size(3)
        && query.numel() > 0
        && key.numel() > 0;
  }

  Tensor of(Tensor query, Tensor key, Tensor value) {
    return new Formula(
            "ScaledDotProductFlashAttentionForCpuBackward0",
            Formula.Saves.OPERANDS,
            in -> weights(in[0], in[1]).matmul(in[2]),
            (g, in, input) ->
                g[0] == null
                    ? null
                    : switch (input) {
                      case 0 -> queryGradient(g[0], in[0], in[1], in[2]);
                      case 1 -> keyGradient(g[0], in[0], in[1], in[2]);
                      default -> valueGradient(g[0], in[0], in[1]);
                    })
        .apply(query, key, value);
  }

  private Tensor weights(Tensor query, Tensor key) {
    return Attentions.softmax(masking.apply(query.mul(scale).matmul(key.mT())));
  }

  /** Of the products of queries and keys. */
  private Tensor ofProducts(Tensor gradOutput, Tensor query, Tensor key, Tensor value) {
    Tensor weights = weights(query, key);
    Tensor slope = gradOutput.matmul(value.mT()).mul(weights);
    return slope.sub(weights.mul(slope.sum(-1, true))).mul(scale);
  }

  /** Of the queries: the gradients of the products times the keys. */
  public Tensor queryGradient(Tensor gradOutput, Tensor query, Tensor key, Tensor value) {
    return ofProducts(gradOutput, query, key, value).matmul(key);
  }

  /** Of the keys: the gradients of the products times the queries. */
  public Tensor keyGradient(Tensor gradOutput, Tensor query, Tensor key, Tensor value) {
    return ofProducts(gradOutput, query, key, value).mT().matmul(query);
  }

  /** Of the values: the gradient times the weights. */
  public Tensor valueGradient(Tensor gradOutput, Tensor query, Tensor key) {
    return weights(query, key).mT().matmul(gradOutput);
  }
}
