import dev.adjoint.Differentiable;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Streams that no loop stands for, or not one that can be differentiated. */
final class Streams {

  @Differentiable
  static double parallel(double[] x) {
    return Arrays.stream(x).parallel().sum(); // error: [ADJ0403]
  }

  @Differentiable
  static double generated(double x) {
    return DoubleStream.generate(() -> x).limit(3).sum(); // error: [ADJ0405]
  }

  @Differentiable
  static double boxed(double[] x) {
    return Arrays.stream(x).boxed().mapToDouble(v -> v).sum(); // error: [ADJ0405]
  }

  @Differentiable
  static double sorted(double[] x) {
    return Arrays.stream(x)
        .map(v -> v * v)
        .sorted() // error: [ADJ0405]
        .limit(2)
        .sum();
  }

  @Differentiable
  static double collected(double[] x) {
    return Arrays.stream(x).boxed().collect(Collectors.summingDouble(v -> v)); // error: [ADJ0405]
  }

  @Differentiable
  static double withoutBound(double x) {
    double[] all =
        DoubleStream.iterate(x, v -> v < 9, v -> v * v + 1).toArray(); // error: [ADJ0405]
    return all[0];
  }

  @Differentiable
  static double ofObjects(double x, int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> Integer.valueOf(i)) // error: [ADJ0405]
        .mapToDouble(i -> x * i)
        .sum();
  }

  @Differentiable
  static double unknownFunction(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).sum(); // error: [ADJ0202]
  }

  @Differentiable
  static double statistics(double[] x) {
    return Arrays.stream(x).summaryStatistics().getMax(); // error: [ADJ0405]
  }

  @Differentiable
  static double setInParallel(double[] x) {
    Arrays.parallelSetAll(x, i -> x[i] * i); // error: [ADJ0403]
    return x[0];
  }
}
