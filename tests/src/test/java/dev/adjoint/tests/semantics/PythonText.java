package dev.adjoint.tests.semantics;

import dev.adjoint.autograd.Node;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text Python prints for the values that scenarios print. */
final class PythonText {

  private PythonText() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean truth -> truth ? "True" : "False";
      case Double number -> number(number);
      case Float number -> number(number.doubleValue());
      case List<?> items -> joined(items, "[", "]");
      default -> value.toString();
    };
  }

  /** A tuple; one element keeps its comma. */
  static String tuple(@Nullable Object... items) {
    return joined(Arrays.asList(items), "(", items.length == 1 ? ",)" : ")");
  }

  /** The shape as a plain tuple. */
  static String tuple(long[] sizes) {
    return tuple(Arrays.stream(sizes).boxed().toArray());
  }

  /** The inputs of a node, as {@code next_functions} prints them. */
  static String edges(Node node) {
    return node.nextFunctions().stream()
        .map(edge -> "(" + of(edge.function()) + ", " + edge.inputNr() + ")")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The shape as {@code torch.Size([2, 3])}. */
  static String size(long[] sizes) {
    return "torch.Size(" + Arrays.toString(sizes) + ")";
  }

  /** A number in fixed notation, as a format string with {@code .nf} writes it. */
  static String fixed(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", new BigDecimal(value));
  }

  /** A list of quoted numbers in fixed notation. */
  static String quoted(double[] values, int digits) {
    return Arrays.stream(values)
        .mapToObj(value -> "'" + fixed(value, digits) + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String joined(List<?> items, String open, String close) {
    return items.stream()
        .map(PythonText::quotedItem)
        .collect(Collectors.joining(", ", open, close));
  }

  private static String quotedItem(@Nullable Object item) {
    return item instanceof String text ? "'" + text + "'" : of(item);
  }

  /** Shortest digits that read back, fixed between 1e-4 and 1e16. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    double magnitude = Math.abs(value);
    if (magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e16)) {
      return exponential(value);
    }
    String plain = new BigDecimal(Double.toString(value)).toPlainString();
    String sign = value == 0 && 1 / value < 0 ? "-" : "";
    return sign + (plain.contains(".") ? plain : plain + ".0");
  }

  private static String exponential(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    String sign = exponent < 0 ? "-" : "+";
    return mantissa + "e" + sign + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
  }
}
