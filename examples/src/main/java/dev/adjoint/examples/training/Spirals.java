package dev.adjoint.examples.training;

import dev.adjoint.Tensor;
import java.util.random.RandomGenerator;

/**
 * Points on three interleaved spirals with some noise, and the spiral each lies on.
 *
 * @param points one a row: both coordinates, and a one that serves the first layer as its bias
 * @param classes the number of each point's spiral
 */
record Spirals(Tensor points, Tensor classes) {
  static final int COLUMNS = 3;
  static final int CLASSES = 3;
  private static final double NOISE = 0.15;
  private static final double TURN = 4;

  /** The same points for the same random numbers. */
  static Spirals of(RandomGenerator random, int pointsPerClass) {
    int count = CLASSES * pointsPerClass;
    double[][] points = new double[count][];
    long[] classes = new long[count];
    for (int i = 0; i < count; i++) {
      classes[i] = i % CLASSES;
      double radius = (double) (i / CLASSES + 1) / pointsPerClass;
      double angle = TURN * radius + 2 * Math.PI * classes[i] / CLASSES;
      points[i] = point(radius, angle + NOISE * random.nextGaussian());
    }
    return new Spirals(Tensor.tensor(points), Tensor.tensor(classes));
  }

  private static double[] point(double radius, double angle) {
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle), 1};
  }
}
