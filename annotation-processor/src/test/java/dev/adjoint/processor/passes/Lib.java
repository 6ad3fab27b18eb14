package dev.adjoint.processor.passes;

import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A library with registered derivatives: {@link TestDerivatives} says what they read. The
 * derivative of {@code f} by its operand {@code i} is {@code fGradient<i>}.
 */
@SuppressWarnings("unused") // called by functions in IR
final class Lib {
  private Lib() {}

  static double smooth(double x) {
    return Math.log1p(Math.exp(x));
  }

  static double smoothGradient0(double gradOutput, double x) {
    return gradOutput / (1 + Math.exp(-x));
  }

  static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(each -> each * each).sum());
  }

  static double[] normGradient0(double gradOutput, double result, double[] x) {
    return Arrays.stream(x).map(each -> gradOutput * each / result).toArray();
  }

  /** Depends on {@code y} in jumps only. */
  static double steps(double x, double y) {
    return x * Math.floor(y);
  }

  static double stepsGradient0(double gradOutput, double y) {
    return gradOutput * Math.floor(y);
  }

  static double distance(double[] x, double y) {
    return Arrays.stream(x).map(each -> (each - y) * (each - y)).sum();
  }

  static double[] distanceGradient0(double gradOutput, double[] x, double y) {
    return Arrays.stream(x).map(each -> 2 * gradOutput * (each - y)).toArray();
  }

  static double distanceGradient1(double gradOutput, double[] x, double y) {
    return Arrays.stream(x).map(each -> -2 * gradOutput * (each - y)).sum();
  }

  static double[] scale(double[] x, double by) {
    return Arrays.stream(x).map(each -> each * by).toArray();
  }

  static double[] scaleGradient0(double[] gradOutput, double by) {
    return scale(gradOutput, by);
  }

  static double scaleGradient1(double[] gradOutput, double[] x) {
    return Numbers.dot(gradOutput, x);
  }

  static double[][] outer(double[] x, double[] y) {
    return Arrays.stream(x).mapToObj(each -> scale(y, each)).toArray(double[][]::new);
  }

  static double[] outerGradient0(double[][] gradOutput, double[] y) {
    return Arrays.stream(gradOutput).mapToDouble(row -> Numbers.dot(row, y)).toArray();
  }

  static double[] outerGradient1(double[][] gradOutput, double[] x) {
    return IntStream.range(0, gradOutput[0].length)
        .mapToDouble(
            j -> IntStream.range(0, x.length).mapToDouble(i -> gradOutput[i][j] * x[i]).sum())
        .toArray();
  }

  static double[] threes(int length) {
    return DoubleStream.generate(() -> 3).limit(length).toArray();
  }

  static double undifferentiated(double x) {
    return Math.nextUp(x);
  }

  static Tensor mulGradient0(Tensor gradOutput, Tensor other) {
    return gradOutput.mul(other);
  }

  static Tensor mulGradient1(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self);
  }

  static Tensor expGradient0(Tensor gradOutput, Tensor result) {
    return gradOutput.mul(result);
  }
}
