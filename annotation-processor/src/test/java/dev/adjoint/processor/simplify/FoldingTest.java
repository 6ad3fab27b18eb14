package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void operatorsOfLiteralsBecomeLiterals() {
    Passes.assertBecomes(
        FoldingTest::fold,
        """
        func Case.f() -> f64 {
          %0: i32 = const 3
          %1: i32 = const 4
          %2: i32 = mul %0, %1
          %3: f64 = convert %2
          return %3
        }
        """,
        """
        func Case.f() -> f64 {
          %0: i32 = const 3
          %1: i32 = const 4
          %2: i32 = const 12
          %3: f64 = const 12.0
          return %3
        }
        """);
  }

  @Test
  void whatHoldsForEveryIntegerBecomesALiteral() {
    Passes.assertBecomes(
        FoldingTest::fold,
        """
        func Case.f(%n: i32, %x: arr<f64,1>) -> bool {
          %0: i32 = sub %n, %n
          %1: i32 = length %x
          %2: bool = lt %1, %0
          return %2
        }
        """,
        """
        func Case.f(%n: i32, %x: arr<f64,1>) -> bool {
          %0: i32 = const 0
          %1: i32 = length %x
          %2: bool = const false
          return %2
        }
        """);
  }

  @Test
  void nullIsNull() {
    Passes.assertBecomes(
        FoldingTest::fold,
        """
        func Case.f(%x: arr<f64,1>) -> bool {
          %0: arr<f64,1> = const null
          %1: bool = eq %0, %0
          %2: bool = ne %0, %0
          %3: bool = eq %0, %x
          %4: bool = xor %1, %2
          %5: bool = xor %4, %3
          return %5
        }
        """,
        """
        func Case.f(%x: arr<f64,1>) -> bool {
          %0: arr<f64,1> = const null
          %1: bool = const true
          %2: bool = const false
          %3: bool = eq %0, %x
          %4: bool = const true
          %5: bool = xor %4, %3
          return %5
        }
        """);
  }

  @Test
  void floatsRoundAtEveryOperation() {
    assertEquals(0.1f + 0.2f, ConstantArithmetic.evaluate(Operator.ADD, 0.1f, 0.2f));
    assertEquals((double) 0.1f, ConstantArithmetic.convert(0.1f, ScalarType.DOUBLE));
  }

  @Test
  void intsOverflowAndShiftAsInJava() {
    assertEquals(
        Integer.MIN_VALUE, ConstantArithmetic.evaluate(Operator.ADD, Integer.MAX_VALUE, 1));
    assertEquals(2, ConstantArithmetic.evaluate(Operator.SHL, 1, 33));
    assertEquals(-1, ConstantArithmetic.evaluate(Operator.DIV, -7, 4));
    assertEquals(Integer.MAX_VALUE, ConstantArithmetic.convert(1e20, ScalarType.INT));
    assertEquals(0, ConstantArithmetic.convert(Double.NaN, ScalarType.INT));
    assertEquals((byte) -56, ConstantArithmetic.convert(200, ScalarType.BYTE));
  }

  @Test
  void divisionByZeroIsLeftToRunTime() {
    assertNull(ConstantArithmetic.evaluate(Operator.DIV, 1, 0));
    assertNull(ConstantArithmetic.evaluate(Operator.REM, 1L, 0L));
    assertEquals(Double.POSITIVE_INFINITY, ConstantArithmetic.evaluate(Operator.DIV, 1.0, 0.0));
  }

  @Test
  void comparisonsKnowNaNAndSignedZeros() {
    assertEquals(false, ConstantArithmetic.evaluate(Operator.EQ, Double.NaN, Double.NaN));
    assertEquals(true, ConstantArithmetic.evaluate(Operator.EQ, -0.0, 0.0));
    assertEquals(-0.0, ConstantArithmetic.evaluate(Operator.NEG, 0.0));
  }

  private static IrFunction fold(IrFunction function) {
    return RewriteWalk.apply(function, Folding::rewrite);
  }
}
