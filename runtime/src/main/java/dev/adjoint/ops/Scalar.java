package dev.adjoint.ops;

import dev.adjoint.DType.Kind;

/**
 * A number next to a tensor: it takes part in type promotion by its kind only.
 *
 * @param value the number, rounded to double precision
 * @param integer the number, truncated to an integer
 * @param kind integral or floating
 */
public record Scalar(double value, long integer, Kind kind) {

  /**
   * A floating-point number.
   *
   * @param value the number
   * @return a scalar of floating kind
   */
  public static Scalar of(double value) {
    return new Scalar(value, (long) value, Kind.FLOATING);
  }

  /**
   * An integer.
   *
   * @param value the number
   * @return a scalar of integral kind
   */
  public static Scalar of(long value) {
    return new Scalar(value, value, Kind.INTEGRAL);
  }
}
