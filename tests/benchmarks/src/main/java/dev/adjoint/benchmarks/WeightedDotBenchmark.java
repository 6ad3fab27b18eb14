package dev.adjoint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** An array loop without anything to keep. */
public class WeightedDotBenchmark extends GradientBenchmark {
  /** The number of elements. */
  @Param("100000")
  public int n = 100_000;

  private double[] x = {};
  private double[] w = {};

  /** Fills both arrays. */
  @Setup
  public void fill() {
    x = Inputs.between(-1, 1, n);
    w = Inputs.between(0, 2, n);
  }

  @Override
  @Benchmark
  public double primal() {
    return Programs.weightedDot(x, w);
  }

  @Override
  @Benchmark
  public double[] byHand() {
    return HandWritten.weightedDot(x, w).w();
  }

  @Override
  @Benchmark
  public double[] generated() {
    return ProgramsGrad.weightedDotValueAndGrad(x, w).gradients().w();
  }
}
