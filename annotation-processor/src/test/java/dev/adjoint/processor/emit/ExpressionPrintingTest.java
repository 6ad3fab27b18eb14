package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.branch;
import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.Operator.DIV;
import static dev.adjoint.processor.ir.Operator.GT;
import static dev.adjoint.processor.ir.Operator.LT;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.Operator.NEG;
import static dev.adjoint.processor.ir.Operator.NOT;
import static dev.adjoint.processor.ir.Operator.REM;
import static dev.adjoint.processor.ir.Operator.SHL;
import static dev.adjoint.processor.ir.Operator.SUB;
import static dev.adjoint.processor.ir.Operator.USHR;
import static dev.adjoint.processor.ir.Operator.XOR;
import static dev.adjoint.processor.ir.ScalarType.BOOLEAN;
import static dev.adjoint.processor.ir.ScalarType.CHAR;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.FLOAT;
import static dev.adjoint.processor.ir.ScalarType.INT;
import static dev.adjoint.processor.ir.ScalarType.LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Expressions have the parentheses and casts that Java needs, and no more. */
final class ExpressionPrintingTest {
  private final IrBuilder out = new IrBuilder();
  private final Value a = value(DOUBLE, "a");
  private final Value b = value(DOUBLE, "b");
  private final Value c = value(DOUBLE, "c");
  private final Value i = value(INT, "i");
  private final Value j = value(INT, "j");

  private void prints(String expected, Value result) {
    assertEquals("return " + expected + ";\n", emit(result).body("f"));
  }

  private Emitted emit(Value result) {
    return Emitted.function(result.type(), out.region(List.of(a, b, c, i, j), List.of(result)));
  }

  @Test
  void differenceOfADifference() {
    prints("a - (b - c)", out.arithmetic(SUB, a, out.arithmetic(SUB, b, c)));
  }

  @Test
  void differenceFromTheLeft() {
    prints("a - b - c", out.arithmetic(SUB, out.arithmetic(SUB, a, b), c));
  }

  @Test
  void sumsKeepTheirGrouping() {
    prints("a + (b + c)", out.arithmetic(ADD, a, out.arithmetic(ADD, b, c)));
  }

  @Test
  void quotientOfAProduct() {
    prints("a / (b * c)", out.arithmetic(DIV, a, out.arithmetic(MUL, b, c)));
  }

  @Test
  void productOfAQuotient() {
    prints("a * (b / c)", out.arithmetic(MUL, a, out.arithmetic(DIV, b, c)));
  }

  @Test
  void negativeOfANegative() {
    prints("-(-a)", out.arithmetic(NEG, out.arithmetic(NEG, a)));
  }

  @Test
  void negativeOfASum() {
    prints("-(a + b)", out.arithmetic(NEG, out.arithmetic(ADD, a, b)));
  }

  @Test
  void negativeLiteralIsTakenAway() {
    prints("a + 1.0", out.arithmetic(SUB, a, out.number(-1, DOUBLE)));
  }

  @Test
  void negativeZeroStaysNegative() {
    Value zero = out.constant(-0.0, DOUBLE);
    Value product = out.arithmetic(MUL, zero, a);
    prints("-0.0 * a", product);
    assertEquals(-0.0, emit(product).run("f", 1.0, 0.0, 0.0, 0, 0));
  }

  @Test
  void castOfASum() {
    prints("(int) (a + b)", out.convert(out.arithmetic(ADD, a, b), INT));
  }

  @Test
  void integersWidenByThemselvesBesideADouble() {
    prints("a * (i + j)", out.arithmetic(MUL, a, out.convert(out.arithmetic(ADD, i, j), DOUBLE)));
  }

  @Test
  void quotientOfIntegersAsDoublesIsCast() {
    Value quotient = out.arithmetic(DIV, out.convert(i, DOUBLE), out.convert(j, DOUBLE));
    prints("(double) i / j", quotient);
    assertEquals(0.5, emit(quotient).run("f", 0.0, 0.0, 0.0, 1, 2));
  }

  @Test
  void integerQuotientAsADoubleIsNot() {
    prints("i / j + a", out.arithmetic(ADD, out.convert(out.arithmetic(DIV, i, j), DOUBLE), a));
  }

  @Test
  void negativeOfAWidenedIntegerIsCastForItsZero() {
    Value negative = out.arithmetic(NEG, out.convert(i, DOUBLE));
    prints("-(double) i", negative);
    assertEquals(-0.0, emit(negative).run("f", 0.0, 0.0, 0.0, 0, 0));
  }

  @Test
  void roundingConversionOnTheWayIsKept() {
    Value rounded = out.convert(out.convert(i, FLOAT), DOUBLE);
    Value sum = out.arithmetic(ADD, a, rounded);
    prints("a + (float) i", sum);
    assertEquals(16777216.0, emit(sum).run("f", 0.0, 0.0, 0.0, 16777217, 0));
  }

  @Test
  void integerArithmeticOverflowsAsInt() {
    Value product = out.arithmetic(MUL, i, j);
    Value wide = out.arithmetic(ADD, out.convert(product, LONG), out.constant(1L, LONG));
    prints("i * j + 1L", wide);
    assertEquals(65536L + 1, emit(wide).run("f", 0.0, 0.0, 0.0, 65536, 65537));
  }

  @Test
  void shiftsBindLooserThanSums() {
    Value shifted = out.arithmetic(SHL, i, out.arithmetic(ADD, j, out.number(1, INT)));
    prints("(i << j + 1) + j", out.arithmetic(ADD, shifted, j));
  }

  @Test
  void bitsAreGrouped() {
    Value mixed = out.arithmetic(XOR, out.arithmetic(USHR, i, j), out.arithmetic(REM, i, j));
    prints("i >>> j ^ i % j", mixed);
    assertEquals((-8 >>> 3) ^ (-8 % 3), emit(mixed).run("f", 0.0, 0.0, 0.0, -8, 3));
  }

  @Test
  void charactersAreQuotedAndCast() {
    Value sum = out.arithmetic(ADD, i, out.convert(out.constant('\'', CHAR), INT));
    Value letter = out.convert(sum, CHAR);
    prints("(char) (i + '\\'')", letter);
    assertEquals('(', emit(letter).run("f", 0.0, 0.0, 0.0, 1, 0));
  }

  @Test
  void floatsHaveASuffix() {
    prints("(float) a * 1.5f", out.arithmetic(MUL, out.convert(a, FLOAT), out.number(1.5, FLOAT)));
  }

  @Test
  void specialNumbersHaveNames() {
    Value infinite = out.number(Double.NEGATIVE_INFINITY, DOUBLE);
    Value sum = out.arithmetic(ADD, out.number(Double.NaN, DOUBLE), infinite);
    prints("Double.NaN + Double.NEGATIVE_INFINITY", sum);
  }

  @Test
  void smallestIntegerIsSpelledOut() {
    prints("i - Integer.MIN_VALUE", out.arithmetic(SUB, i, out.number(Integer.MIN_VALUE, INT)));
  }

  @Test
  void choicesNestOnTheRight() {
    Value choice =
        branch(
                out,
                out.arithmetic(GT, a, b),
                List.of(""),
                side -> List.of(side.arithmetic(MUL, a, b)),
                side ->
                    branch(
                        side,
                        side.arithmetic(GT, b, c),
                        List.of(""),
                        _ -> List.of(b),
                        _ -> List.of(c)))
            .getFirst();
    prints("(a > b ? a * b : b > c ? b : c) * 2.0", twice(choice));
  }

  private Value twice(Value value) {
    return out.arithmetic(MUL, value, out.number(2, DOUBLE));
  }

  @Test
  void choiceInAConditionIsParenthesised() {
    Value inner = choice(out.arithmetic(GT, a, b), b, c);
    prints("(a > b ? b : c) > 0.0 ? a : b", choice(out.arithmetic(GT, inner, zero()), a, b));
  }

  private Value zero() {
    return out.number(0, DOUBLE);
  }

  private Value choice(Value condition, Value onTrue, Value onFalse) {
    return branch(out, condition, List.of(""), _ -> List.of(onTrue), _ -> List.of(onFalse))
        .getFirst();
  }

  @Test
  void conjunctionsAreRaised() {
    Value either =
        logical(out.arithmetic(GT, a, b), side -> side.constant(true, BOOLEAN), this::isNegative);
    Value both = logical(either, this::isNegative, side -> side.constant(false, BOOLEAN));
    prints("(a > b || c < 0.0) && c < 0.0", both);
  }

  private Value isNegative(IrBuilder side) {
    return side.arithmetic(LT, c, side.number(0, DOUBLE));
  }

  private Value logical(
      Value condition, Function<IrBuilder, Value> onTrue, Function<IrBuilder, Value> onFalse) {
    return branch(
            out,
            condition,
            List.of(""),
            side -> List.of(onTrue.apply(side)),
            side -> List.of(onFalse.apply(side)))
        .getFirst();
  }

  @Test
  void negatedComparisonOfDoublesIsNotInverted() {
    Value isLess = out.arithmetic(LT, a, b);
    Value not = out.arithmetic(NOT, isLess);
    prints("!(a < b)", not);
    assertEquals(true, emit(not).run("f", Double.NaN, 0.0, 0.0, 0, 0));
  }

  @Test
  void negatedComparisonOfIntegersIs() {
    Value isLess = out.arithmetic(LT, i, j);
    prints("i >= j", out.arithmetic(NOT, isLess));
  }

  @Test
  void overloadedFunctionGetsItsArgumentInItsType() {
    JavaMember max =
        new JavaMember(
            JavaMember.Kind.STATIC_METHOD,
            "java.lang.Math",
            "max",
            List.of("double", "double"),
            List.of(),
            JavaMember.Effects.PURE);
    Value larger = out.invoke(max, DOUBLE, a, out.convert(i, DOUBLE));
    prints("Math.max(a, (double) i)", larger);
  }

  @Test
  void longExpressionsBreakBetweenTerms() {
    Value sum = a;
    for (int k = 0; k < 4; k++) {
      Value product = out.arithmetic(MUL, out.arithmetic(ADD, a, b), out.arithmetic(SUB, b, c));
      sum = out.arithmetic(ADD, sum, out.arithmetic(DIV, product, out.number(k + 0.125, DOUBLE)));
    }
    prints(
        """
        a + (a + b) * (b - c) / 0.125 + (a + b) * (b - c) / 1.125 + (a + b) * (b - c) / 2.125
            + (a + b) * (b - c) / 3.125\
        """,
        sum);
  }

  @Test
  void resultOfAnotherTypeWidens() {
    IrType type = DOUBLE;
    Value widened = out.convert(i, type);
    prints("i", widened);
    assertEquals(3.0, emit(widened).run("f", 0.0, 0.0, 0.0, 3, 0));
  }
}
