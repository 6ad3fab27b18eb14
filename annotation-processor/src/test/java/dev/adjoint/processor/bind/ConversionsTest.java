package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What Java converts silently is converted openly; what is declared wider is of the wider type. */
class ConversionsTest {
  @Test
  void anObjectOfAWiderVariableIsOfItsType() {
    assertBecomes(
        """
        static double g(CharSequence s) {
          return 1;
        }
        static double g(String s) {
          return 2;
        }
        @Differentiable static double f(double x, String name) {
          CharSequence wide = name;
          Object made = new StringBuilder();
          return x * g(wide) + made.hashCode();
        }
        """,
        """
        double Case.f(double x, java.lang.String name) {
          java.lang.String wide = name;
          java.lang.StringBuilder made = new java.lang.StringBuilder();
          return ((x * call Case.g((java.lang.CharSequence) wide)) + (double) made.hashCode());
        }
        double Case.g(java.lang.CharSequence s) {
          return (double) 1;
        }
        """);
  }

  @Test
  void compoundAssignmentsNarrow() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          float half = 0.5f;
          half *= x;
          n += 1.5;
          byte b = (byte) n;
          return half + b;
        }
        """,
        """
        double Case.f(double x, int n) {
          float half = 0.5f;
          (half *=<f64> x);
          (n +=<f64> 1.5);
          byte b = (byte) n;
          return (double) (half + (float) b);
        }
        """);
  }

  @Test
  void operandsArePromotedTogether() {
    assertBecomes(
        """
        @Differentiable static double f(double x, float y, long n, char c) {
          return y * n + c / 2 + (x > n ? 1 : y);
        }
        """,
        """
        double Case.f(double x, float y, long n, char c) {
          return (double) (((y * (float) n) + (float) ((int) c / 2)) + ((x > (double) n) ? \
        (float) 1 : y));
        }
        """);
  }

  @Test
  void whatIsAssignedAgainIsOfTheDeclaredType() {
    assertBecomes(
        """
        static double length(CharSequence s) {
          return s.length();
        }
        @Differentiable static double f(double x, String name, int n) {
          CharSequence wide = name;
          if (n > 0) {
            wide = new StringBuilder();
          }
          Object made = String.valueOf(n);
          made = wide;
          return x * length(wide) * length(name) + made.hashCode();
        }
        """,
        """
        double Case.f(double x, java.lang.String name, int n) {
          java.lang.CharSequence wide = (java.lang.CharSequence) name;
          if ((n > 0)) {
            (wide = new java.lang.StringBuilder());
          }
          java.lang.Object made = java.lang.String.valueOf(n);
          (made = (java.lang.Object) wide);
          return (((x * call Case.length(wide)) * call Case.length((java.lang.CharSequence) \
        name)) + (double) made.hashCode());
        }
        double Case.length(java.lang.CharSequence s) {
          return (double) s.length();
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
