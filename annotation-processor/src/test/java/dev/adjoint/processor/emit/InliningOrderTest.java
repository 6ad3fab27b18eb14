package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.Operator.DIV;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.Operator.NEG;
import static dev.adjoint.processor.ir.Operator.SUB;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.INT;
import static dev.adjoint.processor.ir.ScalarType.LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed at its use is still evaluated in the order of the operations. */
final class InliningOrderTest {
  private final IrBuilder out = new IrBuilder();
  private final Value u = value(new IrType.Array(DOUBLE, 1), "u");
  private final Value w = value(new IrType.Array(DOUBLE, 1), "w");
  private final Value x = value(DOUBLE, "x");
  private final Value i = value(INT, "i");

  private Emitted emit(Value result) {
    return Emitted.function(result.type(), out.region(List.of(u, w, x, i), List.of(result)));
  }

  private static JavaMember member(String owner, String name, JavaMember.Effects effects) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD, owner, name, List.of(), List.of(), effects);
  }

  @Test
  void readsBeforeAWriteOfTheSameArrayComeFirst() {
    Value old = out.load(u, List.of(i));
    out.store(u, List.of(i), x);
    Emitted emitted = emit(out.arithmetic(MUL, old, x));

    assertEquals(
        """
        double uI = u[i];
        u[i] = x;
        return uI * x;
        """,
        emitted.body("f"));
    assertEquals(6.0, emitted.run("f", new double[] {2}, new double[1], 3.0, 0));
  }

  @Test
  void twoParametersMayBeOneArray() {
    Value old = out.load(u, List.of(i));
    out.store(w, List.of(i), x);
    Emitted emitted = emit(out.arithmetic(MUL, old, x));
    double[] shared = {2};

    assertEquals(6.0, emitted.run("f", shared, shared, 3.0, 0));
  }

  @Test
  void newArraysAreApart() {
    Value array = value(u.type(), "tape");
    out.add(new ArrayOp.Allocate(array, List.of(i), SourceRange.NONE));
    Value old = out.load(u, List.of(i));
    Value stored = out.store(array, List.of(out.number(0, INT)), x);
    Value kept = out.load(stored, List.of(out.number(0, INT)));
    Emitted emitted = emit(out.arithmetic(MUL, old, kept));

    assertEquals(
        """
        double[] tape = new double[i];
        tape[0] = x;
        return u[i] * tape[0];
        """,
        emitted.body("f"));
  }

  @Test
  void operandsKeepTheirOrderThoughOneIsPrintedLater() {
    JavaMember clock = member("java.lang.System", "nanoTime", JavaMember.Effects.NON_DETERMINISTIC);
    Value first = out.invoke(clock, LONG);
    Value second = out.invoke(clock, LONG);
    Emitted emitted = emit(out.arithmetic(SUB, second, first));

    assertEquals(
        """
        long nanoTime = System.nanoTime();
        return System.nanoTime() - nanoTime;
        """,
        emitted.body("f"));
  }

  @Test
  void operandsInTheirOrderNeedNoVariables() {
    JavaMember clock = member("java.lang.System", "nanoTime", JavaMember.Effects.NON_DETERMINISTIC);
    Value first = out.invoke(clock, LONG);
    Value second = out.invoke(clock, LONG);
    Emitted emitted = emit(out.arithmetic(SUB, first, second));

    assertEquals("return System.nanoTime() - System.nanoTime();\n", emitted.body("f"));
  }

  @Test
  void variableIsReadBeforeItsNextVersion() {
    Value t = value(DOUBLE, "t");
    out.add(new Op.Arithmetic(t, MUL, List.of(x, x), SourceRange.NONE));
    Value product = out.arithmetic(MUL, t, x);
    Value quotient = out.named("t").arithmetic(DIV, t, x);
    Emitted emitted = emit(out.arithmetic(ADD, quotient, product));

    assertEquals(
        """
        double t = x * x;
        double product = t * x;
        t /= x;
        return t + product;
        """,
        emitted.body("f"));
    assertEquals(10.0, emitted.run("f", new double[0], new double[0], 2.0, 0));
  }

  @Test
  void updatesOfElementsAreCompound() {
    Value index = out.arithmetic(ADD, i, out.number(1, INT));
    Value old = out.load(u, List.of(index));
    Value grown = out.arithmetic(MUL, old, x);
    Value next = out.store(u, List.of(index), grown);
    Value negative = out.arithmetic(NEG, x);
    Value last = out.accumulate(next, List.of(i), negative);
    Emitted emitted = emit(out.load(last, List.of(i)));
    double[] values = {1, 5};

    assertEquals(
        """
        u[i + 1] *= x;
        u[i] -= x;
        return u[i];
        """,
        emitted.body("f"));
    assertEquals(-1.0, emitted.run("f", values, new double[0], 2.0, 0));
    assertArrayEquals(new double[] {-1, 10}, values);
  }

  @Test
  void callsStayWhereTheyAre() {
    FunctionId helper = new FunctionId("java.lang.Math", "random", List.of());
    Value random = value(DOUBLE, "");
    out.add(new CallOp.Call(List.of(random), helper, List.of(), List.of(), SourceRange.NONE));
    Value unused = value(DOUBLE, "");
    out.add(new CallOp.Call(List.of(unused), helper, List.of(), List.of(), SourceRange.NONE));
    Emitted emitted = emit(out.arithmetic(MUL, random, x));

    assertEquals(
        """
        double randomValue = Math.random();
        Math.random();
        return randomValue * x;
        """,
        emitted.body("f"));
  }
}
