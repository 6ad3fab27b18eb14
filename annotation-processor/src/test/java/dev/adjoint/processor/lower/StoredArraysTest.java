package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.bind.BoundPrinter;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.BoundSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which arrays on tapes and in objects may as well be copies: whether all objects are placed. */
class StoredArraysTest {
  private static final String MEMBERS =
      """
      private static final class Frame {
        double[] values;
        double[][] rows;
        Frame next;
      }

      static final class Box {
        double[] values;
      }

      record Pair(double[] first, double second) {}

      private static void write(double[] values, double y) {
        values[0] = y;
      }

      private static double first(double[] values) {
        return values[0];
      }

      private static double[] same(double[] values) {
        return values;
      }

      private static void push(dev.adjoint.tape.ObjectTape<double[]> tape, double[] values) {
        tape.push(values);
      }

      private static void both(
          dev.adjoint.tape.ObjectTape<double[]> tape, double[] one, double[] other) {
        tape.push(one);
        other[0] = one[1];
      }

      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tape.push(a); return tape.pop()[0];",
        "a[0] = y; tape.push(a); return tape.pop()[0];",
        "write(a, y); push(tape, a); return tape.pop()[0] * first(a);",
        "tape.push(a.clone()); a[0] = y; return tape.pop()[0];",
        "both(tape, a, b); return tape.pop()[0] * b[0];",
        "tape.push(a); write(b, y); return tape.pop()[0] * b[0];",
        "for (int i = 0; i < 2; i++) { double[] c = {x, y}; c[0] = y; tape.push(c); } return y;",
        """
        for (int i = 0; i < 2; i++) {
          tape.push(a);
          double[] c = new double[2];
          c[0] = a[1];
          a = c;
        }
        return tape.pop()[0];
        """,
        "tape.push(a); a[0] = y; double[] c = tape.pop(); return c.length * a[0];",
        """
        Frame frame = new Frame();
        frame.rows = new double[][] {a, b};
        frames.push(frame);
        a[0] = y;
        return frames.pop().rows[1].length * a[0];
        """,
        """
        Frame frame = new Frame();
        frame.values = null;
        frames.push(frame);
        return frames.pop().values == null ? x : y;
        """
      })
  void arraysThatNobodyWritesIntoAreCopied(String statements) {
    assertEquals(true, isPlaced(statements));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tape.push(a); a[0] = y; return tape.pop()[0];",
        "tape.push(a); a[0] += y; return tape.pop()[0];",
        "tape.push(a); a[0]++; return tape.pop()[0];",
        "tape.push(a); write(a, y); return tape.pop()[0];",
        "push(tape, a); a[0] = y; return tape.pop()[0];",
        "double[] c = a; tape.push(a); c[0] = y; return tape.pop()[0];",
        "tape.push(x > y ? a : b); b[0] = y; return tape.pop()[0];",
        "tape.push(same(a)); a[0] = y; return tape.pop()[0];",
        "double[] c = same(a); tape.push(a); c[0] = y; return tape.pop()[0];",
        "both(tape, a, a); return tape.pop()[0];",
        "for (int i = 0; i < 2; i++) { a[0] = y * i; tape.push(a); } return tape.pop()[0];",
        "int i = 0; while (i < 2) { a[0] = y; push(tape, a); i++; } return tape.pop()[0];",
        "int i = 0; do { a[0] = y; push(tape, a); i++; } while (i < 2); return tape.pop()[0];",
        "for (double e : b) { a[0] = e; tape.push(a); } return tape.pop()[0];",
        "tape.push(a); tape.pop()[0] = y; return a[0];",
        "tape.push(a); double[] c = tape.pop(); c[0] = y; return a[0];",
        "tape.push(a); write(tape.pop(), y); return a[0];",
        "tape.push(a); System.arraycopy(b, 0, a, 0, 1); return tape.pop()[0];",
        "tape.push(a); java.util.Arrays.fill(a, y); return tape.pop()[0];",
        "tape.push(a); return tape.pop() == a ? x : y;",
        "double[] c = null; if (x > y) { c = a; } tape.push(c); return y;",
        "double[][] m = {a, b}; tape.push(a); m[0][0] = y; return tape.pop()[0];",
        "double[][] m = {b, b}; m[1] = a; tape.push(a); m[1][0] = y; return tape.pop()[0];",
        "double[][] m = {a, b}; tape.push(m[0]); a[0] = y; return tape.pop()[0];",
        "double[][] m = {a}; double[][] c = m.clone(); tape.push(a); c[0][0] = y; return"
            + " tape.pop()[0];",
        "Box box = new Box(); box.values = a; tape.push(a); box.values[0] = y; return y;",
        "Pair pair = new Pair(a, x); tape.push(a); pair.first()[0] = y; return tape.pop()[0];",
        """
        Frame frame = new Frame();
        frame.rows = new double[][] {a, b};
        frames.push(frame);
        frame.rows[1][0] = y;
        return frames.pop().rows[1][0];
        """,
        """
        double[][] m = {a, b};
        Frame frame = new Frame();
        frame.rows = m;
        frames.push(frame);
        m[1] = new double[3];
        return frames.pop().rows[1].length * x;
        """
      })
  void arraysThatMayBeWrittenIntoStayTheSame(String statements) {
    assertEquals(false, isPlaced(statements));
  }

  private static boolean isPlaced(String statements) {
    boolean isOfFrames = statements.contains("frames");
    String method =
        """
        @dev.adjoint.Differentiable static double f(double x, double y) {
          dev.adjoint.tape.ObjectTape<%s> %s = new dev.adjoint.tape.ObjectTape<>();
          double[] a = {x, y};
          double[] b = {y, x};
        """
            .formatted(isOfFrames ? "Frame" : "double[]", isOfFrames ? "frames" : "tape");
    BoundProgram program = BoundSource.of(MEMBERS + method + statements + "}").program();
    return HeapObjects.place(program).functions().values().stream()
        .noneMatch(function -> BoundPrinter.print(function).contains("= new dev.adjoint.tape"));
  }
}
