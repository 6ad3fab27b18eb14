package dev.adjoint.tests.fuzz;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * Arguments of a generated method; their floating-point numbers are numbered in order.
 *
 * @param values those of the receiver's fields first, if there is one
 */
record ProgramInput(Signature signature, List<Object> values) {

  static ProgramInput random(RandomGenerator random, Signature signature) {
    int rows = 2 + random.nextInt(3);
    return new ProgramInput(
        signature, signature.inputs().stream().map(p -> value(random, p, rows)).toList());
  }

  List<String> parameters() {
    return signature.inputs();
  }

  private static Object value(RandomGenerator random, String parameter, int size) {
    return switch (parameter) {
      case "int n", "int count" -> random.nextInt(4);
      case "long big" -> random.nextLong(-3, 9);
      case "boolean flag" -> random.nextBoolean();
      case "char letter" -> (char) ('a' + random.nextInt(4));
      case "Kind kind" -> random.nextInt(3);
      case "String word" -> List.of("one", "two", "three").get(random.nextInt(3));
      case "double[][][] cube" -> {
        double[][][] cube = new double[2][][];
        Arrays.setAll(cube, _ -> new double[][] {numbers(random, 3), numbers(random, 2)});
        yield cube;
      }
      case "double[][] grid" -> new double[][] {numbers(random, 2), numbers(random, 3)};
      case "double[][] m" -> {
        double[][] rows = new double[size][];
        Arrays.setAll(rows, _ -> numbers(random, 2 + random.nextInt(3)));
        yield rows;
      }
      case "double[][] q" ->
          new double[][] {numbers(random, 4), numbers(random, 4), numbers(random, 4)};
      case "double[] a", "double[] out", "double[] table" -> numbers(random, 2 + random.nextInt(3));
      case "float[] e" -> new float[] {(float) random.nextDouble(-2, 2), 0.3f, 1};
      case "float z" -> (float) random.nextDouble(-2, 2);
      default -> random.nextDouble(-2, 2);
    };
  }

  private static double[] numbers(RandomGenerator random, int length) {
    return random.doubles(length, -2, 2).toArray();
  }

  /** The arguments, with arrays of their own. */
  Object[] arguments() {
    return values.stream().map(ProgramInput::copy).toArray();
  }

  static Object copy(Object value) {
    return switch (value) {
      case double[] array -> array.clone();
      case float[] array -> array.clone();
      case Object[] rows -> Arrays.stream(rows).map(ProgramInput::copy).toArray(rows(rows));
      default -> value;
    };
  }

  private static IntFunction<Object[]> rows(Object[] like) {
    return length -> (Object[]) Array.newInstance(like.getClass().componentType(), length);
  }

  static boolean isActive(Object value) {
    return value.getClass().isArray() || value instanceof Double || value instanceof Float;
  }

  /** How many floating-point numbers there are. */
  int size() {
    return values.stream().filter(ProgramInput::isActive).mapToInt(ProgramInput::size).sum();
  }

  static int size(Object value) {
    return value.getClass().isArray()
        ? Arrays.stream(elements(value)).mapToInt(ProgramInput::size).sum()
        : 1;
  }

  static Object[] elements(Object array) {
    Object[] elements = new Object[Array.getLength(array)];
    Arrays.setAll(elements, i -> Array.get(array, i));
    return elements;
  }

  /** With one number moved by a step. */
  ProgramInput moved(int component, double step) {
    Object[] moved = arguments();
    int rest = component;
    for (int i = 0; i < moved.length; i++) {
      if (isActive(moved[i])) {
        int size = size(moved[i]);
        if (0 <= rest && rest < size) {
          moved[i] = moved(moved[i], rest, step);
        }
        rest -= size;
      }
    }
    return new ProgramInput(signature, List.of(moved));
  }

  private static Object moved(Object value, int component, double step) {
    switch (value) {
      case Double number -> {
        return number + step;
      }
      case Float number -> {
        return (float) (number + step);
      }
      default -> {}
    }
    int rest = component;
    for (int i = 0; i < Array.getLength(value); i++) {
      Object element = Array.get(value, i);
      if (0 <= rest && rest < size(element)) {
        Array.set(value, i, moved(element, rest, step));
      }
      rest -= size(element);
    }
    return value;
  }

  /** The same shapes, all 0; numbers that are not active are left out. */
  ProgramInput zeros() {
    Object[] zeros = arguments();
    for (int i = 0; i < zeros.length; i++) {
      zeros[i] = zero(zeros[i]);
    }
    return new ProgramInput(signature, List.of(zeros));
  }

  static Object zero(Object value) {
    return switch (value) {
      case Double _ -> 0.0;
      case Float _ -> 0.0f;
      case double[] array -> new double[array.length];
      case float[] array -> new float[array.length];
      case Object[] rows -> Arrays.stream(rows).map(ProgramInput::zero).toArray(rows(rows));
      default -> value;
    };
  }

  /** Fills an array with numbers. */
  static Object filled(Object array, RandomGenerator random) {
    for (int i = 0; i < Array.getLength(array); i++) {
      switch (array) {
        case double[] numbers -> numbers[i] = random.nextDouble(-1, 1);
        case float[] numbers -> numbers[i] = random.nextFloat(-1, 1);
        default -> filled(Array.get(array, i), random);
      }
    }
    return array;
  }

  @Override
  public String toString() {
    List<String> parameters = parameters();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      String value = Arrays.deepToString(new Object[] {values.get(i)});
      text.append(i == 0 ? "" : ", ").append(parameters.get(i).replaceFirst(".* ", "")).append('=');
      text.append(value, 1, value.length() - 1);
    }
    return text.toString();
  }
}
