package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.IrFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons of a number that a branch chose. */
class BranchComparisonsTest {
  private static final String CHOICE =
      """
      func Case.f(%%p: bool, %%n: i32) -> bool {
        %%0: i32 = const 0
        %%1: i32 = const 1
        %%2: i32 = const 2
        %%k: i32, %%l: i32 = if %%p @if {
          yield %%n, %s
        } else {
          yield %%n, %s
        }
        %s
        return %%3
      }
      """;

  /** On both sides, then the comparison, then what becomes of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%1 | %0 | eq %l, %1 | same",
        "%1 | %0 | eq %l, %0 | not %p",
        "%1 | %0 | eq %l, %2 | const false",
        "%1 | %1 | eq %l, %1 | const true",
        "%2 | %1 | eq %l, %0 | const false",
        "%1 | %0 | ne %l, %1 | ne %l, %1",
        "%1 | %0 | lt %l, %1 | lt %l, %1",
        "%1 | %0 | eq %l, %n | eq %l, %n",
        "%1 | %n | eq %l, %1 | eq %l, %1",
        "%n | %1 | eq %l, %1 | eq %l, %1",
        "%n | %n | eq %l, %1 | eq %l, %1",
        "%1 | %0 | eq %k, %1 | eq %k, %1",
        "%1 | %0 | eq %1, %l | eq %1, %l",
        "%1 | %0 | eq %n, %1 | eq %n, %1"
      })
  void areTheConditionOfTheBranch(String onTrue, String onFalse, String comparison, String after) {
    String before = CHOICE.formatted(onTrue, onFalse, "%3: bool = " + comparison);
    String expected =
        after.equals("same")
            ? CHOICE.formatted(onTrue, onFalse, "").replace("return %3", "return %p")
            : CHOICE.formatted(onTrue, onFalse, "%3: bool = " + after);
    Passes.assertBecomes(BranchComparisonsTest::rewrite, before, expected);
  }

  private static IrFunction rewrite(IrFunction function) {
    return RewriteWalk.apply(function, BranchComparisons::rewrite);
  }
}
