import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;
import dev.adjoint.tape.DoubleTape;

/** A tape: the values popped are found where they were pushed. */
final class Taped {
  @Differentiable
  static double taped(double x, @NoDiff double limit) {
    DoubleTape states = new DoubleTape();
    double t = x;
    while (t < limit) {
      states.push(t);
      t += 0.3 * t * t;
    }
    double sum = 0;
    while (states.size() > 0) {
      double state = states.pop();
      sum = 0.5 * sum + state * state;
    }
    return sum;
  }
}
