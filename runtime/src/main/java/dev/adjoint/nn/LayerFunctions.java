package dev.adjoint.nn;

import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.ops.Attentions;
import dev.adjoint.ops.Bags;
import dev.adjoint.ops.Dropouts;
import dev.adjoint.ops.Embeddings;
import org.jspecify.annotations.Nullable;

/** Tables of rows, elements left out by chance, bilinear maps and attention. */
abstract sealed class LayerFunctions extends ConvolutionFunctions permits ScoreFunctions {
  LayerFunctions() {}

  /**
   * Rows of a table.
   *
   * @param indices which rows, in any shape
   * @param weight the table, {@code (rows, features)}
   * @return a tensor of the indices' shape and the features
   * @throws IllegalArgumentException unless the table is a matrix
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public static Tensor embedding(Tensor indices, Tensor weight) {
    return embedding(indices, weight, Embedding.of());
  }

  /**
   * Rows of a table, of which one gets no gradient.
   *
   * @param indices which rows, in any shape
   * @param weight the table, {@code (rows, features)}
   * @param paddingIdx the row that is held fixed; negative ones count from the end
   * @return a tensor of the indices' shape and the features
   * @throws IllegalArgumentException unless the table is a matrix with that row
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public static Tensor embedding(Tensor indices, Tensor weight, long paddingIdx) {
    return embedding(indices, weight, Embedding.of().withPaddingIdx(paddingIdx));
  }

  /**
   * Rows of a table.
   *
   * @param indices which rows, in any shape
   * @param weight the table, {@code (rows, features)}; changed in place if rows are to be shortened
   * @param options how rows are looked up
   * @return a tensor of the indices' shape and the features
   * @throws IllegalArgumentException unless the table is a matrix
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public static Tensor embedding(Tensor indices, Tensor weight, Embedding options) {
    return Embeddings.lookup(indices, weight, options);
  }

  /**
   * Rows of a table, put together in bags of equal size.
   *
   * @param input which rows, one bag in each row
   * @param weight the table, {@code (rows, features)}
   * @param options sum, mean or largest elements
   * @return {@code (bags, features)}
   * @throws IllegalArgumentException unless both are matrices
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public static Tensor embeddingBag(Tensor input, Tensor weight, Bag options) {
    return embeddingBag(input, weight, null, null, options);
  }

  /**
   * Rows of a table, put together in bags.
   *
   * @param input which rows, one bag after the other, or one bag in each row
   * @param weight the table, {@code (rows, features)}
   * @param offsets where each bag starts; null if the input is a matrix
   * @param perSampleWeights a factor for each row, for sums only, or null
   * @param options sum, mean or largest elements
   * @return {@code (bags, features)}; zeros for empty bags
   * @throws IllegalArgumentException if shapes and options do not go together
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public static Tensor embeddingBag(
      Tensor input,
      Tensor weight,
      @Nullable Tensor offsets,
      @Nullable Tensor perSampleWeights,
      Bag options) {
    return Bags.embeddingBag(input, weight, offsets, perSampleWeights, options);
  }

  /**
   * Elements set to 0 by chance, the rest divided by the chance to stay. Drawn from the default
   * generator.
   *
   * @param input a floating tensor
   * @param p the probability of an element to be left out
   * @param training whether any are; otherwise the input itself is returned
   * @return a tensor of the same shape; the input itself if nothing is left out
   * @throws IllegalArgumentException unless the probability is between 0 and 1
   */
  public static Tensor dropout(Tensor input, double p, boolean training) {
    return dropout(input, p, training, Generator.ofDefault());
  }

  /**
   * As {@link #dropout(Tensor, double, boolean)}, drawn from a given generator.
   *
   * @param input a floating tensor
   * @param p the probability of an element to be left out
   * @param training whether any are
   * @param generator the source of chance
   * @return a tensor of the same shape; the input itself if nothing is left out
   * @throws IllegalArgumentException unless the probability is between 0 and 1
   */
  public static Tensor dropout(Tensor input, double p, boolean training, Generator generator) {
    double share = Dropouts.probability(p);
    return training ? Dropouts.elements(input, share, generator) : input;
  }

  /**
   * Whole channels set to 0 by chance, the rest divided by the chance to stay: PyTorch's {@code
   * dropout1d}, {@code dropout2d} and {@code dropout3d} of a batch.
   *
   * @param input a batch, {@code (n, channels, ...)}
   * @param p the probability of a channel to be left out
   * @param training whether any are
   * @param generator the source of chance
   * @return a tensor of the same shape; the input itself if nothing is left out
   * @throws IllegalArgumentException unless the probability is between 0 and 1
   */
  public static Tensor featureDropout(
      Tensor input, double p, boolean training, Generator generator) {
    double share = Dropouts.probability(p);
    return training ? Dropouts.channels(input, share, generator) : input;
  }

  /**
   * Elements set by chance to the limit of {@link #selu} far below zero, the rest moved and scaled
   * so that mean and variance stay; Klambauer et al., 2017.
   *
   * @param input a floating tensor
   * @param p the probability of an element to be left out
   * @param training whether any are
   * @param generator the source of chance
   * @return a tensor of the same shape; the input itself if nothing is left out
   * @throws IllegalArgumentException unless the probability is between 0 and 1
   */
  public static Tensor alphaDropout(Tensor input, double p, boolean training, Generator generator) {
    double share = Dropouts.probability(p);
    return training ? Dropouts.alphaElements(input, share, generator) : input;
  }

  /**
   * As {@link #alphaDropout}, of whole channels.
   *
   * @param input a batch, {@code (n, channels, ...)}
   * @param p the probability of a channel to be left out
   * @param training whether any are
   * @param generator the source of chance
   * @return a tensor of the same shape; the input itself if nothing is left out
   * @throws IllegalArgumentException unless the probability is between 0 and 1
   */
  public static Tensor featureAlphaDropout(
      Tensor input, double p, boolean training, Generator generator) {
    double share = Dropouts.probability(p);
    return training ? Dropouts.alphaChannels(input, share, generator) : input;
  }

  /**
   * A map linear in each of two arguments.
   *
   * @param input1 of shape {@code (..., n)}
   * @param input2 of shape {@code (..., m)}
   * @param weight of shape {@code (k, n, m)}
   * @param bias of shape {@code (k)}, or null
   * @return of shape {@code (..., k)}
   * @throws IllegalArgumentException if the shapes do not go together
   */
  public static Tensor bilinear(
      Tensor input1, Tensor input2, Tensor weight, @Nullable Tensor bias) {
    return Attentions.bilinear(input1, input2, weight, bias);
  }

  /**
   * Averages of values, weighted by how queries and keys agree.
   *
   * @param query of shape {@code (..., queries, length)}
   * @param key of shape {@code (..., keys, length)}
   * @param value of shape {@code (..., keys, width)}
   * @return of shape {@code (..., queries, width)}
   * @throws IllegalArgumentException if shapes or types do not go together
   */
  public static Tensor scaledDotProductAttention(Tensor query, Tensor key, Tensor value) {
    return scaledDotProductAttention(query, key, value, null, Attention.of());
  }

  /**
   * Averages of values, weighted by {@code softmax(query key^T scale + mask)}; a query that sees no
   * key gets zeros.
   *
   * @param query of shape {@code (..., queries, length)}
   * @param key of shape {@code (..., keys, length)}
   * @param value of shape {@code (..., keys, width)}
   * @param mask what is added to the products, or which are seen; broadcast; or null
   * @param options the scale, and what else is hidden
   * @return of shape {@code (..., queries, width)}
   * @throws IllegalArgumentException if shapes or types do not go together
   */
  public static Tensor scaledDotProductAttention(
      Tensor query, Tensor key, Tensor value, @Nullable Tensor mask, Attention options) {
    return Attentions.attend(query, key, value, mask, options);
  }
}
