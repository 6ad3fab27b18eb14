package dev.adjoint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Sweeps in place over an array: every overwritten element has to be kept. */
public class StencilBenchmark extends GradientBenchmark {
  /** The number of elements. */
  @Param("1000")
  public int n = 1000;

  /** The number of sweeps. */
  @Param("200")
  public int sweeps = 200;

  private double[] start = {};
  private final ProgramsGrad.StencilWorkspace workspace = new ProgramsGrad.StencilWorkspace();

  /** Fills the array. */
  @Setup
  public void fill() {
    start = Inputs.between(0, 1, n);
  }

  @Override
  @Benchmark
  public double primal() {
    return Programs.stencil(start, sweeps);
  }

  @Override
  @Benchmark
  public double[] byHand() {
    return HandWritten.stencil(start, sweeps).gradient();
  }

  @Override
  @Benchmark
  public double[] generated() {
    return ProgramsGrad.stencilValueAndGrad(start, sweeps).gradients().start();
  }

  /**
   * The generated gradient in the arrays of the call before; with {@code -prof gc}: no allocation.
   *
   * @return the same gradient
   */
  @Benchmark
  public double[] reusing() {
    ProgramsGrad.stencilValueAndGrad(start, sweeps, workspace);
    return workspace.start();
  }
}
