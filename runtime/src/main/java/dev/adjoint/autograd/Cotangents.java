package dev.adjoint.autograd;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** What generated methods ask and say of cotangent arrays that they cannot use. */
public final class Cotangents {
  private Cotangents() {}

  /**
   * Whether a cotangent has rows of the same lengths as an array; both may lack the same ones.
   *
   * @param given the cotangent
   * @param wanted the array that it belongs to
   * @return whether there is an element for each
   */
  public static boolean isShapedAs(Object[] given, Object[] wanted) {
    return difference("", given, wanted).isEmpty();
  }

  /**
   * Whether a cotangent has rows of one length.
   *
   * @param given the cotangent
   * @param rows how many rows the array has that it belongs to
   * @param elements how many elements each row has
   * @return whether there is an element for each
   */
  public static boolean isShaped(Object[] given, int rows, int elements) {
    return difference("", given, new int[] {rows, elements}, 0).isEmpty();
  }

  /**
   * Whether a cotangent has planes of one shape.
   *
   * @param given the cotangent
   * @param planes how many planes the array has that it belongs to
   * @param rows how many rows each plane has
   * @param elements how many elements each row has
   * @return whether there is an element for each
   */
  public static boolean isShaped(Object[] given, int planes, int rows, int elements) {
    return difference("", given, new int[] {planes, rows, elements}, 0).isEmpty();
  }

  /**
   * A cotangent that is not as long as what it is the cotangent of.
   *
   * @param name the parameter
   * @param given its length
   * @param wanted the length of the array that it belongs to
   * @return the exception to throw
   */
  public static IllegalArgumentException wrongLength(String name, int given, int wanted) {
    return new IllegalArgumentException(lengths(name, given, wanted));
  }

  /**
   * A cotangent whose rows are not as long as those of what it is the cotangent of.
   *
   * @param name the parameter
   * @param given the cotangent
   * @param wanted the array that it belongs to
   * @return the exception to throw
   */
  public static IllegalArgumentException wrongShape(String name, Object[] given, Object[] wanted) {
    return new IllegalArgumentException(difference(name, given, wanted));
  }

  /**
   * The same for an array whose rows are of one length.
   *
   * @param name the parameter
   * @param given the cotangent
   * @param rows how many rows the array has that it belongs to
   * @param elements how many elements each row has
   * @return the exception to throw
   */
  public static IllegalArgumentException wrongShape(
      String name, Object[] given, int rows, int elements) {
    return new IllegalArgumentException(difference(name, given, new int[] {rows, elements}, 0));
  }

  /**
   * The same for an array whose planes are of one shape.
   *
   * @param name the parameter
   * @param given the cotangent
   * @param planes how many planes the array has that it belongs to
   * @param rows how many rows each plane has
   * @param elements how many elements each row has
   * @return the exception to throw
   */
  public static IllegalArgumentException wrongShape(
      String name, Object[] given, int planes, int rows, int elements) {
    int[] lengths = {planes, rows, elements};
    return new IllegalArgumentException(difference(name, given, lengths, 0));
  }

  /**
   * A cotangent that the method would overwrite.
   *
   * @param name the parameter
   * @param array the parameter that the method writes into
   * @return the exception to throw
   */
  public static IllegalArgumentException sameArray(String name, String array) {
    return new IllegalArgumentException(
        "%s is the same array as %s, which the method writes into: pass a copy, clone()"
            .formatted(name, array));
  }

  private static String lengths(String name, int given, int wanted) {
    return "%s has %d elements, and the array that it is the cotangent of has %d"
        .formatted(name, given, wanted);
  }

  /** Where two arrays first have other lengths, in words; empty if nowhere. */
  private static String difference(String name, @Nullable Object given, @Nullable Object wanted) {
    if (given == null || wanted == null) {
      return given == null && wanted == null ? "" : presence(name, given == null);
    }
    int length = Array.getLength(wanted);
    String difference =
        Array.getLength(given) == length ? "" : lengths(name, Array.getLength(given), length);
    if (given instanceof Object[] rows && wanted instanceof Object[] others) {
      for (int i = 0; difference.isEmpty() && i < length; i++) {
        difference = difference(element(name, i), rows[i], others[i]);
      }
    }
    return difference;
  }

  /** The same for the lengths that all arrays have which lie equally deep. */
  private static String difference(String name, @Nullable Object given, int[] lengths, int depth) {
    if (given == null) {
      return presence(name, true);
    }
    int length = lengths[depth];
    String difference =
        Array.getLength(given) == length ? "" : lengths(name, Array.getLength(given), length);
    if (given instanceof Object[] rows) {
      for (int i = 0; difference.isEmpty() && i < length; i++) {
        difference = difference(element(name, i), rows[i], lengths, depth + 1);
      }
    }
    return difference;
  }

  private static String presence(String name, boolean isMissing) {
    return "%s is %s, and what it is the cotangent of is %s"
        .formatted(name, isMissing ? "null" : "an array", isMissing ? "an array" : "null");
  }

  /** The name of a row; none where only the answer matters, which is asked for in each call. */
  private static String element(String name, int index) {
    return name.isEmpty() ? name : name + "[" + index + "]";
  }
}
