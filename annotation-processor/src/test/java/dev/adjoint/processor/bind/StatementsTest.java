package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Statements keep Java's order of evaluation and name the targets of their jumps. */
class StatementsTest {

  private static String bind(String statements) {
    String method =
        """
        enum Mode { FAST, SLOW, OFF }
        @Differentiable
        static double f(double x, int n, double[] a, Mode mode) {
          %s
        }
        """;
    return BoundSource.of(method.formatted(statements)).body("f");
  }

  @Test
  void jumpsNameTheirTargets() {
    assertEquals(
        """
        rows: for {
          init:
          int i = 0;
          int j = 1;
          test: (i < n)
          update: (i++), (--j)
          body:
          while: while (true) {
            if ((j > 2)) {
              break rows;
            }
            if ((j > 1)) {
              continue rows;
            }
            break while;
          }
        }
        guard: {
          if ((n > 2)) {
            break guard;
          }
          (x++);
        }
        return x;
        """,
        bind(
            """
            rows: for (int i = 0, j = 1; i < n; i++, --j)
              while (true) {
                if (j > 2) break rows;
                if (j > 1) continue rows;
                break;
              }
            guard: { if (n > 2) break guard; x++; }
            return x;
            """));
  }

  @Test
  void elementsAreConvertedAtTheHeadOfTheBody() {
    assertEquals(
        """
        for: for (int element : new int[] {1, 2}) {
          double e = (double) element;
          (x += e);
        }
        for#1: for (double v : a) {
          (x += v);
        }
        return x;
        """,
        bind("for (double e : new int[] {1, 2}) x += e; for (var v : a) x += v; return x;"));
  }

  @Test
  void operandsStayInOrder() {
    assertEquals(
        """
        int[] k = new int[] {0};
        (a[(k[0]++)] += ((a[k[0]] = x) * a[(--k[0])]));
        return (a[(n = (n + 1))] + ((x = (double) 2) * x));
        """,
        bind(
            """
            int[] k = {0};
            a[k[0]++] += (a[k[0]] = x) * a[--k[0]];
            return a[n = n + 1] + (x = 2) * x;
            """));
  }

  @Test
  void switchesFallThroughOrBreak() {
    assertEquals(
        """
        switch: switch (n) {
          case 0, 1:
            (x = (double) 1);
          case 97:
            break switch;
          case default:
            (x = (double) 2);
        }
        switch#1: switch (n) {
          case 3:
            (x++);
            break switch#1;
          case default:
            throw new java.lang.IllegalStateException();
        }
        return x;
        """,
        bind(
            """
            switch (n) { case 0, 1: x = 1; case 'a': break; default: x = 2; }
            switch (n) { case 2 + 1 -> x++; default -> throw new IllegalStateException(); }
            return x;
            """));
  }

  @Test
  void enumsAreComparedOneByOne() {
    assertEquals(
        """
        Case.Mode selector;
        switch: switch ((((selector = java.util.Objects.requireNonNull(mode)) == Case.Mode.SLOW) \
        ? 0 : (((selector == Case.Mode.FAST) || (selector == Case.Mode.OFF)) ? 1 : -1))) {
          case 0:
            (x = (double) 1);
            break switch;
          case 1:
            (x = (double) 2);
            break switch;
        }
        return x;
        """,
        bind("switch (mode) { case SLOW -> x = 1; case FAST, OFF -> x = 2; } return x;"));
  }

  @Test
  void switchExpressionsAreChainsOfConditions() {
    assertEquals(
        """
        int selector;
        return (((selector = (n * 2)) == 1) ? x : \
        (((selector == 2) || (selector == 3)) ? (double) 1 : (double) n));
        """,
        bind("return switch (n * 2) { case 1 -> x; case 2, 3 -> { yield 1; } default -> n; };"));
  }

  @Test
  void switchesWithStatementsInTheirArmsStoreTheirValue() {
    assertEquals(
        """
        Case.Mode selector;
        double v;
        switch: switch ((((selector = java.util.Objects.requireNonNull(mode)) == Case.Mode.FAST) \
        ? 0 : (((selector == Case.Mode.SLOW) || (selector == Case.Mode.OFF)) ? 1 : -1))) {
          case 0:
            (v = (double) n);
            break switch;
          case 1:
            {
              if ((n > 1)) {
                (v = x);
                break switch;
              }
              throw new java.lang.IllegalStateException();
            }
          case default:
            throw new java.lang.MatchException(null, null);
        }
        double chosen;
        switch#1: switch (n) {
          case 1:
            (chosen = v);
            break switch#1;
          case default:
            throw new java.lang.IllegalStateException();
        }
        (x = chosen);
        double chosen#1;
        switch#2: switch (n) {
          case 1:
          case default:
            (x++);
            (chosen#1 = x);
            break switch#2;
        }
        return chosen#1;
        """,
        bind(
            """
            double v = switch (mode) {
              case FAST -> n;
              case SLOW, OFF -> { if (n > 1) yield x; throw new IllegalStateException(); }
            };
            x = switch (n) { case 1 -> v; default -> throw new IllegalStateException(); };
            return switch (n) { case 1: default: x++; yield x; };
            """));
  }

  @Test
  void withColonsOnlyYieldGivesTheValue() {
    assertEquals(
        """
        double chosen;
        switch: switch (n) {
          case 1:
            (x = (double) 2);
          case default:
            (chosen = x);
            break switch;
        }
        return chosen;
        """,
        bind("return switch (n) { case 1: x = 2; default: yield x; };"));
  }

  @Test
  void rowsOfOneLengthAreStoredOneByOne() {
    assertEquals(
        """
        double[][] m = new double[2][2];
        (m[0][0] = (double) 1);
        (m[0][1] = x);
        (m[1][0] = (x++));
        (m[1][1] = (double) n);
        int[][] k = new int[1][1];
        (k[0][0] = (int) 'a');
        return m[0][1];
        """,
        bind(
            """
            double[][] m = {{1, x}, {x++, n}};
            var k = new int[][] {{'a'}};
            return m[0][1];
            """));
  }

  @Test
  void emptyStatementsLeaveNothing() {
    assertEquals("return x;\n", bind("; return x;"));
  }

  @Test
  void assertionsThrowWhereTheyAreEnabled() {
    assertEquals(
        """
        if ((@generated.ASSERTIONS_ENABLED && (!(n > 0)))) {
          throw new java.lang.AssertionError();
        }
        if ((@generated.ASSERTIONS_ENABLED && (!(x < (double) 2)))) {
          throw new java.lang.AssertionError(n);
        }
        return x;
        """,
        bind("assert n > 0; assert x < 2 : n; return x;"));
  }
}
