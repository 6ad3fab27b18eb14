package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.branch;
import static dev.adjoint.processor.emit.Sketch.loop;
import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.Operator.GT;
import static dev.adjoint.processor.ir.Operator.LT;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.Operator.SUB;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.INT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Branches come back as statements, with variables declared where all their uses see them. */
final class BranchPrintingTest {
  private static final IrType ARRAY = new IrType.Array(DOUBLE, 1);

  private final IrBuilder out = new IrBuilder();
  private final Value x = value(DOUBLE, "x");
  private final Value n = value(INT, "n");

  private Emitted emit(Value result) {
    return Emitted.function(result.type(), out.region(List.of(x, n), List.of(result)));
  }

  private static Value named(
      IrBuilder body, String name, Operator operator, Value left, Value right) {
    return body.named(name).arithmetic(operator, left, right);
  }

  private Value isPositive(IrBuilder body, Value value) {
    return body.arithmetic(GT, value, body.number(0, DOUBLE));
  }

  @Test
  void chainsOfConditionsStayFlat() {
    List<Value> merged =
        branch(
            out,
            isPositive(out, x),
            List.of("y"),
            side -> List.of(named(side, "y", MUL, x, x)),
            side ->
                branch(
                    side,
                    side.arithmetic(LT, x, side.number(-1, DOUBLE)),
                    List.of("y"),
                    deep -> List.of(named(deep, "y", SUB, x, deep.number(1, DOUBLE))),
                    deep -> List.of(deep.named("y").number(0, DOUBLE))));
    Emitted emitted = emit(merged.getFirst());

    assertEquals(
        """
        double y;
        if (x > 0.0) {
          y = x * x;
        } else if (x < -1.0) {
          y = x - 1.0;
        } else {
          y = 0.0;
        }
        return y;
        """,
        emitted.body("f"));
    assertEquals(-3.0, emitted.run("f", -2.0, 0));
  }

  @Test
  void emptySideIsTurnedAround() {
    Value y =
        branch(
                out,
                isPositive(out, x),
                List.of("x"),
                _ -> List.of(x),
                side -> List.of(named(side, "x", MUL, x, x)))
            .getFirst();

    assertEquals(
        """
        if (!(x > 0.0)) {
          x *= x;
        }
        return x;
        """,
        emit(y).body("f"));
  }

  @Test
  void oldVersionThatLivesOnKeepsItsVariable() {
    Value y =
        branch(
                out,
                isPositive(out, x),
                List.of("x"),
                side -> List.of(named(side, "x", MUL, x, side.number(2, DOUBLE))),
                _ -> List.of(x))
            .getFirst();
    Emitted emitted = emit(out.arithmetic(SUB, y, x));

    assertEquals(3.0, emitted.run("f", 3.0, 0));
    assertEquals(0.0, emitted.run("f", -3.0, 0));
  }

  @Test
  void branchInsideALoopUpdatesInPlace() {
    Value i = value(INT, "i");
    Value s = value(DOUBLE, "s");
    List<Value> after =
        loop(
            out,
            List.of(out.number(0, INT), x),
            List.of(i, s),
            test -> test.arithmetic(LT, i, n),
            body -> {
              Value isBig = body.arithmetic(GT, s, body.number(3, DOUBLE));
              Value merged =
                  branch(
                          body,
                          isBig,
                          List.of("s"),
                          side -> List.of(named(side, "s", SUB, s, x)),
                          side -> List.of(named(side, "s", MUL, s, s)))
                      .getFirst();
              return List.of(named(body, "i", ADD, i, body.number(1, INT)), merged);
            });
    Emitted emitted = emit(after.get(1));

    assertEquals(
        """
        double s = x;
        for (int i = 0; i < n; i++) {
          if (s > 3.0) {
            s -= x;
          } else {
            s *= s;
          }
        }
        return s;
        """,
        emitted.body("f"));
    assertEquals(4.0, emitted.run("f", 2.0, 3));
  }

  @Test
  void nothingFollowsAThrow() {
    branch(
        out,
        isPositive(out, x),
        List.of(),
        side -> {
          JavaMember constructor =
              new JavaMember(
                  JavaMember.Kind.CONSTRUCTOR,
                  "java.lang.IllegalArgumentException",
                  "",
                  List.of("java.lang.String"),
                  List.of(),
                  JavaMember.Effects.PURE);
          IrType type = new IrType.Reference("java.lang.IllegalArgumentException");
          Value text = side.constant("x > 0", new IrType.Reference("java.lang.String"));
          side.add(new FlowOp.Throw(side.invoke(constructor, type, text), SourceRange.NONE));
          return List.of();
        },
        _ -> List.of());

    assertEquals(
        """
        if (x > 0.0) {
          throw new IllegalArgumentException("x > 0");
        }
        return x;
        """,
        emit(x).body("f"));
  }

  @Test
  void versionsOfAnArrayAreOneVariable() {
    Value array = value(ARRAY, "u");
    Value two = out.number(2, INT);
    out.add(new ArrayOp.Allocate(array, List.of(two), SourceRange.NONE));
    Value zero = out.number(0, INT);
    Value written =
        branch(
                out,
                isPositive(out, x),
                List.of("u"),
                side -> List.of(side.store(array, List.of(zero), x)),
                _ -> List.of(array))
            .getFirst();
    Emitted emitted = emit(written);

    assertEquals(
        """
        double[] u = new double[2];
        if (x > 0.0) {
          u[0] = x;
        }
        return u;
        """,
        emitted.body("f"));
    assertArrayEquals(new double[] {3, 0}, (double[]) emitted.run("f", 3.0, 0));
  }

  @Test
  void differentArraysMeetInAVariableOfTheirOwn() {
    Value chosen =
        branch(
                out,
                isPositive(out, x),
                List.of("kept"),
                side -> {
                  Value array = value(ARRAY, "u");
                  side.add(new ArrayOp.ArrayLiteral(array, List.of(x, x), SourceRange.NONE));
                  return List.of(array);
                },
                side -> List.of(side.constant(null, ARRAY)))
            .getFirst();
    Emitted emitted = emit(chosen);

    assertEquals(
        """
        double[] kept;
        if (x > 0.0) {
          double[] u = {x, x};
          kept = u;
        } else {
          kept = null;
        }
        return kept;
        """,
        emitted.body("f"));
    assertArrayEquals(new double[] {1, 1}, (double[]) emitted.run("f", 1.0, 0));
  }
}
