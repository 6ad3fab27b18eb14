package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundPrinter;
import dev.adjoint.processor.bind.BoundSource;
import org.junit.jupiter.api.Test;

class ExitNormalizationTest {
  @Test
  void whatAnExitSkipsMovesIntoTheOtherBranch() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
            if (n == 0) {
              return 1;
            }
            double s = x;
            for (int i = 0; i < n; i++) {
              if (i % 3 == 1) continue;
              s *= x;
              if (s > 100) break;
              s += 1;
            }
            return s;
        }
        """,
        """
        double Case.f(double x, int n) {
          double result;
          if ((n == 0)) {
            (result = (double) 1);
          } else {
            double s = x;
            boolean exited = false;
            for: for {
              init:
              int i = 0;
              test: ((!exited) && (i < n))
              update: (i++)
              body:
              if (((i % 3) == 1)) {
              } else {
                (s *= x);
                if ((s > (double) 100)) {
                  (exited = true);
                } else {
                  (s += (double) 1);
                }
              }
            }
            (result = s);
          }
          return result;
        }
        """);
  }

  @Test
  void labelledJumpsSetFlagsThatInnerLoopsTest() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          outer:
            for (int i = 0; i < n; i++) {
              for (int j = 0; j < n; j++) {
                if (i + j == 5) continue outer;
                if (i * j == 6) break outer;
                if (i * j == 7) return x;
                x *= 2;
              }
              x += 1;
            }
            return x;
        }
        """,
        """
        double Case.f(double x, int n) {
          boolean returned = false;
          double result;
          boolean exited = false;
          outer: for {
            init:
            int i = 0;
            test: (((!exited) && (!returned)) && (i < n))
            update: (i++)
            body:
            boolean skipped = false;
            for: for {
              init:
              int j = 0;
              test: ((((!skipped) && (!exited)) && (!returned)) && (j < n))
              update: (j++)
              body:
              if (((i + j) == 5)) {
                (skipped = true);
              } else {
                if (((i * j) == 6)) {
                  (exited = true);
                } else {
                  if (((i * j) == 7)) {
                    (result = x);
                    (returned = true);
                  } else {
                    (x *= (double) 2);
                  }
                }
              }
            }
            if ((((!skipped) && (!exited)) && (!returned))) {
              (x += (double) 1);
            }
          }
          if ((!returned)) {
            (result = x);
            (returned = true);
          }
          return result;
        }
        """);
  }

  @Test
  void switchesBecomeBranchesWithFallThroughAppended() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          switch (n * 2) {
            case 0: x += 1;
            case 1: x *= 2; break;
            case 2: case 3: if (x > 3) break; x = 4; break;
            default: throw new IllegalStateException();
          }
          return x;
        }
        """,
        """
        double Case.f(double x, int n) {
          int selector = (n * 2);
          if ((selector == 0)) {
            (x += (double) 1);
            (x *= (double) 2);
          } else {
            if ((selector == 1)) {
              (x *= (double) 2);
            } else {
              if (((selector == 2) || (selector == 3))) {
                if ((x > (double) 3)) {
                } else {
                  (x = (double) 4);
                }
              } else {
                throw new java.lang.IllegalStateException();
              }
            }
          }
          return x;
        }
        """);
  }

  @Test
  void updatesSeenAfterTheLoopDoNotRunAfterABreak() {
    assertBecomes(
        """
        @Differentiable static double f(double[] x, int n) {
          int i = 0;
          double s = 0;
          for (; i < n; i++, s += x[0]) {
            if (x[i] < 0) break;
          }
          for (double v : x) { if (v > 1) { if (v > 2) continue; s += v; } s *= 2; }
          return s + i;
        }
        """,
        """
        double Case.f(double[] x, int n) {
          int i = 0;
          double s = (double) 0;
          boolean exited = false;
          for: for {
            init:
            test: ((!exited) && (i < n))
            update:\s
            body:
            if ((x[i] < (double) 0)) {
              (exited = true);
            }
            if ((!exited)) {
              (i++);
              (s += x[0]);
            }
          }
          for#1: for {
            init:
            double[] array = x;
            int index = 0;
            test: (index < array.length)
            update: (++index)
            body:
            boolean skipped = false;
            double v = array[index];
            if ((v > (double) 1)) {
              if ((v > (double) 2)) {
                (skipped = true);
              } else {
                (s += v);
              }
            }
            if ((!skipped)) {
              (s *= (double) 2);
            }
          }
          return (s + (double) i);
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    BoundMethod method = BoundSource.of(members).program().functions().values().iterator().next();
    assertEquals(expected, BoundPrinter.print(ExitNormalization.normalize(method)));
  }
}
