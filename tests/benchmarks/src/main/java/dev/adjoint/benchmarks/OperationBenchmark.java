package dev.adjoint.benchmarks;

import dev.adjoint.Autograd;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single operations on larger tensors, and a step of training; times are for one call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class OperationBenchmark {
  private static final double RATE = 0.01;
  private static final double EPSILON = 1e-5;

  private final Tensor vector = random(65536);
  private final Tensor matrix = random(512, 1000);
  private final Tensor row = random(1000);
  private final Tensor left = random(256, 256);
  private final Tensor right = random(256, 256);

  private final Tensor images = random(64, 784);
  private final Tensor digits =
      Tensor.fromArray(LongStream.range(0, 64).map(i -> i % 10).toArray());
  private final Tensor[] weights = {parameter(256, 784), parameter(10, 256)};
  private final Tensor[] biases = {parameter(256), parameter(10)};

  /** For the harness. */
  public OperationBenchmark() {}

  private static Tensor random(long... shape) {
    return Tensor.randn(new Generator(1), shape);
  }

  private static Tensor parameter(long... shape) {
    return random(shape).mul(0.1).detach().requiresGrad_();
  }

  /**
   * 65,536 elements.
   *
   * @return the sums
   */
  @Benchmark
  public Tensor add() {
    return vector.add(vector);
  }

  /**
   * 65,536 elements.
   *
   * @return the hyperbolic tangents
   */
  @Benchmark
  public Tensor tanh() {
    return vector.tanh();
  }

  /**
   * 512 rows of 1000.
   *
   * @return rows that add up to 1
   */
  @Benchmark
  public Tensor softmax() {
    return matrix.softmax(1);
  }

  /**
   * 512 rows of 1000.
   *
   * @return rows of mean 0 and variance 1
   */
  @Benchmark
  public Tensor layerNorm() {
    return Functional.layerNorm(matrix, new long[] {1000}, row, row, EPSILON);
  }

  /**
   * 512 rows of 1000.
   *
   * @return each of them with another one added
   */
  @Benchmark
  public Tensor addRow() {
    return matrix.add(row);
  }

  /**
   * 256 rows and columns.
   *
   * @return the product
   */
  @Benchmark
  public Tensor matrixProduct() {
    return left.mm(right);
  }

  /**
   * Forward, backward and update of a net with 784 inputs, 256 units and 10 classes, 64 at a time.
   *
   * @return the loss
   */
  @Benchmark
  public Tensor trainingStep() {
    Tensor hidden = Functional.linear(images, weights[0], biases[0]).relu();
    Tensor loss = Functional.crossEntropy(Functional.linear(hidden, weights[1], biases[1]), digits);
    loss.backward();
    try (var _ = Autograd.noGrad()) {
      for (int i = 0; i < weights.length; i++) {
        update(weights[i]);
        update(biases[i]);
      }
    }
    return loss;
  }

  private static void update(Tensor parameter) {
    Tensor gradient = parameter.grad();
    if (gradient != null) {
      parameter.sub_(gradient, RATE);
      parameter.setGrad(null);
    }
  }
}
