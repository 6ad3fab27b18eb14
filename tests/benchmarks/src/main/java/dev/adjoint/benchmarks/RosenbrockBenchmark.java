package dev.adjoint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Rosenbrock's function of many variables. */
public class RosenbrockBenchmark extends GradientBenchmark {
  /** The number of variables. */
  @Param({"100000", "1000000"})
  public int n = 100_000;

  private double[] x = {};

  /** Fills the array. */
  @Setup
  public void fill() {
    x = Inputs.between(-2, 2, n);
  }

  @Override
  @Benchmark
  public double primal() {
    return Programs.rosenbrock(x);
  }

  @Override
  @Benchmark
  public double[] byHand() {
    return HandWritten.rosenbrock(x).gradient();
  }

  @Override
  @Benchmark
  public double[] generated() {
    return ProgramsGrad.rosenbrockValueAndGrad(x).gradients().x();
  }
}
