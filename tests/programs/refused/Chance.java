import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Values that differ from run to run, on every way by which they may reach a result. */
final class Chance {

  @Differentiable
  static double factor(double x) {
    return x * Math.random(); // error: [ADJ0602]
  }

  @Differentiable
  static double twoFactors(double x) {
    double a = Math.random(); // error: [ADJ0602]
    double b = Math.random(); // error: [ADJ0602]
    return x * a + b;
  }

  @Differentiable
  static double condition(double x) {
    if (Math.random() < 0.5) { // error: [ADJ0602]
      return x * x;
    }
    return x;
  }

  @Differentiable
  static double conditionalOperator(double x) {
    double y = x * x;
    return System.nanoTime() % 2 == 0 ? y : x; // error: [ADJ0602]
  }

  @Differentiable
  static double shortCircuit(double x) {
    double y = x;
    if (x > 0 && Math.random() < 0.5) { // error: [ADJ0602]
      y = x * x;
    }
    return y;
  }

  @Differentiable
  static double flag(double x) {
    boolean heads = Math.random() < 0.5; // error: [ADJ0602]
    double y = x;
    if (heads && x > 0) {
      y = x * x;
    }
    return y;
  }

  @Differentiable
  static double tripCount(double x) {
    double s = 0;
    int n = (int) (Math.random() * 5); // error: [ADJ0602]
    for (int i = 0; i < n; i++) {
      s += x;
    }
    return s;
  }

  @Differentiable
  static double loopTest(double x) {
    double s = x;
    while (Math.random() < 0.9) { // error: [ADJ0602]
      s *= x;
    }
    return s;
  }

  @Differentiable
  static double exitOfLoop(double x) {
    double s = 0;
    for (int i = 0; i < 10; i++) {
      s += x * i;
      if (Math.random() > 0.9) { // error: [ADJ0602]
        break;
      }
    }
    return s;
  }

  @Differentiable
  static double selector(double x) {
    switch ((int) (System.currentTimeMillis() % 3)) { // error: [ADJ0602]
      case 0:
        return x;
      default:
        return x * x;
    }
  }

  @Differentiable
  static double index(double[] x) {
    return x[ThreadLocalRandom.current().nextInt(x.length)]; // error: [ADJ0602]
  }

  @Differentiable
  static double indexOfWrite(double x) {
    double[] a = new double[4];
    a[new Random().nextInt(4)] = x; // error: [ADJ0602]
    return a[0] + a[1];
  }

  @Differentiable
  static double length(double x) {
    double[] a = new double[(int) (Math.random() * 4)]; // error: [ADJ0602]
    double s = x;
    for (int i = 0; i < a.length; i++) {
      s *= x;
    }
    return s;
  }

  @Differentiable
  static double stopped(double x) {
    return x * Autograd.stopGradient(Math.random()); // error: [ADJ0602]
  }

  @Differentiable
  static double conditionInCallee(double x) {
    return pick(x) * 2;
  }

  private static double pick(double x) {
    return heads() ? x : x * x;
  }

  private static boolean heads() {
    return Math.random() < 0.5; // error: [ADJ0602]
  }

  @Differentiable
  static double noiseFromCallee(double[] x) {
    shake(x);
    return x[0];
  }

  private static void shake(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] += 0.1 * Math.random(); // error: [ADJ0602]
    }
  }

  /** Nothing that is returned depends on the clock. */
  @Differentiable
  static double timed(double x) {
    long start = System.nanoTime();
    double y = x * x;
    if (System.nanoTime() - start > 1_000_000) {
      System.out.println("slow");
    }
    return y;
  }
}
