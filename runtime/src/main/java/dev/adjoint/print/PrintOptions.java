package dev.adjoint.print;

import org.jspecify.annotations.Nullable;

/**
 * How tensors are printed, as {@code torch.set_printoptions} sets it.
 *
 * @param precision digits after the decimal point
 * @param threshold number of elements above which a tensor is summarised
 * @param edgeItems elements shown at either end of a summarised dimension
 * @param lineWidth characters per line
 * @param sciMode whether to use scientific notation; null lets the values decide
 */
public record PrintOptions(
    int precision, long threshold, int edgeItems, int lineWidth, @Nullable Boolean sciMode) {

  /** Precision 4, threshold 1000, 3 edge items, 80 characters, automatic notation. */
  public static final PrintOptions DEFAULT = new PrintOptions(4, 1000, 3, 80, null);

  /** Two digits and two edge items. */
  public static final PrintOptions SHORT = new PrintOptions(2, 1000, 2, 80, null);

  /** The default without summarisation. */
  public static final PrintOptions FULL = new PrintOptions(4, Long.MAX_VALUE, 3, 80, null);

  /** The options of every tensor's {@code toString}; a setting for people, read at each print. */
  private static volatile PrintOptions current = DEFAULT;

  /** Refuses negative counts. */
  public PrintOptions {
    if (precision < 0 || threshold < 0 || edgeItems < 0 || lineWidth < 0) {
      throw new IllegalArgumentException(
          "print options must not be negative, got precision="
              + precision
              + ", threshold="
              + threshold
              + ", edgeItems="
              + edgeItems
              + ", lineWidth="
              + lineWidth);
    }
  }

  /** The options that {@code Tensor.toString} uses now. */
  public static PrintOptions current() {
    return current;
  }

  /** Makes {@code options} those of every later {@code Tensor.toString} in this process. */
  public static void set(PrintOptions options) {
    current = options;
  }

  /** These options with another number of digits. */
  public PrintOptions withPrecision(int newPrecision) {
    return new PrintOptions(newPrecision, threshold, edgeItems, lineWidth, sciMode);
  }

  /** These options with another summarisation threshold. */
  public PrintOptions withThreshold(long newThreshold) {
    return new PrintOptions(precision, newThreshold, edgeItems, lineWidth, sciMode);
  }

  /** These options with another number of edge items. */
  public PrintOptions withEdgeItems(int newEdgeItems) {
    return new PrintOptions(precision, threshold, newEdgeItems, lineWidth, sciMode);
  }

  /** These options with another line width. */
  public PrintOptions withLineWidth(int newLineWidth) {
    return new PrintOptions(precision, threshold, edgeItems, newLineWidth, sciMode);
  }

  /** These options with a fixed choice of notation, or the automatic one for null. */
  public PrintOptions withSciMode(@Nullable Boolean newSciMode) {
    return new PrintOptions(precision, threshold, edgeItems, lineWidth, newSciMode);
  }
}
