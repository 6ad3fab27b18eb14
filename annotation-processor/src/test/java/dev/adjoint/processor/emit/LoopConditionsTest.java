package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.branch;
import static dev.adjoint.processor.emit.Sketch.loop;
import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.Operator.DIV;
import static dev.adjoint.processor.ir.Operator.GT;
import static dev.adjoint.processor.ir.Operator.LT;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.Operator.NOT;
import static dev.adjoint.processor.ir.Operator.SUB;
import static dev.adjoint.processor.ir.ScalarType.BOOLEAN;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.INT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops that do not count come back as {@code while} and {@code do}, with breaks. */
final class LoopConditionsTest extends SketchedLoops {
  @Test
  void flagOfADoLoopBecomesItsCondition() {
    Value t = value(DOUBLE, "t");
    Value again = value(BOOLEAN, "again");
    List<Value> after =
        loop(
            out,
            List.of(x, out.constant(true, BOOLEAN)),
            List.of(t, again),
            _ -> again,
            body -> {
              Value half = named(body, "t", DIV, t, body.number(2, DOUBLE));
              return List.of(half, body.arithmetic(GT, half, body.number(1, DOUBLE)));
            });
    Emitted emitted = emit(DOUBLE, after.getFirst());

    assertEquals(
        """
        double t = x;
        do {
          t /= 2.0;
        } while (t > 1.0);
        return t;
        """,
        emitted.body("f"));
    assertEquals(0.75, emitted.run("f", 3.0, 0));
    assertEquals(0.25, emitted.run("f", 0.5, 0));
  }

  @Test
  void conditionOfADoLoopSeesItsLocals() {
    Value t = value(DOUBLE, "t");
    Value again = value(BOOLEAN, "again");
    List<Value> after =
        loop(
            out,
            List.of(x, out.constant(true, BOOLEAN)),
            List.of(t, again),
            _ -> again,
            body -> {
              Value old = named(body, "step", DIV, t, body.number(4, DOUBLE));
              Value less = named(body, "t", SUB, t, old);
              return List.of(less, body.arithmetic(GT, old, body.number(1, DOUBLE)));
            });
    Emitted emitted = emit(DOUBLE, after.getFirst());

    assertEquals(
        """
        double t = x;
        double step;
        do {
          step = t / 4.0;
          t -= step;
        } while (step > 1.0);
        return t;
        """,
        emitted.body("f"));
    assertEquals(6 * 0.75 * 0.75 * 0.75, emitted.run("f", 6.0, 0));
  }

  @Test
  void flagStandsForABreak() {
    Value t = value(DOUBLE, "t");
    Value exited = value(BOOLEAN, "exited");
    List<Value> after =
        loop(
            out,
            List.of(out.number(0, INT), x, out.constant(false, BOOLEAN)),
            List.of(i, t, exited),
            test ->
                branch(
                        test,
                        test.arithmetic(LT, i, n),
                        List.of(""),
                        deep -> List.of(deep.arithmetic(NOT, exited)),
                        deep -> List.of(deep.constant(false, BOOLEAN)))
                    .getFirst(),
            body -> {
              Value isBig = body.arithmetic(GT, t, body.number(10, DOUBLE));
              List<Value> merged =
                  branch(
                      body,
                      isBig,
                      List.of("exited", "t"),
                      side -> List.of(side.constant(true, BOOLEAN), t),
                      side -> List.of(exited, named(side, "t", MUL, t, t)));
              return List.of(next(body, i), merged.get(1), merged.get(0));
            });
    Emitted emitted = emit(DOUBLE, after.get(1));

    assertEquals(
        """
        double t = x;
        boolean exited = false;
        for (int i = 0; i < n && !exited; i++) {
          if (t > 10.0) {
            exited = true;
          } else {
            t *= t;
          }
        }
        return t;
        """,
        emitted.body("f"));
    assertEquals(16.0, emitted.run("f", 2.0, 9));
  }

  @Test
  void testOfSeveralStatementsBecomesABreak() {
    Value t = value(DOUBLE, "t");
    List<Value> after =
        loop(
            out,
            List.of(x),
            List.of(t),
            test -> {
              Value root = named(test, "root", MUL, t, test.number(0.5, DOUBLE));
              return test.arithmetic(LT, test.arithmetic(MUL, root, root), t);
            },
            body -> List.of(named(body, "t", ADD, t, body.number(1, DOUBLE))));
    Emitted emitted = emit(DOUBLE, after.getFirst());

    assertEquals(
        """
        double t = x;
        while (true) {
          double root = t * 0.5;
          if (!(root * root < t)) {
            break;
          }
          t += 1.0;
        }
        return t;
        """,
        emitted.body("f"));
    assertEquals(4.0, emitted.run("f", 1.0, 0));
  }
}
