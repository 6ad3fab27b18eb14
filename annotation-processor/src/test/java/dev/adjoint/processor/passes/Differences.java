package dev.adjoint.processor.passes;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Derivatives by central differences. */
final class Differences {
  private static final double STEP = 1e-5;

  private final Function<List<Object>, List<Object>> function;
  private final List<Object> arguments;
  private final List<Integer> wrt;

  /**
   * @param wrt positions of the arguments that change
   */
  Differences(
      Function<List<Object>, List<Object>> function, List<Object> arguments, List<Integer> wrt) {
    this.function = function;
    this.arguments = arguments;
    this.wrt = wrt;
  }

  /** For each number in the arguments how fast the weighted sum of what is yielded grows by it. */
  double[] gradient(double[] weights) {
    int inputs = Numbers.of(inputs()).length;
    return IntStream.range(0, inputs)
        .mapToDouble(
            input -> {
              double[] direction = new double[inputs];
              direction[input] = 1;
              return slope(direction, weights);
            })
        .toArray();
  }

  /** How fast the weighted sum of what is yielded grows in a direction. */
  double slope(double[] direction, double[] weights) {
    double above = Numbers.dot(weights, yields(direction, STEP));
    double below = Numbers.dot(weights, yields(direction, -STEP));
    return (above - below) / (2 * STEP);
  }

  private double[] yields(double[] direction, double step) {
    double[] numbers = Numbers.of(inputs());
    Arrays.setAll(numbers, i -> numbers[i] + step * direction[i]);
    List<Object> moved = Numbers.with(inputs(), numbers);
    List<Object> all = Numbers.with(arguments, Numbers.of(arguments));
    for (int i = 0; i < wrt.size(); i++) {
      all.set(wrt.get(i), moved.get(i));
    }
    return Numbers.of(function.apply(all));
  }

  /** The arguments that change. */
  List<Object> inputs() {
    return wrt.stream().map(arguments::get).toList();
  }
}
