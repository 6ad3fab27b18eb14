package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.branch;
import static dev.adjoint.processor.emit.Sketch.loop;
import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.Operator.DIV;
import static dev.adjoint.processor.ir.Operator.GE;
import static dev.adjoint.processor.ir.Operator.GT;
import static dev.adjoint.processor.ir.Operator.LT;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.Operator.NOT;
import static dev.adjoint.processor.ir.Operator.SUB;
import static dev.adjoint.processor.ir.ScalarType.BOOLEAN;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.INT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops come back as {@code for}, {@code while} and {@code do}, with the user's variables. */
final class LoopPrintingTest {
  private final IrBuilder out = new IrBuilder();
  private final Value x = value(DOUBLE, "x");
  private final Value n = value(INT, "n");
  private final Value i = value(INT, "i");

  private Emitted emit(IrType type, Value result) {
    return Emitted.function(type, out.region(List.of(x, n), List.of(result)));
  }

  private static Value named(
      IrBuilder body, String name, Operator operator, Value left, Value right) {
    return body.named(name).arithmetic(operator, left, right);
  }

  private static Value next(IrBuilder body, Value counter) {
    return named(body, counter.name(), ADD, counter, body.number(1, INT));
  }

  @Test
  void countedLoopBecomesFor() {
    Value s = value(DOUBLE, "s");
    Value t = value(DOUBLE, "t");
    List<Value> after =
        loop(
            out,
            List.of(out.number(0, INT), out.named("s").number(0, DOUBLE), x),
            List.of(i, s, t),
            test -> test.arithmetic(LT, i, n),
            body -> {
              Value square = body.arithmetic(MUL, t, t);
              Value nextT = named(body, "t", ADD, square, x);
              Value term = body.arithmetic(MUL, nextT, body.convert(i, DOUBLE));
              Value nextS = named(body, "s", ADD, s, term);
              return List.of(next(body, i), nextS, nextT);
            });
    Emitted emitted = emit(DOUBLE, after.get(1));

    assertEquals(
        """
        double s = 0.0;
        double t = x;
        for (int i = 0; i < n; i++) {
          t = t * t + x;
          s += t * i;
        }
        return s;
        """,
        emitted.body("f"));
    assertEquals(1.0625, emitted.run("f", 0.5, 2));
  }

  @Test
  void loopsNestAndCountDown() {
    Value s = value(DOUBLE, "s");
    Value inner = value(DOUBLE, "s");
    Value j = value(INT, "j");
    Value last = out.arithmetic(SUB, n, out.number(1, INT));
    List<Value> after =
        loop(
            out,
            List.of(last, x),
            List.of(i, s),
            test -> test.arithmetic(GE, i, test.number(0, INT)),
            body -> {
              List<Value> nested =
                  loop(
                      body,
                      List.of(body.number(0, INT), s),
                      List.of(j, inner),
                      test -> test.arithmetic(LT, j, i),
                      deep -> {
                        Value product = deep.arithmetic(MUL, inner, x);
                        Value sum = named(deep, "s", ADD, product, deep.convert(j, DOUBLE));
                        return List.of(next(deep, j), sum);
                      });
              Value down = named(body, "i", SUB, i, body.number(1, INT));
              return List.of(down, nested.get(1));
            });
    Emitted emitted = emit(DOUBLE, after.get(1));

    assertEquals(
        """
        double s = x;
        for (int i = n - 1; i >= 0; i--) {
          for (int j = 0; j < i; j++) {
            s = s * x + j;
          }
        }
        return s;
        """,
        emitted.body("f"));
    assertEquals((0.5 * 0.5 * 0.5 + 1) * 0.5, emitted.run("f", 0.5, 3));
  }

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

  @Test
  void counterReadAfterTheLoopStaysOutside() {
    List<Value> after =
        loop(
            out,
            List.of(out.number(0, INT)),
            List.of(i),
            test -> test.arithmetic(LT, test.convert(i, DOUBLE), x),
            body -> List.of(next(body, i)));
    Emitted emitted = emit(INT, after.getFirst());

    assertEquals(
        """
        int i = 0;
        while (i < x) {
          i++;
        }
        return i;
        """,
        emitted.body("f"));
    assertEquals(3, emitted.run("f", 2.5, 0));
  }

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

  @Test
  void neighbouringLoopsHaveTheirOwnCounters() {
    Value s = value(DOUBLE, "s");
    Value second = value(DOUBLE, "s");
    Value i2 = value(INT, "i");
    Value first =
        loop(
                out,
                List.of(out.number(0, INT), x),
                List.of(i, s),
                test -> test.arithmetic(LT, i, n),
                body -> List.of(next(body, i), named(body, "s", MUL, s, x)))
            .get(1);
    Value last =
        loop(
                out,
                List.of(out.number(0, INT), first),
                List.of(i2, second),
                test -> test.arithmetic(LT, i2, n),
                body -> List.of(next(body, i2), named(body, "s", ADD, second, x)))
            .get(1);
    Emitted emitted = emit(DOUBLE, last);

    assertEquals(
        """
        double s = x;
        for (int i = 0; i < n; i++) {
          s *= x;
        }
        for (int i = 0; i < n; i++) {
          s += x;
        }
        return s;
        """,
        emitted.body("f"));
    assertEquals(12.0, emitted.run("f", 2.0, 2));
  }
}
