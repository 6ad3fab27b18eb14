package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Convolution;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Convolutions of images of one to three dimensions, and transposed ones. */
public final class Convolutions {

  private static final String NODE = "ConvolutionBackward0";

  private Convolutions() {}

  /** Windows of the input times weights. */
  public static Tensor convolve(
      Tensor input, Tensor weight, @Nullable Tensor bias, Convolution options, int rank) {
    requireRank("conv" + rank + "d", input, rank);
    return ofBatch(
        input,
        rank,
        batch -> {
          new ConvolutionChecks(batch, weight, options).require(bias);
          Correlation products = correlation(batch, weight, options);
          return new Formula(
                  NODE,
                  Formula.Saves.OPERANDS,
                  all -> moved(products.windows(all[0], all[1]), bias, rank),
                  (g, all, i) -> gradient(products, g[0], all, i))
              .apply(batch, weight, bias == null ? Formula.absent() : bias);
        });
  }

  private static @Nullable Tensor gradient(
      Correlation products, @Nullable Tensor gradOutput, Tensor[] saved, int operand) {
    if (gradOutput == null) {
      return null;
    }
    return switch (operand) {
      case 0 -> products.images(gradOutput, saved[1]);
      case 1 -> products.weights(saved[0], gradOutput);
      default -> biasGradient(gradOutput, gradOutput.dim() - 2);
    };
  }

  /** Values added to windows where the input reaches. */
  public static Tensor convolveTransposed(
      Tensor input, Tensor weight, @Nullable Tensor bias, Convolution options, int rank) {
    requireRank("conv_transpose" + rank + "d", input, rank);
    return ofBatch(
        input,
        rank,
        batch -> {
          new ConvolutionChecks(batch, weight, options).requireTransposed(bias);
          Correlation products = transposed(batch, weight, options);
          return new Formula(
                  NODE,
                  Formula.Saves.OPERANDS,
                  all -> moved(products.images(all[0], all[1]), bias, rank),
                  (g, all, i) -> transposedGradient(products, g[0], all, i))
              .apply(batch, weight, bias == null ? Formula.absent() : bias);
        });
  }

  private static @Nullable Tensor transposedGradient(
      Correlation products, @Nullable Tensor gradOutput, Tensor[] saved, int operand) {
    if (gradOutput == null) {
      return null;
    }
    return switch (operand) {
      case 0 -> products.windows(gradOutput, saved[1]);
      case 1 -> products.weights(gradOutput, saved[0]);
      default -> biasGradient(gradOutput, gradOutput.dim() - 2);
    };
  }

  private static Correlation correlation(Tensor batch, Tensor weight, Convolution options) {
    return new Correlation(ConvolutionGeometry.of(batch, weight, options));
  }

  private static Correlation transposed(Tensor batch, Tensor weight, Convolution options) {
    return new Correlation(ConvolutionGeometry.ofTransposed(batch, weight, options));
  }

  private static Tensor moved(Tensor values, @Nullable Tensor bias, int rank) {
    if (bias == null) {
      return values;
    }
    long[] shape = new long[rank + 1];
    Arrays.fill(shape, 1);
    shape[0] = bias.numel();
    return values.add_(bias.reshape(shape));
  }

  private static void requireRank(String name, Tensor input, int rank) {
    if (input.dim() != rank + 1 && input.dim() != rank + 2) {
      throw new IllegalArgumentException(
          "Expected %dD (unbatched) or %dD (batched) input to %s, but got input of size: %s"
              .formatted(rank + 1, rank + 2, name, Arrays.toString(input.shape())));
    }
  }

  /** A single image is a batch of one. */
  private static Tensor ofBatch(Tensor input, int rank, UnaryOperator<Tensor> operation) {
    return input.dim() == rank + 2
        ? operation.apply(input)
        : operation.apply(input.unsqueeze(0)).squeeze(0);
  }

  private static Tensor batch(Tensor images, int rank) {
    return images.dim() == rank + 2 ? images : images.unsqueeze(0);
  }

  /** Of a convolution: the transposed convolution of the gradient. */
  public static Tensor inputGradient(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    int rank = weight.dim() - 2;
    Correlation products = correlation(batch(input, rank), weight, options);
    return ofBatch(gradOutput, rank, g -> products.images(g, weight));
  }

  /** Of a convolution: the gradients of windows times their elements. */
  public static Tensor weightGradient(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    int rank = weight.dim() - 2;
    Tensor images = batch(input, rank);
    return correlation(images, weight, options).weights(images, batch(gradOutput, rank));
  }

  /** Of what is added to each channel: the gradient, summed over all else. */
  public static Tensor biasGradient(Tensor gradOutput, int rank) {
    int channel = gradOutput.dim() - rank - 1;
    int[] others = IntStream.range(0, gradOutput.dim()).filter(d -> d != channel).toArray();
    return gradOutput.sum(others, false);
  }

  /** Of a transposed convolution: the convolution of the gradient. */
  public static Tensor transposedInputGradient(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    int rank = weight.dim() - 2;
    Correlation products = transposed(batch(input, rank), weight, options);
    return ofBatch(gradOutput, rank, g -> products.windows(g, weight));
  }

  /** Of a transposed convolution: the elements of windows of the gradient times their values. */
  public static Tensor transposedWeightGradient(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    int rank = weight.dim() - 2;
    Tensor windows = batch(input, rank);
    return transposed(windows, weight, options).weights(batch(gradOutput, rank), windows);
  }
}
