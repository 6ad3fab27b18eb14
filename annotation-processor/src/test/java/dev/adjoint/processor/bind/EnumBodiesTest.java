package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Constants of an enum with a body, as classes of which each has one object. */
class EnumBodiesTest {
  @Test
  void aConstantWithABodyRunsItsOwnMethod() {
    assertBecomes(
        """
        enum Mode {
          HALF {
            double of(double x) {
              return scale(x) / 2;
            }
          },
          SQUARE {
            double of(double x) {
              return x * x;
            }
          };
          abstract double of(double x);
          double scale(double x) {
            return 3 * x;
          }
        }
        @Differentiable static double f(Mode mode, double x) {
          return mode.of(x);
        }
        """,
        """
        double Case.Mode.of@Case(Case.Mode self, double x) {
          Case.Mode constant;
          if (((constant = java.util.Objects.requireNonNull(self)) == Case.Mode.HALF)) {
            return call Case.Mode.values().HALF.of@local@Case.Mode(self, x);
          }
          return call Case.Mode.values().SQUARE.of@local@Case.Mode(self, x);
        }
        double Case.f(Case.Mode mode, double x) {
          return call Case.Mode.of@Case(mode, x);
        }
        double Case.Mode.values().HALF.of@local(Case.Mode.values().HALF self, double x) {
          return (call Case.Mode.scale@Case.Mode.values().HALF(self, x) / (double) 2);
        }
        double Case.Mode.values().HALF.of@local@Case.Mode(Case.Mode self, double x) {
          return (call Case.Mode.scale(self, x) / (double) 2);
        }
        double Case.Mode.values().SQUARE.of@local(Case.Mode.values().SQUARE self, double x) {
          return (x * x);
        }
        double Case.Mode.values().SQUARE.of@local@Case.Mode(Case.Mode self, double x) {
          return (x * x);
        }
        double Case.Mode.scale(Case.Mode self, double x) {
          return ((double) 3 * x);
        }
        double Case.Mode.scale@Case.Mode.values().HALF(Case.Mode.values().HALF self, double x) {
          return ((double) 3 * x);
        }
        """);
  }

  @Test
  void aNamedConstantIsOneOfThem() {
    assertBecomes(
        """
        enum Mode {
          HALF {
            @Override double of(double x) {
              return x / 2;
            }
          },
          SAME;
          double of(double x) {
            return x;
          }
        }
        @Differentiable static double f(double x) {
          return Mode.HALF.of(x) + Mode.SAME.of(x);
        }
        """,
        """
        double Case.Mode.of@Case(Case.Mode self, double x) {
          Case.Mode constant;
          if (((constant = java.util.Objects.requireNonNull(self)) == Case.Mode.HALF)) {
            return call Case.Mode.values().HALF.of@local@Case.Mode(self, x);
          }
          return call Case.Mode.of(self, x);
        }
        double Case.f(double x) {
          return (call Case.Mode.of@Case(Case.Mode.HALF, x) + call \
        Case.Mode.of@Case(Case.Mode.SAME, x));
        }
        double Case.Mode.values().HALF.of@local(Case.Mode.values().HALF self, double x) {
          return (x / (double) 2);
        }
        double Case.Mode.values().HALF.of@local@Case.Mode(Case.Mode self, double x) {
          return (x / (double) 2);
        }
        double Case.Mode.of(Case.Mode self, double x) {
          return x;
        }
        """);
  }

  @Test
  void aFieldOfTheEnumIsReadOfTheConstant() {
    assertBecomes(
        """
        enum Mode {
          HALF(0.5) {
            @Override double of(double x) {
              return super.of(x) + 1;
            }
          },
          SAME(1);
          final double k;
          Mode(double k) {
            this.k = k;
          }
          double of(double x) {
            return k * x;
          }
        }
        @Differentiable static double f(Mode mode, double x) {
          return mode.of(x);
        }
        """,
        """
        double Case.Mode.of@Case(Case.Mode self, double x) {
          Case.Mode constant;
          if (((constant = java.util.Objects.requireNonNull(self)) == Case.Mode.HALF)) {
            return call Case.Mode.values().HALF.of@local@Case.Mode(self, x);
          }
          return call Case.Mode.of(self, x);
        }
        double Case.f(Case.Mode mode, double x) {
          return call Case.Mode.of@Case(mode, x);
        }
        double Case.Mode.values().HALF.of@local(Case.Mode.values().HALF self, double x) {
          return (call Case.Mode.of(self, x) + (double) 1);
        }
        double Case.Mode.values().HALF.of@local@Case.Mode(Case.Mode self, double x) {
          return (call Case.Mode.of(self, x) + (double) 1);
        }
        double Case.Mode.of(Case.Mode self, double x) {
          return (self.k * x);
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
