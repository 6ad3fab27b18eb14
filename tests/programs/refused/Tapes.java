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
  static double ofBoxes(double x) {
    ObjectTape<Double> tape = new ObjectTape<>();
    tape.push(x); // error: [ADJ0208]
    return tape.pop();
  }
}
