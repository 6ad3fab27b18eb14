package dev.adjoint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** A scalar recurrence with a branch. */
public class ScalarLoopBenchmark extends GradientBenchmark {
  /** The number of iterations. */
  @Param("100000")
  public int n = 100_000;

  private double x = 0.7;

  @Override
  @Benchmark
  public double primal() {
    return Programs.scalarLoop(x, n);
  }

  @Override
  @Benchmark
  public double[] byHand() {
    return new double[] {HandWritten.scalarLoop(x, n).gradient()};
  }

  @Override
  @Benchmark
  public double[] generated() {
    return new double[] {ProgramsGrad.scalarLoopValueAndGrad(x, n).gradients().x()};
  }
}
