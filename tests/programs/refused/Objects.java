import dev.adjoint.Differentiable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derivatives put into objects. */
final class Objects {

  @Differentiable
  static double list(double x) {
    List<Double> kept = new ArrayList<>();
    kept.add(x * x); // error: [ADJ0208]
    return kept.get(0) * x;
  }

  @Differentiable
  static double listInLoop(double[] x) {
    List<Double> kept = new ArrayList<>();
    for (double v : x) {
      kept.add(v * v); // error: [ADJ0208]
    }
    double s = 0;
    for (double v : kept) {
      s += v;
    }
    return s;
  }

  @Differentiable
  static double map(double x) {
    Map<String, Double> named = new HashMap<>();
    named.put("x", x); // error: [ADJ0208]
    return named.get("x");
  }

  @Differentiable
  static double optional(double x) {
    return Optional.of(x).get(); // error: [ADJ0208]
  }

  @Differentiable
  static double optionalWithAlternative(double x) {
    Optional<Double> found = x > 0 ? Optional.of(x) : Optional.empty(); // error: [ADJ0208]
    return found.orElse(0.0);
  }

  @Differentiable
  static double bigDecimal(double x) {
    return new BigDecimal(x).doubleValue(); // error: [ADJ0208]
  }

  @Differentiable
  static double bigDecimalByFactory(double x) {
    BigDecimal d = BigDecimal.valueOf(x); // error: [ADJ0208]
    return d.multiply(d).doubleValue();
  }

  @Differentiable
  static double asObject(double x) {
    Object boxed = x; // error: [ADJ0208]
    return (double) boxed * x;
  }

  @Differentiable
  static double asNumber(double x) {
    Number boxed = x > 0 ? x : null; // error: [ADJ0208]
    return boxed.doubleValue();
  }

  @Differentiable
  static double listOf(double x, double y) {
    double s = 0;
    for (double v : List.of(x, y)) { // error: [ADJ0208]
      s += v;
    }
    return s;
  }

  @Differentiable
  static double asList(double x, double y) {
    return Arrays.asList(x, y).get(0); // error: [ADJ0208]
  }

  @Differentiable
  static double inCallee(double x) {
    return boxed(x) * x;
  }

  private static double boxed(double x) {
    return Optional.of(x * x).orElseThrow(); // error: [ADJ0208]
  }

  private record Couple<A, B>(A first, B second) {}

  private static <A, B> Couple<A, B> couple(A first, B second) {
    return new Couple<>(first, second);
  }

  @Differentiable
  static double throughGenericMethod(double x) {
    Couple<Double, Double> couple = couple(x * x, x);
    return couple.first() * (double) known(couple.second(), 1); // error: [ADJ0208]
  }

  private static <T> T known(T value, T other) {
    return value == null ? other : value;
  }

  @Differentiable
  static double sameBox(double x, double y) {
    Double first = x;
    Double second = y;
    return first == second ? first : 2 * second; // error: [ADJ0405]
  }

  private static <T> T unless(boolean isMissing, T value) {
    if (isMissing) {
      return null; // error: [ADJ0405]
    }
    return value;
  }

  @Differentiable
  static double missingBox(double x) {
    Double last = x * x;
    if (x > 2) {
      last = null; // error: [ADJ0405]
    }
    return last;
  }

  @Differentiable
  static double missingResult(double x) {
    return unless(x > 3, x);
  }

  /** A collection of constants has no derivative to lose. */
  @Differentiable
  static double constants(double x) {
    List<Double> weights = List.of(1.0, 2.0);
    return x * weights.get(1);
  }

  enum Planet {
    EARTH(5.97, 6.38),
    MARS(0.64, 3.40);

    final double mass;
    private final double radius;

    Planet(double mass, double radius) {
      this.mass = mass;
      this.radius = radius;
    }

    double weight(double x) {
      return x * mass / (radius * radius); // error: [ADJ0108]
    }

    double pull(double x) {
      return x * mass;
    }
  }

  @Differentiable
  static double hidden(double x, Planet planet) {
    return planet.weight(x) * planet.mass;
  }

  /** Its field is final. */
  @Differentiable
  static double pulled(double x, Planet planet) {
    return planet.pull(x) * planet.mass;
  }
}
