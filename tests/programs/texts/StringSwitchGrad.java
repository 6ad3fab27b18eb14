import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code StringSwitch}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class StringSwitchGrad {
  private StringSwitchGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * stringSwitch(x, unit)}.
   *
   * <p>Differentiates {@code stringSwitch(double, java.lang.String)}.
   */
  static StringSwitchGradients stringSwitchBackward(double x, String unit, double gradOutput) {
    String selector = Objects.requireNonNull(unit);
    boolean equals = selector.equals("km");
    boolean chosen;
    if (equals) {
      x = 1000.0 * x;
      chosen = false;
    } else {
      chosen = selector.equals("cm");
      x = chosen ? x / 100.0 : x;
    }

    // return metres * metres;
    double product = gradOutput * x;
    double gradX = product * 2.0;
    // double metres = switch (unit) { case "km" -> 1000 * x;
    if (equals) {
      // case "km" -> 1000 * x;
      gradX = product * 2000.0;
    } else if (chosen) {
      // case "cm" -> x / 100;
      gradX /= 100.0;
    }
    return new StringSwitchGradients(gradX);
  }

  /**
   * Value and gradients of {@code stringSwitch(x, unit)} in one pass.
   *
   * <p>Differentiates {@code stringSwitch(double, java.lang.String)}.
   */
  static StringSwitchValueAndGrad stringSwitchValueAndGrad(double x, String unit) {
    String selector = Objects.requireNonNull(unit);
    boolean equals = selector.equals("km");
    boolean chosen;
    if (equals) {
      x = 1000.0 * x;
      chosen = false;
    } else {
      chosen = selector.equals("cm");
      x = chosen ? x / 100.0 : x;
    }

    // return metres * metres;
    double gradX = x * 2.0;
    // double metres = switch (unit) { case "km" -> 1000 * x;
    if (equals) {
      // case "km" -> 1000 * x;
      gradX = x * 2000.0;
    } else if (chosen) {
      // case "cm" -> x / 100;
      gradX /= 100.0;
    }
    return new StringSwitchValueAndGrad(x * x, new StringSwitchGradients(gradX));
  }

  /**
   * Gradients of {@code stringSwitch(double, java.lang.String)}, by parameter.
   */
  record StringSwitchGradients(double x) {
  }

  /**
   * Value and gradients of {@code stringSwitch(double, java.lang.String)}.
   */
  record StringSwitchValueAndGrad(double value, StringSwitchGradients gradients) {
  }
}
