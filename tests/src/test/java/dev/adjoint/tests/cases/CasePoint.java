package dev.adjoint.tests.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where a program is differentiated.
 *
 * @param wrt the differentiable parameters
 */
record CasePoint(GeneratedMethods methods, Row row, List<String> wrt) {
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 2e-5;

  int count() {
    return wrt.stream().mapToInt(name -> Numbers.count(argument(name))).sum();
  }

  private Object argument(String name) {
    int index = methods.parameterNames().indexOf(name);
    return Numbers.read(row.arguments().get(index), methods.parameterTypes().get(index));
  }

  /** The arguments, moved along a vector. */
  Object[] arguments(double[] move) {
    List<Object> arguments = new ArrayList<>();
    int first = 0;
    for (String name : methods.parameterNames()) {
      Object argument = argument(name);
      if (wrt.contains(name)) {
        int count = Numbers.count(argument);
        argument = Numbers.moved(argument, move, first);
        first += count;
      }
      arguments.add(argument);
    }
    return arguments.toArray();
  }

  /** A vector of numbers that are all different. */
  double[] direction() {
    double[] direction = new double[count()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = i % 2 == 0 ? 1 - 0.1 * i : -0.6 + 0.05 * i;
    }
    return direction;
  }

  /** A vector as one value for each parameter. */
  List<Object> tangents(double[] direction) {
    List<Object> tangents = new ArrayList<>();
    int first = 0;
    for (String name : wrt) {
      Object zero = Numbers.zero(argument(name));
      tangents.add(Numbers.moved(zero, direction, first));
      first += Numbers.count(zero);
    }
    return tangents;
  }

  double[] hvp(double[] direction) {
    return flat(methods.hvp(arguments(new double[count()]), tangents(direction)));
  }

  /** Whether the gradient lies between those on both sides: not so where a test is for equality. */
  boolean isSmooth(double[] direction) {
    double[] above = gradient(direction, STEP);
    double[] at = gradient(direction, 0);
    double[] below = gradient(direction, -STEP);
    return IntStream.range(0, at.length)
        .allMatch(i -> Tolerance.isClose((above[i] + below[i]) / 2, at[i], TOLERANCE));
  }

  double[] differences(double[] direction) {
    double[] above = gradient(direction, STEP);
    double[] below = gradient(direction, -STEP);
    for (int i = 0; i < above.length; i++) {
      above[i] = (above[i] - below[i]) / (2 * STEP);
    }
    return above;
  }

  /** The cotangent of the result. */
  Object seed() {
    Class<?> type = methods.resultType();
    if (row.seed() != null) {
      return Numbers.read(row.seed(), type);
    }
    return type == float.class ? (Object) 1.0f : (Object) 1.0;
  }

  /** The gradients, some steps along a direction. */
  double[] gradient(double[] direction, double step) {
    double[] move = direction.clone();
    for (int i = 0; i < move.length; i++) {
      move[i] *= step;
    }
    return flat(methods.backward(arguments(move), seed()));
  }

  static double[] flat(Map<String, Object> gradients) {
    return gradients.values().stream().flatMapToDouble(Numbers::flat).toArray();
  }
}
