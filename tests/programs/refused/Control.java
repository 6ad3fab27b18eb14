import dev.adjoint.Differentiable;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Ways of control that are not followed. */
final class Control {

  @Differentiable
  static double tryCatch(double x) {
    double r;
    try { // error: [ADJ0401]
      r = x / 2;
    } catch (ArithmeticException e) {
      r = x;
    }
    return r * x;
  }

  @Differentiable
  static double tryFinally(double x) {
    double r = x;
    try { // error: [ADJ0401]
      r = r * x;
    } finally {
      r = r * 2;
    }
    return r;
  }

  @Differentiable
  static double tryInLoop(double[] x) {
    double s = 0;
    for (int i = 0; i <= x.length; i++) {
      try { // error: [ADJ0401]
        s += x[i];
      } catch (ArrayIndexOutOfBoundsException e) {
        break;
      }
    }
    return s;
  }

  @Differentiable
  static double tryInCallee(double x) {
    return guarded(x) + x;
  }

  private static double guarded(double x) {
    try { // error: [ADJ0401]
      return Math.sqrt(x);
    } finally {
      System.out.println("done");
    }
  }

  @Differentiable
  static double tryReturning(double x) {
    try { // error: [ADJ0401]
      return x * x;
    } catch (RuntimeException e) {
      return x;
    }
  }

  @Differentiable
  static double tryWithResource(double x) throws Exception {
    double y = x;
    try (AutoCloseable open = () -> {}) { // error: [ADJ0401]
      y = x * x;
    }
    return y;
  }

  static final class Carry extends RuntimeException {
    private static final long serialVersionUID = 1;
    final double value;

    Carry(double value) {
      this.value = value;
    }
  }

  @Differentiable
  static double carried(double x) {
    try {
      throw new Carry(x * x); // error: [ADJ0402]
    } catch (Carry c) {
      return c.value + x;
    }
  }

  @Differentiable
  static double synchronizedBlock(double x) {
    double y = x;
    synchronized (Control.class) { // error: [ADJ0403]
      y = y * x;
    }
    return y;
  }

  @Differentiable
  static double future(double x) {
    return x * CompletableFuture.supplyAsync(() -> x * x).join(); // error: [ADJ0403]
  }

  @Differentiable
  static double futureInTwoSteps(double x) {
    CompletableFuture<Double> later = CompletableFuture.supplyAsync(() -> x * x); // error: [ADJ0403]
    return later.join() * x;
  }

  @Differentiable
  static double parallel(double[] x) {
    return Arrays.stream(x).parallel().map(v -> v * v).sum(); // error: [ADJ0403]
  }

  @Differentiable
  static double parallelOverIndices(double[] x) {
    double[] y = new double[x.length];
    IntStream.range(0, x.length).parallel().forEach(i -> y[i] = x[i] * x[i]); // error: [ADJ0403]
    return y[0];
  }

  @Differentiable
  static double executor(double x) throws Exception {
    try (var pool = Executors.newSingleThreadExecutor()) { // error: [ADJ0401]
      return pool.submit(() -> x * x).get();
    }
  }

  @Differentiable
  static double thread(double x) throws InterruptedException {
    double[] y = {x};
    Thread worker = new Thread(() -> y[0] *= 2); // error: [ADJ0403]
    worker.start();
    worker.join();
    return y[0];
  }

  @Differentiable
  static double counted(double x) {
    AtomicInteger count = new AtomicInteger(); // error: [ADJ0403]
    double y = x;
    while (count.incrementAndGet() < 3) {
      y *= x;
    }
    return y;
  }

  @Differentiable
  static double endless(double x) {
    double y = x;
    while (true) { // error: [ADJ0404]
      y = y * x;
    }
  }

  @Differentiable
  static double alwaysThrows(double x) {
    if (x > 0) { // error: [ADJ0404]
      throw new IllegalArgumentException("positive");
    } else {
      throw new IllegalArgumentException("negative");
    }
  }

  @Differentiable
  static double throwsAtOnce(double x) {
    throw new UnsupportedOperationException("none yet"); // error: [ADJ0404]
  }

  @Differentiable
  static double endlessFor(double x) {
    for (; ; ) { // error: [ADJ0404]
      x = x / 2;
    }
  }

  /** What is caught has nothing to do with the result. */
  @Differentiable
  static double measured(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("negative: " + x);
    }
    return x * x;
  }
}
