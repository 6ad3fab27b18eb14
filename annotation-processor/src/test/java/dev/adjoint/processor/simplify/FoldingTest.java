package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "(n - n) => 0",
        "(k - k) => 0L",
        "(n ^ n) => 0",
        "(k ^ k) => 0L",
        "(n == n) => true",
        "(k <= k) => true",
        "(n >= n) => true",
        "(k != k) => false",
        "(n < n) => false",
        "(n > n) => false",
        "(n - m) => (n - m)",
        "(n + n) => (n + n)",
        "(n / n) => (n / n)",
        "(n & n) => (n & n)",
        "~n => ~n",
        "-n => -n",
        "(x - x) => (x - x)",
        "(a == a) => (a == a)",
        "(p ^ p) => (p ^ p)",
        "(n < 0) => (n < 0)",
        "(2 + 3) => 5",
        "-2 => -2",
        "!true => false",
        "(1 / 0) => (1 / 0)",
        "(n + 1) => (n + 1)",
        "(1 + n) => (1 + n)",
        "(double) 2 => 2.0",
        "(int) 2.9 => 2",
        "(double) n => (double) n"
      })
  void termsThatAreLiterals(String term, String expected) {
    assertEquals(expected, Term.print(fold(Term.parse(term, false))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lt %l, %0 | const false",
        "ge %l, %0 | const true",
        "le %l, %0 | le %l, %0",
        "lt %l, %1 | lt %l, %1",
        "lt %n, %0 | lt %n, %0",
        "lt %0, %l | lt %0, %l",
        "lt %m, %0 | lt %m, %0"
      })
  void lengthsAreNotNegative(String comparison, String expected) {
    String text =
        """
        func Case.f(%a: arr<f64,1>, %n: i32) -> bool {
          %0: i32 = const 0
          %1: i32 = const 1
          %l: i32 = length %a
          %m: i32 = add %l, %n
          %2: bool = COMPARISON
          return %2
        }
        """;
    Passes.assertBecomes(
        FoldingTest::fold,
        text.replace("COMPARISON", comparison),
        text.replace("COMPARISON", expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Math.max(%0, %1) | const 3",
        "Math.min(%0, %1) | const 2",
        "Math.max(%1, %0) | const 3",
        "Math.max(%0, %n) | invoke Math.max(%0, %n)",
        "Math.max(%n, %0) | invoke Math.max(%n, %0)",
        "Math.addExact(%0, %1) | invoke Math.addExact(%0, %1)",
        "Math.abs(%0) | invoke Math.abs(%0)"
      })
  void extremesOfLiterals(String call, String expected) {
    String text =
        """
        func Case.f(%n: i32) -> i32 {
          %0: i32 = const 2
          %1: i32 = const 3
          %2: i32 = CALL
          return %2
        }
        """;
    Passes.assertBecomes(
        FoldingTest::fold, text.replace("CALL", "invoke " + call), text.replace("CALL", expected));
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
