package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.loop;
import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.Operator.LT;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.Operator.SUB;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.INT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a loop carries comes back as the user's variables, assigned in an order that keeps them. */
final class LoopVariablesTest extends SketchedLoops {
  @Test
  void swapTakesATemporary() {
    Value a = value(DOUBLE, "a");
    Value b = value(DOUBLE, "b");
    List<Value> after =
        loop(
            out,
            List.of(out.number(0, INT), x, out.number(1, DOUBLE)),
            List.of(i, a, b),
            test -> test.arithmetic(LT, i, n),
            body -> List.of(next(body, i), b, a));
    Value result = out.arithmetic(SUB, after.get(1), after.get(2));
    Emitted emitted = emit(DOUBLE, result);

    assertEquals(
        """
        double a = x;
        double b = 1.0;
        for (int i = 0; i < n; i++) {
          double nextA = b;
          b = a;
          a = nextA;
        }
        return a - b;
        """,
        emitted.body("f"));
    assertEquals(-3.0, emitted.run("f", 4.0, 3));
  }

  @Test
  void rotationNeedsNoTemporary() {
    Value a = value(DOUBLE, "a");
    Value b = value(DOUBLE, "b");
    List<Value> after =
        loop(
            out,
            List.of(out.number(0, INT), out.number(0, DOUBLE), x),
            List.of(i, a, b),
            test -> test.arithmetic(LT, i, n),
            body -> {
              Value sum = named(body, "next", ADD, a, b);
              return List.of(next(body, i), b, sum);
            });
    Emitted emitted = emit(DOUBLE, after.get(1));

    assertEquals(
        """
        double a = 0.0;
        double b = x;
        for (int i = 0; i < n; i++) {
          double next = a + b;
          a = b;
          b = next;
        }
        return a;
        """,
        emitted.body("f"));
    assertEquals(5.0, emitted.run("f", 1.0, 5));
  }

  @Test
  void valueOfTheLastRoundIsNotLost() {
    Value t = value(DOUBLE, "t");
    Value old = value(DOUBLE, "old");
    List<Value> after =
        loop(
            out,
            List.of(out.number(0, INT), x, out.number(0, DOUBLE)),
            List.of(i, t, old),
            test -> test.arithmetic(LT, i, n),
            body -> {
              Value twice = named(body, "t", MUL, t, body.number(2, DOUBLE));
              return List.of(next(body, i), twice, t);
            });
    Value sum = out.arithmetic(SUB, after.get(1), after.get(2));
    Emitted emitted = emit(DOUBLE, sum);

    assertEquals(8.0 - 4.0, emitted.run("f", 1.0, 3));
    assertEquals(
        """
        double t = x;
        double old = 0.0;
        for (int i = 0; i < n; i++) {
          double t1 = t * 2.0;
          old = t;
          t = t1;
        }
        return t - old;
        """,
        emitted.body("f"));
  }
}
