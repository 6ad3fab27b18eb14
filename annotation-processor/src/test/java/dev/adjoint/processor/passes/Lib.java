package dev.adjoint.processor.passes;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.List;
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

  static int count(double[] x) {
    return x.length;
  }

  static double undifferentiated(double x) {
    return Math.nextUp(x);
  }

  static double[] exps(double[] x) {
    return Arrays.stream(x).map(Math::exp).toArray();
  }

  static double[] expsGradient0(double[] gradOutput, double[] result) {
    return IntStream.range(0, result.length).mapToDouble(i -> gradOutput[i] * result[i]).toArray();
  }

  static double sum(Tensor x) {
    return Arrays.stream(x.toDoubleArray()).sum();
  }

  static Tensor sumGradient0(double gradOutput, Tensor x) {
    return Tensor.full(x.shape(), gradOutput, DType.FLOAT64);
  }

  static double total(Tensor[] all) {
    return Arrays.stream(all).mapToDouble(Lib::sum).sum();
  }

  static Tensor[] totalGradient0(double gradOutput, Tensor[] all) {
    return Arrays.stream(all).map(each -> sumGradient0(gradOutput, each)).toArray(Tensor[]::new);
  }

  static double last(List<Tensor> all) {
    return sum(all.getLast());
  }

  /** Null is zero. */
  static List<Tensor> lastGradient0(double gradOutput, List<Tensor> all) {
    Tensor[] gradients = new Tensor[all.size()];
    gradients[gradients.length - 1] = sumGradient0(gradOutput, all.getLast());
    return Arrays.asList(gradients);
  }

  static double[] sums(Tensor x, double by) {
    return new double[] {sum(x), sum(x) * by};
  }

  static Tensor sumsGradient0(double[] gradOutput, Tensor x, double by) {
    return sumGradient0(gradOutput[0] + gradOutput[1] * by, x);
  }

  static double sumsGradient1(double[] gradOutput, Tensor x) {
    return gradOutput[1] * sum(x);
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
