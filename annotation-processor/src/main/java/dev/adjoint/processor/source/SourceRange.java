package dev.adjoint.processor.source;

/**
 * A half-open range {@code [start, end)} of character offsets in the text of one compilation unit.
 *
 * @param start offset of the first character
 * @param end offset just past the last character
 */
public record SourceRange(int start, int end) {

  /** The range of things the compiler makes up, which no user text corresponds to. */
  public static final SourceRange NONE = new SourceRange(-1, -1);

  public SourceRange {
    if (end < start) {
      throw new IllegalArgumentException(
          "source range ends at " + end + " before its start " + start);
    }
  }

  /** Whether this range stands for user text. */
  public boolean isKnown() {
    return start >= 0;
  }
}
