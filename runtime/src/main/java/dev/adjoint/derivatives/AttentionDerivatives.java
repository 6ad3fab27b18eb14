package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.ops.FlashAttention;

/**
 * Derivatives of attention: with the weights {@code P} and {@code G = P * (gradOutput value^T)},
 * that of the products of queries and keys is {@code S = scale (G - P * sum(G))}.
 */
public final class AttentionDerivatives {
  private AttentionDerivatives() {}

  /** Of {@code scaledDotProductAttention}: {@code S key}, with {@code S} that of the products. */
  @DerivativeOf(
      type = Functional.class,
      method = "scaledDotProductAttention",
      parameters = {Tensor.class, Tensor.class, Tensor.class},
      wrt = "query")
  public static Tensor attentionQuery(Tensor gradOutput, Tensor query, Tensor key, Tensor value) {
    Tensor gradient = FlashAttention.of(query).queryGradient(gradOutput, query, key, value);
    return Operands.fit(gradient, query);
  }

  /** Of {@code scaledDotProductAttention}: {@code S^T query}, with {@code S} that of products. */
  @DerivativeOf(
      type = Functional.class,
      method = "scaledDotProductAttention",
      parameters = {Tensor.class, Tensor.class, Tensor.class},
      wrt = "key")
  public static Tensor attentionKey(Tensor gradOutput, Tensor query, Tensor key, Tensor value) {
    Tensor gradient = FlashAttention.of(query).keyGradient(gradOutput, query, key, value);
    return Operands.fit(gradient, key);
  }

  /** Of {@code scaledDotProductAttention}: {@code P^T gradOutput}, with the weights {@code P}. */
  @DerivativeOf(
      type = Functional.class,
      method = "scaledDotProductAttention",
      parameters = {Tensor.class, Tensor.class, Tensor.class},
      wrt = "value")
  public static Tensor attentionValue(Tensor gradOutput, Tensor query, Tensor key, Tensor value) {
    Tensor gradient = FlashAttention.of(query).valueGradient(gradOutput, query, key);
    return Operands.fit(gradient, value);
  }
}
