package dev.adjoint.autograd;

/** What generated methods say of cotangent arrays that they cannot use. */
public final class Cotangents {
  private Cotangents() {}

  /**
   * A cotangent that is not as long as what it is the cotangent of.
   *
   * @param name the parameter
   * @param given its length
   * @param wanted the length of the array that it belongs to
   * @return the exception to throw
   */
  public static IllegalArgumentException wrongLength(String name, int given, int wanted) {
    return new IllegalArgumentException(
        "%s has %d elements, and the array that it is the cotangent of has %d"
            .formatted(name, given, wanted));
  }

  /**
   * A cotangent that the forward sweep has overwritten.
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
}
