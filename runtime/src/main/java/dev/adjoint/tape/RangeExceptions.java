package dev.adjoint.tape;

/**
 * The exceptions of library methods that generated code has as loops, each with the message that
 * the library gives it.
 */
public final class RangeExceptions {
  private RangeExceptions() {}

  /**
   * What {@code System.arraycopy} throws.
   *
   * @param type of the elements
   */
  public static RuntimeException arraycopy(
      String type, int fromLength, int fromStart, int toLength, int toStart, int count) {
    String from = " out of bounds for " + type + "[" + fromLength + "]";
    String to = " out of bounds for " + type + "[" + toLength + "]";
    if (fromStart < 0) {
      return outside("arraycopy: source index " + fromStart + from);
    }
    if (toStart < 0) {
      return outside("arraycopy: destination index " + toStart + to);
    }
    if (count < 0) {
      return outside("arraycopy: length " + count + " is negative");
    }
    boolean isSource = fromStart > fromLength - count;
    String last = Integer.toUnsignedString((isSource ? fromStart : toStart) + count);
    return outside(
        isSource
            ? "arraycopy: last source index " + last + from
            : "arraycopy: last destination index " + last + to);
  }

  /**
   * What {@code Arrays.copyOfRange} throws.
   *
   * @param type of the elements
   */
  public static RuntimeException copyOfRange(String type, int length, int start, int end) {
    return end - start < 0
        ? new IllegalArgumentException(start + " > " + end)
        : arraycopy(type, length, start, end - start, 0, Math.min(length - start, end - start));
  }

  /** What {@code Arrays.fill} throws. */
  public static RuntimeException fill(int length, int start, int end) {
    return start > end
        ? new IllegalArgumentException("fromIndex(" + start + ") > toIndex(" + end + ")")
        : outside(length, start, end);
  }

  /** What {@code Arrays.stream} throws. */
  public static RuntimeException stream(int length, int start, int end) {
    return start > end
        ? outside("origin(" + start + ") > fence(" + end + ")")
        : outside(length, start, end);
  }

  /** What reading an element that an array does not have throws. */
  public static RuntimeException element(int index, int length) {
    return outside("Index " + index + " out of bounds for length " + length);
  }

  /** What {@code limit} and {@code skip} of a stream throw. */
  public static RuntimeException count(long count) {
    return new IllegalArgumentException(Long.toString(count));
  }

  private static RuntimeException outside(int length, int start, int end) {
    if (0 <= start && end <= length) {
      throw new IllegalArgumentException(start + " to " + end + " is within " + length);
    }
    return new ArrayIndexOutOfBoundsException(start < 0 ? start : end);
  }

  private static RuntimeException outside(String message) {
    return new ArrayIndexOutOfBoundsException(message);
  }
}
