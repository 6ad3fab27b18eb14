import dev.adjoint.Differentiable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;

/** Functions that write what they captured, or go where they are not followed. */
final class Lambdas {
  static DoubleUnaryOperator kept;

  @Differentiable
  static double writesArray(double[] x) {
    double[] sum = {0};
    DoubleConsumer add = v -> sum[0] += v * v; // error: [ADJ0501]
    for (double v : x) {
      add.accept(v);
    }
    return sum[0];
  }

  @Differentiable
  static double writesParameter(double[] x) {
    IntConsumer square = i -> x[i] = x[i] * x[i]; // error: [ADJ0501]
    square.accept(0);
    square.accept(1);
    return x[0] + x[1];
  }

  @Differentiable
  static double writesInBlock(double[] x) {
    double[] sum = {0};
    IntConsumer add =
        i -> { // error: [ADJ0501]
          double v = x[i];
          sum[0] += v;
        };
    add.accept(0);
    return sum[0];
  }

  @Differentiable
  static double intoField(double x) {
    kept = v -> v * x; // error: [ADJ0502]
    return kept.applyAsDouble(2);
  }

  @Differentiable
  static double intoList(double x) {
    List<DoubleSupplier> steps = new ArrayList<>();
    steps.add(() -> x * x); // error: [ADJ0502]
    return steps.get(0).getAsDouble();
  }

  @Differentiable
  static double chosen(double x, boolean b) {
    DoubleUnaryOperator f = b ? t -> t * x : Math::sin; // error: [ADJ0405]
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double asValue(double x) {
    DoubleUnaryOperator f = t -> t * x;
    return f.hashCode() * x; // error: [ADJ0405]
  }

  @Differentiable
  static double ofUnknownChain(double x, DoubleUnaryOperator g) {
    DoubleUnaryOperator f = t -> t * x;
    return f.andThen(g).applyAsDouble(x); // error: [ADJ0405]
  }

  /** Chains of known functions are known. */
  @Differentiable
  static double chained(double x) {
    DoubleUnaryOperator f = t -> t * x;
    DoubleUnaryOperator g = f.andThen(Math::sin).compose(t -> t + x);
    return g.applyAsDouble(x) + ((DoubleUnaryOperator) t -> t * t).applyAsDouble(x);
  }

  private record Line(double slope) {
    double at(double t) {
      return slope * t;
    }
  }

  @Differentiable
  static double boundToWhatChanges(double x, double y) {
    Line line = new Line(y);
    DoubleUnaryOperator f = line::at; // error: [ADJ0405]
    line = new Line(x);
    return f.applyAsDouble(x) * line.slope() + f.applyAsDouble(y);
  }

  private static DoubleUnaryOperator scaled(double factor) {
    return t -> factor * t; // error: [ADJ0405]
  }

  private static DoubleUnaryOperator doubled(double factor) {
    return scaled(2 * factor);
  }

  /** What is wrong is said at the lambda, not where it is called. */
  @Differentiable
  static double madeElsewhere(double x, double y) {
    DoubleUnaryOperator f = doubled(y);
    return f.applyAsDouble(x);
  }

  /** One variable, one finding. */
  @Differentiable
  static double reassigned(double x, double y) {
    DoubleUnaryOperator f = t -> t * t; // error: [ADJ0405]
    if (x > y) {
      f = t -> Math.sin(t);
    }
    return f.applyAsDouble(x);
  }

  /** Where nothing is known of a variable, nothing of it is missing either. */
  @Differentiable
  static double inVar(double x) {
    var f = (DoubleUnaryOperator & Serializable) t -> t * x; // error: [ADJ0405]
    var g = f;
    return g.applyAsDouble(x) + f.applyAsDouble(x);
  }
}
