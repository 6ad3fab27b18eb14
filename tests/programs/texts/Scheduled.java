import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.Schedule;

/** A loop that keeps some of its states. */
final class Scheduled {
  @Differentiable
  static double pendulum(double angle, double damping, int n) {
    double speed = 0;
    for (int step : Autograd.checkpoint(n, Schedule.revolve(10))) {
      speed -= 0.1 * (Math.sin(angle) + damping * speed);
      angle += 0.1 * speed;
    }
    return angle * angle;
  }

  @Differentiable
  static double diffusion(double[] start, double rate, int n) {
    double[] u = start.clone();
    for (int step : Autograd.checkpoint(n, Schedule.periodic(8))) {
      for (int i = 1; i < u.length; i++) {
        u[i] += rate * u[i] * (u[i - 1] - u[i]);
      }
      if (u[u.length - 1] < 1e-6) {
        break;
      }
    }
    return u[u.length - 1];
  }
}
