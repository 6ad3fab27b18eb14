package dev.adjoint.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A program with its value, and its gradient twice: written by hand and generated. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public abstract class GradientBenchmark {

  /** For the harness, which makes the subclasses. */
  protected GradientBenchmark() {}

  /**
   * The value alone.
   *
   * @return the program's result
   */
  public abstract double primal();

  /**
   * The value and the hand-written gradient.
   *
   * @return the gradient
   */
  public abstract double[] byHand();

  /**
   * The value and the generated gradient.
   *
   * @return the same gradient
   */
  public abstract double[] generated();
}
