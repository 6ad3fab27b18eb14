import dev.adjoint.Differentiable;
import dev.adjoint.tape.ObjectTape;

/** Objects on tapes whose arrays change under another name, or which others know. */
final class Frames {
  static final class Frame {
    double[] values;
    double scale;
  }

  @Differentiable
  static double writtenLater(double x) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    double[] values = {x, 2};
    tape.push(values); // error: [ADJ0405]
    values[0] = x * x;
    return tape.pop()[0];
  }

  @Differentiable
  static double writtenWhereHeld(double x) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    tape.push(new double[] {x, 2}); // error: [ADJ0405]
    double[] values = tape.pop();
    values[1] = x * x;
    return values[1] * values[0];
  }

  @Differentiable
  static double writtenByCallee(double x) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    double[] values = {x, 2};
    for (int i = 0; i < 2; i++) {
      keep(values, tape);
      values[1] *= x;
    }
    return tape.pop()[1] + tape.pop()[1];
  }

  private static void keep(double[] values, ObjectTape<double[]> tape) {
    tape.push(values); // error: [ADJ0405]
  }

  @Differentiable
  static double cleared(double x) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    tape.push(new double[] {x}); // error: [ADJ0405]
    double first = tape.pop()[0];
    tape.clear();
    return first;
  }

  @Differentiable
  static double compared(double x) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    double[] values = {x};
    tape.push(values); // error: [ADJ0405]
    return tape.pop() == values ? x * x : x;
  }

  @Differentiable
  static double inRecursion(double x) {
    Frame frame = new Frame();
    return deeper(frame, new double[] {x, 1}, 3) * frame.values[0];
  }

  private static double deeper(Frame frame, double[] values, int n) {
    if (n == 0) {
      return values[0] * values[1];
    }
    frame.values = values; // error: [ADJ0302]
    double result = deeper(frame, values, n - 1);
    values[0] += result;
    return result;
  }

  @Differentiable
  static double mayBeNull(double x) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    double[] values = null;
    if (x > 2) {
      values = new double[] {x};
    }
    tape.push(values); // error: [ADJ0405]
    double[] popped = tape.pop();
    return popped == null ? x : popped[0] * x;
  }
}
