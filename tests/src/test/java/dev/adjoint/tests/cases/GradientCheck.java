package dev.adjoint.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Compares the generated methods of one program with one row of its case: value and gradients, by
 * each method, called twice with fresh arguments, and what becomes of the caller's arrays.
 */
final class GradientCheck {
  private final GeneratedMethods methods;
  private final Row row;
  private final Tolerance tolerance;
  private final List<String> wrt;

  /**
   * @param wrt the parameters to differentiate with respect to
   */
  GradientCheck(GeneratedMethods methods, Row row, Tolerance tolerance, List<String> wrt) {
    this.methods = methods;
    this.row = row;
    this.tolerance = tolerance;
    this.wrt = wrt;
  }

  /** The parameters that a row has a gradient for. */
  static List<String> differentiable(GeneratedMethods methods, Row row) {
    List<String> names = methods.parameterNames();
    return names.stream()
        .filter(name -> !row.gradients().get(names.indexOf(name)).isNull())
        .toList();
  }

  /** Reverse mode. */
  void reverse() {
    Object seed = seed();
    gradients("backward", run("backward", arguments -> methods.backward(arguments, seed)));
    if (row.seed() == null) {
      var both = run("value-and-grad", methods::valueAndGrad);
      close("value", both.get("value"), row.value(), tolerance.value());
      gradients("value-and-grad", GeneratedMethods.components(both.get("gradients")));
    }
  }

  /** Forward mode, along each number of each differentiable parameter. */
  void forward() {
    for (String name : wrt) {
      Object argument = arguments()[methods.parameterNames().indexOf(name)];
      for (int place = 0; place < Numbers.count(argument); place++) {
        direction(name, place);
      }
    }
  }

  private void direction(String name, int place) {
    var result = run("jvp", arguments -> methods.jvp(arguments, tangents(name, place)));
    close("value of jvp", result.get("value"), row.value(), tolerance.value());
    double[] tangent = Numbers.flat(result.get("tangent")).toArray();
    double[] seed = Numbers.flat(seed()).toArray();
    double got = 0;
    for (int i = 0; i < seed.length; i++) {
      got += seed[i] * tangent[i];
    }
    double want = Numbers.flat(expectedGradient(name)).toArray()[place];
    if (!Tolerance.isClose(got, want, tolerance.gradient())) {
      throw new Mismatch("jvp along %s[%d]: got %s, want %s".formatted(name, place, got, want));
    }
  }

  private List<Object> tangents(String moving, int place) {
    return wrt.stream().map(parameter -> tangent(parameter, moving, place)).toList();
  }

  private Object tangent(String parameter, String moving, int place) {
    Object argument = arguments()[methods.parameterNames().indexOf(parameter)];
    return parameter.equals(moving) ? Numbers.unit(argument, place) : Numbers.zero(argument);
  }

  private void gradients(String method, Map<String, Object> got) {
    if (!List.copyOf(got.keySet()).equals(wrt)) {
      throw new Mismatch(method + " yields gradients of " + got.keySet() + ", want " + wrt);
    }
    got.forEach(
        (name, gradient) ->
            close(method + " " + name, gradient, expectedGradient(name), tolerance.gradient()));
  }

  private JsonNode expectedGradient(String name) {
    return row.gradients().get(methods.parameterNames().indexOf(name));
  }

  private static void close(String what, Object got, JsonNode want, double tolerance) {
    double[] numbers = Numbers.flat(got).toArray();
    double[] expected = Numbers.flat(want).toArray();
    boolean isClose = numbers.length == expected.length;
    for (int i = 0; isClose && i < numbers.length; i++) {
      isClose = Tolerance.isClose(numbers[i], expected[i], tolerance);
    }
    if (!isClose) {
      throw new Mismatch("%s: got %s, want %s".formatted(what, Arrays.toString(numbers), want));
    }
  }

  /** Calls twice with fresh arguments; the arrays must end up as {@code f} itself leaves them. */
  private Map<String, Object> run(String method, Function<Object[], Map<String, Object>> call) {
    Object[] byFunction = arguments();
    methods.value(byFunction);
    Object[] arguments = arguments();
    Map<String, Object> first = call.apply(arguments);
    if (!Arrays.deepEquals(arguments, byFunction)) {
      throw new Mismatch(
          "%s leaves the arguments as %s, f leaves them as %s"
              .formatted(method, Arrays.deepToString(arguments), Arrays.deepToString(byFunction)));
    }
    if (!Arrays.equals(numbers(first), numbers(call.apply(arguments())))) {
      throw new Mismatch(method + " yields something else when called again");
    }
    return first;
  }

  private static double[] numbers(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.values().stream().flatMapToDouble(v -> Arrays.stream(numbers(v))).toArray();
      case Record record -> numbers(GeneratedMethods.components(record));
      default -> Numbers.flat(value).toArray();
    };
  }

  private Object[] arguments() {
    List<Class<?>> types = methods.parameterTypes();
    Object[] arguments = new Object[types.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = Numbers.read(row.arguments().get(i), types.get(i));
    }
    return arguments;
  }

  private Object seed() {
    Class<?> type = methods.resultType();
    if (row.seed() != null) {
      return Numbers.read(row.seed(), type);
    }
    return type == float.class ? (Object) 1.0f : (Object) 1.0;
  }
}
