package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of terms, and that they yield the same: to the last bit in the primal, up to
 * rounding in the reverse sweep.
 */
class IdentitiesTest {
  private static final List<Double> NUMBERS =
      List.of(1.5, -2.25, 0.0, -0.0, 1e300, Double.NaN, Double.NEGATIVE_INFINITY, 3.0);
  private static final List<Integer> INTEGERS =
      List.of(0, 1, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE);

  /** Terms to which the same happens everywhere. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        // sums
        "(x + -0.0) => x",
        "(-0.0 + x) => x",
        "(n + 0)    => n",
        "(0 + n)    => n",
        "(k + 0L)   => k",
        "(x + 1.0)  => (x + 1.0)",
        "(x + -y)   => (x - y)",
        "(-x + y)   => (y - x)",
        "((n + 2) + 3)    => (n + 5)",
        "(3 + (n + 2))    => (n + 5)",
        "((n - 2) + 3)    => (n + 1)",
        "((n + 2) - 3)    => (n - 1)",
        "((n - 2) - 3)    => (n - 5)",
        "((n + 2) + -2)   => n",
        "((n + 2) - 2)    => n",
        "((n - -2) + 3)   => (n + 5)",
        "((n + 2) + m)    => ((n + 2) + m)",
        "((2 + n) + 3)    => ((2 + n) + 3)",
        "((2 - n) + 3)    => ((2 - n) + 3)",
        "((n * 2) + 3)    => ((n * 2) + 3)",
        "((n * 2) - 3)    => ((n * 2) - 3)",
        "((n + m) + 3)    => ((n + m) + 3)",
        "((k + 2L) + 3L)  => ((k + 2L) + 3L)",
        "((n + 2147483647) + 1)  => (n + -2147483648)",
        "((n + -2147483647) + 0) => (n + -2147483647)",
        "((n + 2147483647) + 2)  => (n - 2147483647)",
        "(n + n)    => (n + n)",
        // differences
        "(x - 0.0)  => x",
        "(n - 0)    => n",
        "(0 - n)    => -n",
        "(x - -y)   => (x + y)",
        "(1.0 - x)  => (1.0 - x)",
        "(n - m)    => (n - m)",
        "(n - 3)    => (n - 3)",
        // products
        "(x * 1.0)  => x",
        "(1.0 * x)  => x",
        "(n * 1)    => n",
        "(1 * n)    => n",
        "(n * 0)    => 0",
        "(0 * n)    => 0",
        "(k * 0L)   => 0L",
        "(x * -1.0) => -x",
        "(-1.0 * x) => -x",
        "(n * -1)   => -n",
        "(a * -1.0f) => -a",
        "(x * 2.0)  => (x * 2.0)",
        "(-x * -y)  => (x * y)",
        "((n * 2) * 3) => ((n * 2) * 3)",
        // quotients
        "(x / 1.0)  => x",
        "(n / 1)    => n",
        "(1.0 / x)  => (1.0 / x)",
        "(n / m)    => (n / m)",
        "(0 / n)    => (0 / n)",
        "(-n / m)   => (-n / m)",
        "(x % 1.0)  => (x % 1.0)",
        // negations
        "--x        => x",
        "--n        => n",
        "-x         => -x",
        "-n         => -n",
        // conditions
        "!!p        => p",
        "!(x == y)  => (x != y)",
        "!(x != y)  => (x == y)",
        "!(x < y)   => !(x < y)",
        "!(n >= m)  => !(n >= m)",
        "!(p & q)   => !(p & q)",
        "!p         => !p",
        "(p & true) => p",
        "(true & p) => p",
        "(p & p)    => p",
        "(p & false) => (p & false)",
        "(false & p) => (false & p)",
        "(p & q)    => (p & q)",
        "(p | false) => p",
        "(false | p) => p",
        "(p | p) => p",
        "(p | true) => (p | true)",
        "(true | p) => (true | p)",
        "(p | q) => (p | q)",
        "(p ^ p)    => (p ^ p)",
        // conversions
        "(double) x => x",
        "(double) n => (double) n",
        "(float) (double) a => a",
        "(int) (double) n   => n",
        "(int) (long) n     => n",
        "(int) (float) n    => (int) (float) n",
        "(double) (float) x => (double) (float) x",
        "(long) (double) k  => (long) (double) k",
        "(long) (int) k     => (long) (int) k",
        "(double) (int) x   => (double) (int) x",
        "(double) (long) n  => (double) (long) n",
        "(float) (int) a    => (float) (int) a",
        "(float) -a         => -a",
        // nothing
        "(1.0 + 2.0) => (1.0 + 2.0)",
        "(x < y)     => (x < y)",
        "(n << 0)    => (n << 0)"
      })
  void everywhere(String term, String expected) {
    assertBecomes(term, expected, false);
    assertBecomes(term, expected, true);
  }

  /** Terms that the primal keeps, where they round, overflow or have a sign otherwise. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "(x + 0.0)  => x",
        "(0.0 + x)  => x",
        "(a + 0.0f) => a",
        "(x - -0.0) => x",
        "(0.0 - x)  => -x",
        "(-0.0 - x) => -x",
        "(0.0f - a) => -a",
        "(x + x)    => (x * 2.0)",
        "(a + a)    => (a * 2.0f)",
        "((x + y) + y) => (x + (y * 2.0))",
        "((y + x) + y) => ((y + x) + y)",
        "((x - y) - y) => (x - (y * 2.0))",
        "((x + y) - y) => ((x + y) - y)",
        "((x - y) + y) => ((x - y) + y)",
        "((x * y) + y) => ((x * y) + y)",
        "(-x - x)   => (x * -2.0)",
        "(-x - y)   => (-x - y)",
        "(x * 0.0)  => 0.0",
        "(0.0 * x)  => 0.0",
        "(a * 0.0f) => 0.0f",
        "(-x * y)   => -(x * y)",
        "(x * -y)   => -(x * y)",
        "((x * 2.0) * 3.0) => (x * 6.0)",
        "((2.0 * x) * 3.0) => (x * 6.0)",
        "(3.0 * (x * 2.0)) => (x * 6.0)",
        "(3.0 * (2.0 * x)) => (x * 6.0)",
        "((a * 2.0f) * 3.0f) => (a * 6.0f)",
        "((x * 2.0) * y)   => ((x * y) * 2.0)",
        "(y * (x * 2.0))   => ((y * x) * 2.0)",
        "((x * 2.0) * (y * 3.0)) => ((x * (y * 3.0)) * 2.0)",
        "((x / 2.0) * 3.0) => ((x / 2.0) * 3.0)",
        "((x * y) * 3.0)   => ((x * y) * 3.0)",
        "(0.0 / 3.0) => 0.0",
        "(-x / y)   => -(x / y)",
        "(x / -y)   => (x / -y)",
        "-(x - y)   => (y - x)",
        "-(x + y)   => -(x + y)",
        "-0.0       => -0.0",
        "(x - 1.0)  => (x - 1.0)"
      })
  void inTheReverseSweepOnly(String term, String expected) {
    assertBecomes(term, term, false);
    assertBecomes(term, expected, true);
  }

  private static void assertBecomes(String term, String expected, boolean isReverse) {
    IrFunction function = Term.parse(term, isReverse);
    IrFunction simplified = RewriteWalk.apply(function, Algebra::rewrite);
    IrVerifier.verify(simplified);
    assertEquals(expected, Term.print(simplified));
    assertFalse(isLeft(function.body().yields().getFirst(), simplified.body()));
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      Object[] arguments = arguments(random, isReverse ? 2 : NUMBERS.size());
      Object value = value(function, arguments);
      Object same = value(simplified, arguments);
      if (isReverse && value instanceof Number number) {
        assertEquals(number.doubleValue(), ((Number) same).doubleValue(), 1e-6);
      } else {
        assertEquals(value, same);
      }
    }
  }

  /** Whether a value is still computed that is not yielded any more. */
  private static boolean isLeft(Value before, Region region) {
    return !region.yields().contains(before)
        && region.ops().stream().anyMatch(op -> op.results().contains(before));
  }

  private static Object value(IrFunction function, Object... arguments) {
    try {
      return IrInterpreter.run(function, arguments).getFirst();
    } catch (ArithmeticException e) {
      return e.getMessage();
    }
  }

  private static Object[] arguments(Random random, int numbers) {
    return new Object[] {
      number(random, numbers),
      number(random, numbers),
      number(random, numbers).floatValue(),
      number(random, numbers).floatValue(),
      INTEGERS.get(random.nextInt(INTEGERS.size())),
      INTEGERS.get(random.nextInt(INTEGERS.size())),
      random.nextLong(),
      random.nextBoolean(),
      random.nextBoolean()
    };
  }

  private static Double number(Random random, int numbers) {
    return NUMBERS.get(random.nextInt(numbers));
  }
}
