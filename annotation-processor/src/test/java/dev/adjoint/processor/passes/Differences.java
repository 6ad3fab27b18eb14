package dev.adjoint.processor.passes;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Derivatives by central differences, of functions that the interpreter runs. */
final class Differences {
  private static final double STEP = 1e-5;

  private Differences() {}

  /**
   * One number among the arguments.
   *
   * @param path the position of the argument, then indices in it
   */
  record Input(List<Integer> path) {}

  /** All numbers in some of the arguments, in order. */
  static List<Input> inputs(List<Integer> positions, Object... arguments) {
    List<Input> inputs = new ArrayList<>();
    for (int position : positions) {
      add(List.of(position), arguments[position], inputs);
    }
    return inputs;
  }

  private static void add(List<Integer> path, Object content, List<Input> inputs) {
    switch (content) {
      case double[] array -> {
        for (int i = 0; i < array.length; i++) {
          inputs.add(new Input(with(path, i)));
        }
      }
      case double[][] rows -> {
        for (int i = 0; i < rows.length; i++) {
          add(with(path, i), rows[i], inputs);
        }
      }
      default -> inputs.add(new Input(path));
    }
  }

  private static List<Integer> with(List<Integer> path, int index) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(index);
    return longer;
  }

  /** How fast the first value changes if all the inputs grow alike. */
  static double slope(IrFunction function, Object[] arguments, List<Input> inputs) {
    double above = (Double) IrInterpreter.run(function, moved(arguments, inputs, STEP)).getFirst();
    double below = (Double) IrInterpreter.run(function, moved(arguments, inputs, -STEP)).getFirst();
    return (above - below) / (2 * STEP);
  }

  private static Object[] moved(Object[] arguments, List<Input> inputs, double step) {
    Object[] moved = Arrays.stream(arguments).map(Differences::copy).toArray();
    for (Input input : inputs) {
      List<Integer> path = input.path();
      switch (moved[path.getFirst()]) {
        case Double number -> moved[path.getFirst()] = number + step;
        case double[] array -> array[path.get(1)] += step;
        case double[][] rows -> rows[path.get(1)][path.get(2)] += step;
        case Object other -> throw new IllegalArgumentException("no number: " + other);
      }
    }
    return moved;
  }

  private static Object copy(Object argument) {
    return switch (argument) {
      case double[] array -> array.clone();
      case double[][] rows -> Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
      default -> argument;
    };
  }

  /** A one for each number of an argument. */
  static Object ones(Object argument) {
    return switch (argument) {
      case double[] array -> DoubleStream.generate(() -> 1).limit(array.length).toArray();
      case double[][] rows ->
          Arrays.stream(rows).map(row -> (double[]) ones(row)).toArray(double[][]::new);
      default -> 1.0;
    };
  }

  /** All numbers in values, in order. */
  static double[] flat(List<Object> values) {
    return values.stream().flatMapToDouble(Differences::numbers).toArray();
  }

  private static DoubleStream numbers(Object value) {
    return switch (value) {
      case double[] array -> Arrays.stream(array);
      case double[][] rows -> Arrays.stream(rows).flatMapToDouble(Arrays::stream);
      default -> DoubleStream.of((Double) value);
    };
  }
}
