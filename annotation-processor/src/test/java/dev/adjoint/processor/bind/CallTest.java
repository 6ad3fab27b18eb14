package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which method a call means, and what becomes of the call. */
class CallTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "g(n)       | call Case.g((long) n)",
        "g(b)       | call Case.g((long) b)",
        "g(x)       | call Case.g(x)",
        "g(boxed)   | call Case.g((java.lang.Object) boxed)",
        "g(\"a\")   | call Case.g(\"a\")",
        "g(null)    | call Case.g(null)",
        "g(n, n)    | call Case.g(new double[] {(double) n, (double) n})",
        "g()        | call Case.g(new double[] {})",
        "k(n)       | call Case.k(java.lang.Integer.valueOf(n))",
        "k(b, b)    | call Case.k((int) b, (long) b)"
      })
  void overloadsAreChosenInThreePhases(String call, String bound) {
    String members =
        """
        static double g(long v) { return v; }
        static double g(double v) { return v; }
        static double g(Object v) { return 1; }
        static double g(String v) { return 2; }
        static double g(double... v) { return 3; }
        static double k(Object v) { return 4; }
        static double k(Integer v) { return 5; }
        static double k(int a, long b) { return 6; }
        static double k(long a, long b) { return 7; }

        @Differentiable
        static double f(double x, int n, byte b, Integer boxed) {
          return %s;
        }
        """;
    String body = BoundSource.of(members.formatted(call)).body("f").strip();
    assertEquals("return " + bound + ";", body);
  }

  @Test
  void calleesWithSourceAreBoundOnceAndInOrderOfCalls() {
    BoundSource bound =
        BoundSource.of(
            """
            @Differentiable
            static double f(double x) { return Inner.g(x) + h(x); }
            static double h(double x) { return x > 1 ? h(x - 1) : Inner.g(x); }
            static class Inner {
              static double g(double x) { return h(x); }
            }
            static double unused(double x) { return x; }
            """);
    assertEquals(
        """
        double Case.f(double x) {
          return (call Case.Inner.g(x) + call Case.h(x));
        }
        double Case.Inner.g(double x) {
          return call Case.h(x);
        }
        double Case.h(double x) {
          return ((x > (double) 1) ? call Case.h((x - (double) 1)) : call Case.Inner.g(x));
        }
        """,
        bound.print());
  }

  @Test
  void otherMethodsStayMemberCalls() {
    String body =
        BoundSource.of(
                """
                @Differentiable
                static double f(double x, int n) {
                  StringBuilder log = new StringBuilder();
                  log.append(x).append('c');
                  System.out.printf("%s %s%n", log, n);
                  return Math.max(n, Math.abs(x)) + new java.util.Random(n).nextDouble();
                }
                """)
            .body("f");
    assertEquals(
        """
        java.lang.StringBuilder log = new java.lang.StringBuilder();
        log.append(x).append('c');
        java.lang.System.out.printf("%s %s%n", log, java.lang.Integer.valueOf(n));
        return (java.lang.Math.max((double) n, java.lang.Math.abs(x)) + \
        new java.util.Random((long) n).nextDouble());
        """,
        body);
  }

  @Test
  void genericResultsAreInferredFromArguments() {
    String body =
        BoundSource.of(
                """
                @Differentiable
                static double f(double x, java.util.List<? extends Integer> list) {
                  var first = java.util.Objects.requireNonNull(list).get(0);
                  var most = java.util.Collections.max(list);
                  java.util.Map<String, double[]> map = new java.util.HashMap<>();
                  return x + first * most + map.get("a")[0];
                }
                """)
            .body("f");
    assertTrue(body.contains("java.lang.Integer first = "), body);
    assertTrue(body.contains("java.lang.Integer most = "), body);
    assertTrue(body.contains("map = new java.util.HashMap<java.lang.String, double[]>();"), body);
    assertTrue(body.contains("map.get(\"a\")[0]"), body);
  }

  @Test
  void tensorMethodsAreNamedThroughTensor() {
    String body =
        BoundSource.of(
                """
                @Differentiable
                static Tensor f(Tensor x, double k) {
                  Tensor h = Tensor.ones(2, 3).matmul(x.add(2)).mul(k).detach();
                  try (var _ = Autograd.noGrad()) {
                    h.add_(1);
                  }
                  return h.sum(0, 1).mul(Autograd.stopGradient(k));
                }
                """)
            .body("f");
    assertEquals(
        """
        dev.adjoint.Tensor h = stopGradient(\
        dev.adjoint.Tensor.ones(new long[] {(long) 2, (long) 3})\
        .matmul(x.add((long) 2)).mul(k));
        noGrad {
          h.add_((long) 1);
        }
        return h.sum(new int[] {0, 1}).mul(stopGradient(k));
        """,
        body);
  }

  @Test
  void textIsJoinedByCalls() {
    String body =
        BoundSource.of(
                """
                @Differentiable
                static double f(double x, String s, char c) {
                  String t = "a" + 1 + s + c + null;
                  t += x;
                  return x;
                }
                """)
            .body("f");
    assertEquals(
        """
        java.lang.String t = "a1".concat(java.lang.String.valueOf(s))\
        .concat(java.lang.String.valueOf(c)).concat("null");
        (t = java.lang.String.valueOf(t).concat(java.lang.String.valueOf(x)));
        return x;
        """,
        body);
  }
}
