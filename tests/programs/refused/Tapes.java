import dev.adjoint.Differentiable;
import dev.adjoint.tape.DoubleTape;
import dev.adjoint.tape.ObjectTape;
import java.util.ArrayList;
import java.util.List;

/** Tapes that others know, and tapes of objects. */
final class Tapes {
  static final List<DoubleTape> LIST = new ArrayList<>();
  static final DoubleTape SHARED = new DoubleTape();

  @Differentiable
  static double ofTheCaller(double x, DoubleTape tape) {
    tape.push(x * x); // error: [ADJ0208]
    return tape.pop();
  }

  @Differentiable
  static double inField(double x) {
    SHARED.push(x * x); // error: [ADJ0208]
    return SHARED.pop();
  }

  @Differentiable
  static double inList(double x) {
    DoubleTape tape = new DoubleTape();
    LIST.add(tape);
    tape.push(x * x); // error: [ADJ0208]
    return tape.pop();
  }

  @Differentiable
  static double recursive(double x) {
    DoubleTape tape = new DoubleTape();
    pushAll(tape, x, 3);
    return tape.pop() * x;
  }

  private static void pushAll(DoubleTape tape, double x, int n) {
    tape.push(x); // error: [ADJ0208]
    if (n > 0) {
      pushAll(tape, x * x, n - 1);
    }
  }

  @Differentiable
  static double ofArrays(double x) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    tape.push(new double[] {x}); // error: [ADJ0405]
    return tape.pop()[0];
  }
}
