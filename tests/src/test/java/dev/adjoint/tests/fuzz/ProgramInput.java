package dev.adjoint.tests.fuzz;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Arguments of a generated program. */
record ProgramInput(double x, double y, double[] a, int n) {

  static ProgramInput random(RandomGenerator random) {
    double[] a = new double[2 + random.nextInt(3)];
    Arrays.setAll(a, _ -> random.nextDouble(-2, 2));
    return new ProgramInput(
        random.nextDouble(-2, 2), random.nextDouble(-2, 2), a, random.nextInt(4));
  }

  ProgramInput copy() {
    return new ProgramInput(x, y, a.clone(), n);
  }

  Object[] arguments() {
    return new Object[] {x, y, a, n};
  }

  Object[] argumentsWith(double gradOutput) {
    return new Object[] {x, y, a, n, gradOutput};
  }

  /** With one component (x, y, then the elements) moved by a step. */
  ProgramInput moved(int component, double step) {
    double[] moved = a.clone();
    if (component >= 2) {
      moved[component - 2] += step;
    }
    return new ProgramInput(component == 0 ? x + step : x, component == 1 ? y + step : y, moved, n);
  }

  /** The tangent with 1 in one component. */
  ProgramInput unit(int component) {
    return new ProgramInput(0, 0, new double[a.length], n).moved(component, 1);
  }

  @Override
  public String toString() {
    return "x=" + x + ", y=" + y + ", a=" + Arrays.toString(a) + ", n=" + n;
  }
}
