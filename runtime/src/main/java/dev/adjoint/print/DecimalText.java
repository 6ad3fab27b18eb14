package dev.adjoint.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exactly rounded decimal text of a double, as C's {@code %.nf} and {@code %.ne} write it. */
public final class DecimalText {

  private DecimalText() {}

  /** {@code value} with {@code digits} digits after the point; half to even on the exact value. */
  public static String fixed(double value, int digits) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    String magnitude =
        new BigDecimal(Math.abs(value)).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    return sign(value) + magnitude;
  }

  /** {@code value} as {@code d.ddde+xx} with {@code digits} digits after the point. */
  public static String scientific(double value, int digits) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    BigDecimal rounded =
        new BigDecimal(Math.abs(value)).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
    boolean zero = rounded.signum() == 0;
    int exponent = zero ? 0 : rounded.precision() - rounded.scale() - 1;
    String mantissa =
        zero
            ? BigDecimal.ZERO.setScale(digits).toPlainString()
            : rounded.movePointLeft(exponent).setScale(digits).toPlainString();
    String exponentDigits = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return sign(value) + mantissa + "e" + (exponent < 0 ? "-" : "+") + exponentDigits;
  }

  private static String sign(double value) {
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }

  private static String nonFinite(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    return value > 0 ? "inf" : "-inf";
  }
}
