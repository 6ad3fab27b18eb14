package dev.adjoint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The gradient by one parameter of three, which takes no forward sweep, no tape and no
 * transcendental; those by the other two take all of them.
 */
public class SubsetBenchmark extends GradientBenchmark {
  private static final double DECAY = 0.5;

  /** The number of steps. */
  @Param("100000")
  public int n = 100_000;

  private double[] x = {};
  private double[] angles = {};

  /** Fills both arrays. */
  @Setup
  public void fill() {
    x = Inputs.between(-1, 1, n);
    angles = Inputs.between(0, 2, n);
  }

  @Override
  @Benchmark
  public double primal() {
    return Programs.driven(x, angles, DECAY);
  }

  @Override
  @Benchmark
  public double[] byHand() {
    return HandWritten.drivenByInput(x, DECAY, 1);
  }

  @Override
  @Benchmark
  public double[] generated() {
    return ProgramsGrad.drivenByInputBackward(x, angles, DECAY, 1).x();
  }

  /**
   * The gradients by every parameter.
   *
   * @return the one that the others compute alone
   */
  @Benchmark
  public double[] allParameters() {
    return ProgramsGrad.drivenBackward(x, angles, DECAY, 1).x();
  }
}
