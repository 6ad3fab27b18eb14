import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.Schedule;

/** Loops that cannot follow a schedule. */
final class Schedules {
  static double last;

  @Differentiable
  static double printed(double x, int n) {
    double s = x;
    for (int step : Autograd.checkpoint(n, Schedule.revolve(3))) {
      System.out.println(step); // error: [ADJ0601]
      s = Math.sin(s);
    }
    return s;
  }

  @Differentiable
  static double stored(double x, int n) {
    double s = x;
    for (int step : Autograd.checkpoint(n, Schedule.periodic(3))) {
      s = Math.sin(s) * step;
      last = step; // error: [ADJ0601]
    }
    return s;
  }

  @Differentiable
  static double printedBelow(double x, int n) {
    double s = x;
    for (int step : Autograd.checkpoint(n, Schedule.revolve(3))) {
      for (int i = 0; i < step; i++) {
        s = noisy(s);
      }
    }
    return s;
  }

  static double noisy(double x) {
    System.out.println("called"); // error: [ADJ0601]
    return Math.sin(x);
  }

  @Differentiable
  static double boxed(double x, int n) {
    double s = x;
    for (Integer step : Autograd.checkpoint(n, Schedule.revolve(3))) { // error: [ADJ0405]
      s = Math.sin(s) * step;
    }
    return s;
  }

  @Differentiable
  static double held(double x, int n) {
    double s = x;
    Iterable<Integer> steps = Autograd.checkpoint(n, Schedule.revolve(3));
    for (int step : steps) { // error: [ADJ0405]
      s = Math.sin(s) * step;
    }
    return s;
  }
}
