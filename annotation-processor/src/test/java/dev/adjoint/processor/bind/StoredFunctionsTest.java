package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Functions and objects that are kept somewhere, and what becomes of calls on them. */
class StoredFunctionsTest {
  @Test
  void aRecordMayHoldAFunction() {
    assertBecomes(
        """
        record Law(java.util.function.DoubleUnaryOperator op, double k) {
          double at(double x) {
            return k * op.applyAsDouble(x);
          }
        }
        @Differentiable static double f(double x) {
          Law law = new Law(v -> v * v, 3);
          return law.at(x);
        }
        """,
        """
        double Case.f(double x) {
          Case.Law law = new Case.Law(unsupported<ADJ0405[a lambda expression, Call a static \
        method by its name] of []>, (double) 3);
          return call Case.Law.at(law, x);
        }
        double Case.Law.at(Case.Law self, double x) {
          return (self.k * self.op.applyAsDouble(x));
        }
        """);
  }

  @Test
  void functionsInAnArrayAreAskedForByIndex() {
    assertBecomes(
        """
        static final java.util.function.DoubleUnaryOperator[] ALL = {v -> v, v -> v * v};
        @Differentiable static double f(double x, int n) {
          double s = 0;
          for (var op : ALL) {
            s += op.applyAsDouble(x);
          }
          return s + ALL[n].applyAsDouble(x);
        }
        """,
        """
        double Case.f(double x, int n) {
          double s = (double) 0;
          unsupported ADJ0405[for over a collection, Loop over an array, or over indices] reads \
        [s, x] writes [s];
          return (s + unsupported<ADJ0405[an array of java.util.function.DoubleUnaryOperator, \
        Use arrays of numbers] of [n]>.applyAsDouble(x));
        }
        """);
  }

  @Test
  void aParameterOfUnknownOriginStaysAMemberCall() {
    assertBecomes(
        """
        @Differentiable(wrt = "x") static double f(double x, \
        java.util.function.DoubleUnaryOperator op) {
          return x * op.applyAsDouble(2);
        }
        """,
        """
        double Case.f(double x, java.util.function.DoubleUnaryOperator op) {
          return (x * op.applyAsDouble((double) 2));
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
