package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.loop;
import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.Operator.GE;
import static dev.adjoint.processor.ir.Operator.LT;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.Operator.SUB;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.INT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counted loops come back as {@code for}, with the user's counters. */
final class LoopPrintingTest extends SketchedLoops {
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
