package dev.adjoint.benchmarks;

import dev.adjoint.Tensor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A chain of small operations on the dynamic graph; times are for one operation of the chain. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class ChainBenchmark {
  private static final int LENGTH = 1000;
  private static final double FACTOR = 0.999;

  /** The number of elements of the tensor. */
  @Param({"1", "1024"})
  public int elements = 1;

  private Tensor constant = Tensor.ones(1);
  private Tensor leaf = Tensor.ones(1);

  /** For the harness. */
  public ChainBenchmark() {}

  /** Makes the tensors the chains start from. */
  @Setup
  public void makeTensors() {
    constant = Tensor.ones(elements);
    leaf = Tensor.ones(elements).requiresGrad_();
  }

  /**
   * Operations that need not be recorded.
   *
   * @return the end of the chain
   */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public Tensor unrecorded() {
    return chainFrom(constant);
  }

  /**
   * Recorded operations and the way back.
   *
   * @return the gradient of the start
   */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public @Nullable Tensor forwardAndBackward() {
    leaf.setGrad(null);
    chainFrom(leaf).sum().backward();
    return leaf.grad();
  }

  private static Tensor chainFrom(Tensor start) {
    Tensor value = start;
    for (int i = 0; i < LENGTH; i++) {
      value = value.mul(FACTOR);
    }
    return value;
  }
}
