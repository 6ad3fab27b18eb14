package dev.adjoint.print;

/**
 * One notation and one column width for all elements of a tensor.
 *
 * @param notation how an element becomes text
 * @param width characters an element is padded to on the left
 * @param precision digits after the point
 */
record ElementFormat(Notation notation, int width, int precision) {

  /** The ways to write an element. */
  enum Notation {
    BOOLEAN,
    INTEGER,
    /** Floating values that are all whole: {@code 3.} */
    WHOLE,
    FIXED,
    SCIENTIFIC
  }

  /**
   * Beyond this ratio of largest to smallest magnitude, fixed digits no longer tell values apart.
   */
  private static final double LARGEST_RATIO = 1000;

  private static final double LARGEST_FIXED = 1e8;
  private static final double SMALLEST_FIXED = 1e-4;

  /** The notation that the shown elements ask for, unless the options fix it. */
  static ElementFormat of(TensorContent content, VisibleElements visible, PrintOptions options) {
    return switch (content.kind()) {
      case BOOLEAN -> new ElementFormat(Notation.BOOLEAN, 1, 0).widened(content, visible, false);
      case INTEGRAL -> new ElementFormat(Notation.INTEGER, 1, 0).widened(content, visible, false);
      case FLOATING -> floating(content, visible, options);
    };
  }

  private static ElementFormat floating(
      TensorContent content, VisibleElements visible, PrintOptions options) {
    Magnitudes magnitudes = Magnitudes.of(content, visible);
    if (magnitudes.isEmpty()) {
      return new ElementFormat(Notation.WHOLE, 1, options.precision());
    }
    Boolean asked = options.sciMode();
    boolean scientific = asked != null ? asked : spreadsTooWide(magnitudes);
    Notation plain = magnitudes.allWhole() ? Notation.WHOLE : Notation.FIXED;
    Notation notation = scientific ? Notation.SCIENTIFIC : plain;
    return new ElementFormat(notation, 1, options.precision()).widened(content, visible, true);
  }

  private static boolean spreadsTooWide(Magnitudes magnitudes) {
    return magnitudes.largest() / magnitudes.smallest() > LARGEST_RATIO
        || magnitudes.largest() > LARGEST_FIXED
        || magnitudes.smallest() < SMALLEST_FIXED;
  }

  /** Zeros and non-finite floating values do not widen the column; they are padded or stick out. */
  private ElementFormat widened(
      TensorContent content, VisibleElements visible, boolean onlyNonzeroFinite) {
    int[] widest = {width};
    visible.forEach(
        position -> {
          if (!onlyNonzeroFinite || Magnitudes.counts(content.floatingAt(position))) {
            widest[0] = Math.max(widest[0], text(content, position).length());
          }
        });
    return new ElementFormat(notation, widest[0], precision);
  }

  /** The element at {@code position}, padded to the column width. */
  String padded(TensorContent content, long position) {
    String text = text(content, position);
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private String text(TensorContent content, long position) {
    return switch (notation) {
      case BOOLEAN -> content.integralAt(position) == 0 ? "False" : "True";
      case INTEGER -> Long.toString(content.integralAt(position));
      case WHOLE -> whole(content.floatingAt(position));
      case FIXED -> DecimalText.fixed(content.floatingAt(position), precision);
      case SCIENTIFIC -> DecimalText.scientific(content.floatingAt(position), precision);
    };
  }

  private static String whole(double value) {
    return DecimalText.fixed(value, 0) + (Double.isFinite(value) ? "." : "");
  }
}
