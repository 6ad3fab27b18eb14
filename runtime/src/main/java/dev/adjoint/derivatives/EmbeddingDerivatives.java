package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Embedding;
import dev.adjoint.nn.Functional;
import dev.adjoint.ops.Embeddings;

/** Derivatives of rows looked up in a table. */
public final class EmbeddingDerivatives {
  private EmbeddingDerivatives() {}

  /** Of {@code embedding}: the gradient of each row, added up in the table. */
  @DerivativeOf(
      type = Functional.class,
      method = "embedding",
      parameters = {Tensor.class, Tensor.class},
      wrt = "weight")
  public static Tensor embeddingWeight(Tensor gradOutput, Tensor indices, Tensor weight) {
    return embeddingWeight(gradOutput, indices, weight, Embedding.of());
  }

  /**
   * Of {@code embedding}: the gradient of each row, added up in the table; none for the padding.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "embedding",
      parameters = {Tensor.class, Tensor.class, long.class},
      wrt = "weight")
  public static Tensor embeddingWeight(
      Tensor gradOutput, Tensor indices, Tensor weight, long paddingIdx) {
    return embeddingWeight(gradOutput, indices, weight, Embedding.of().withPaddingIdx(paddingIdx));
  }

  /**
   * Of {@code embedding}: the gradient of each row, added up in the table, over how often it occurs
   * if asked for; none for the padding.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "embedding",
      parameters = {Tensor.class, Tensor.class, Embedding.class},
      wrt = "weight")
  public static Tensor embeddingWeight(
      Tensor gradOutput, Tensor indices, Tensor weight, Embedding options) {
    return Embeddings.gradient(gradOutput, indices, weight, options);
  }
}
