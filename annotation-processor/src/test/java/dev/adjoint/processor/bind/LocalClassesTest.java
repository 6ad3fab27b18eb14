package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Classes declared inside of methods, as static ones that hold what they capture. */
class LocalClassesTest {
  @Test
  void whatALocalClassCapturesIsAFieldOfIt() {
    assertBecomes(
        """
        @Differentiable static double f(double x, double k) {
          class Scaled {
            final double v;
            Scaled(double v) {
              this.v = v;
            }
            double at(double t) {
              return k * v * t;
            }
          }
          return new Scaled(x).at(2) + new Scaled(k).at(x);
        }
        """,
        """
        double Case.f(double x, double k) {
          return (call Case.f().Scaled.at@local(new Case.f().Scaled(k, x), (double) 2) + call \
        Case.f().Scaled.at@local(new Case.f().Scaled(k, k), x));
        }
        void Case.f().Scaled.Scaled@local@new(Case.f().Scaled self, double k, double v) {
          (self.k = k);
          (self.v = v);
        }
        double Case.f().Scaled.at@local(Case.f().Scaled self, double t) {
          return ((self.k * self.v) * t);
        }
        double Case.f().Scaled.at@local@Case.f().Scaled(Case.f().Scaled self, double t) {
          return ((self.k * self.v) * t);
        }
        """);
  }

  @Test
  void anAnonymousClassIsOneWithoutAName() {
    assertBecomes(
        """
        interface Law {
          double at(double x);
        }
        @Differentiable static double f(double x) {
          Law law = new Law() {
            public double at(double t) {
              return x * t;
            }
          };
          return law.at(3);
        }
        """,
        """
        double Case.f(double x) {
          Case.f().Law law = new Case.f().Law(x);
          return call Case.f().Law.at@local(law, (double) 3);
        }
        void Case.f().Law.Law@local@new(Case.f().Law self, double x) {
          (self.x = x);
        }
        double Case.f().Law.at@local(Case.f().Law self, double t) {
          return (self.x * t);
        }
        double Case.f().Law.at@local@Case.f().Law(Case.f().Law self, double t) {
          return (self.x * t);
        }
        """);
  }

  @Test
  void aLocalRecordCapturesNothing() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          record Pair(double a, double b) {
            double product() {
              return a * b;
            }
          }
          var pair = new Pair(x, x + 1);
          return pair.product();
        }
        """,
        """
        double Case.f(double x) {
          Case.f().Pair pair = new Case.f().Pair(x, (x + (double) 1));
          return call Case.f().Pair.product@local(pair);
        }
        double Case.f().Pair.product@local(Case.f().Pair self) {
          return (self.a * self.b);
        }
        """);
  }

  @Test
  void aLocalClassExtendsAnother() {
    assertBecomes(
        """
        static class Base {
          double k = 2;
          double at(double x) {
            return k * x;
          }
          double twice(double x) {
            return at(at(x));
          }
        }
        @Differentiable static double f(double x, double shift) {
          class Shifted extends Base {
            @Override double at(double t) {
              return super.at(t) + shift;
            }
          }
          Shifted shifted = new Shifted();
          shifted.k = x;
          return shifted.twice(x);
        }
        """,
        """
        double Case.f(double x, double shift) {
          Case.f().Shifted shifted = new Case.f().Shifted(shift);
          (shifted.k = x);
          return call Case.Base.twice@Case.f().Shifted(shifted, x);
        }
        void Case.f().Shifted.Shifted@local@new(Case.f().Shifted self, double shift) {
          (self.shift = shift);
          call Case.Base.Base@new(self);
        }
        double Case.Base.twice(Case.Base self, double x) {
          return self.at(self.at(x));
        }
        double Case.Base.twice@Case.f().Shifted(Case.f().Shifted self, double x) {
          return call Case.f().Shifted.at@local(self, call Case.f().Shifted.at@local(self, x));
        }
        void Case.Base.Base@new(Case.Base self) {
          (self.k = (double) 2);
        }
        double Case.Base.at(Case.Base self, double x) {
          return (self.k * x);
        }
        double Case.Base.at@Case.Base(Case.Base self, double x) {
          return (self.k * x);
        }
        double Case.f().Shifted.at@local@Case.f().Shifted(Case.f().Shifted self, double t) {
          return (call Case.Base.at@Case.f().Shifted(self, t) + self.shift);
        }
        double Case.f().Shifted.at@local(Case.f().Shifted self, double t) {
          return (call Case.Base.at@Case.f().Shifted(self, t) + self.shift);
        }
        double Case.Base.at@Case.f().Shifted(Case.f().Shifted self, double x) {
          return (self.k * x);
        }
        """);
  }

  @Test
  void theCopyOfACapturedVariableIsTakenWhenTheObjectIsMade() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) {
            final int k = i;
            class Term {
              double value() {
                return x * k;
              }
            }
            s += new Term().value();
          }
          return s;
        }
        """,
        """
        double Case.f(double x, int n) {
          double s = (double) 0;
          for: for {
            init:
            int i = 0;
            test: (i < n)
            update: (i++)
            body:
            int k = i;
            (s += call Case.f().Term.value@local(new Case.f().Term(x, k)));
          }
          return s;
        }
        void Case.f().Term.Term@local@new(Case.f().Term self, double x, int k) {
          (self.x = x);
          (self.k = k);
        }
        double Case.f().Term.value@local(Case.f().Term self) {
          return (self.x * (double) self.k);
        }
        double Case.f().Term.value@local@Case.f().Term(Case.f().Term self) {
          return (self.x * (double) self.k);
        }
        """);
  }

  @Test
  void anObjectOfALocalClassIsOneOfItsSuperclass() {
    assertBecomes(
        """
        static class Base {
          double k = 2;
        }
        static double twice(Base base) {
          return 2 * base.k;
        }
        static double twice(Object other) {
          return 0;
        }
        @Differentiable static double f(double x) {
          class Set extends Base {
            Set() {
              k = x;
            }
          }
          Base base = new Set();
          return twice(new Set()) + base.k;
        }
        """,
        """
        double Case.f(double x) {
          Case.Base base = (Case.Base) new Case.f().Set(x);
          return (call Case.twice((Case.Base) new Case.f().Set(x)) + base.k);
        }
        void Case.f().Set.Set@local@new(Case.f().Set self, double x) {
          (self.x = x);
          call Case.Base.Base@new(self);
          (self.k = self.x);
        }
        double Case.twice(Case.Base base) {
          return ((double) 2 * base.k);
        }
        void Case.Base.Base@new(Case.Base self) {
          (self.k = (double) 2);
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
