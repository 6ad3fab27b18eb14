package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Bodies of lambdas, which see the variables around them. */
class LambdaBodiesTest {
  @Test
  void aBodyOfStatementsReturns() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          java.util.function.DoubleUnaryOperator op =
              v -> {
                double w = v * x;
                if (w > 1) {
                  return w;
                }
                return v;
              };
          return op.applyAsDouble(2);
        }
        """,
        """
        double Case.lambda@0(double v) {
          {
            double w = (v * x);
            if ((w > (double) 1)) {
              return w;
            }
            return v;
          }
        }
        double Case.f(double x) {
          {
          }
          return call Case.lambda@0((double) 2);
        }
        """);
  }

  @Test
  void aReferenceToAMethodOfAVariableCallsIt() {
    assertBecomes(
        """
        record Law(double k) {
          double at(double x) {
            return k * x;
          }
        }
        @Differentiable static double f(double x) {
          Law law = new Law(x);
          java.util.function.DoubleUnaryOperator op = law::at;
          return op.applyAsDouble(2);
        }
        """,
        """
        double Case.lambda@0(double arg0Oflaw) {
          return call Case.Law.at(law, arg0Oflaw);
        }
        double Case.f(double x) {
          Case.Law law = new Case.Law(x);
          {
          }
          return call Case.lambda@0((double) 2);
        }
        double Case.Law.at(Case.Law self, double x) {
          return (self.k * x);
        }
        """);
  }

  @Test
  void ownInterfacesMayHaveSeveralParameters() {
    assertBecomes(
        """
        interface Law {
          double at(double x, double[] a, int i);
        }
        static double sum(Law law, double[] a) {
          return law.at(1, a, 0) + law.at(2, a, 1);
        }
        @Differentiable static double f(double[] a, double k) {
          return sum((x, v, i) -> k * x * v[i], a);
        }
        """,
        """
        double Case.f(double[] a, double k) {
          return call Case.sum@Case:257:0(null, a);
        }
        double Case.sum(Case.Law law, double[] a) {
          return (law.at((double) 1, a, 0) + law.at((double) 2, a, 1));
        }
        double Case.lambda@0(double x, double[] v, int i) {
          return ((k * x) * v[i]);
        }
        double Case.sum@Case:257:0(Case.Law law, double[] a) {
          return (call Case.lambda@0((double) 1, a, 0) + call Case.lambda@0((double) 2, a, 1));
        }
        """);
  }

  @Test
  void aLambdaInALambdaSeesBoth() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          java.util.function.DoubleUnaryOperator outer =
              v -> {
                java.util.function.DoubleUnaryOperator inner = w -> w * v * x;
                return inner.applyAsDouble(v + 1);
              };
          return outer.applyAsDouble(3);
        }
        """,
        """
        double Case.lambda@1(double w) {
          return ((w * v) * x);
        }
        double Case.lambda@0(double v) {
          {
            {
            }
            return call Case.lambda@1((v + (double) 1));
          }
        }
        double Case.f(double x) {
          {
          }
          return call Case.lambda@0((double) 3);
        }
        """);
  }

  @Test
  void whatGoesWhereNobodySeesItIsRefused() {
    assertBecomes(
        """
        static java.util.function.DoubleUnaryOperator kept;
        @Differentiable static double f(double x) {
          kept = v -> v * x;
          return x * x;
        }
        """,
        """
        double Case.f(double x) {
          (Case.kept = unsupported<ADJ0502[x] of [x]>);
          return (x * x);
        }
        """);
  }

  @Test
  void anActionThatWritesIsRefused() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          Runnable twice = () -> a[0] *= 2;
          twice.run();
          twice.run();
          return a[0] * x;
        }
        """,
        """
        double Case.f(double[] a, double x) {
          java.lang.Runnable twice = unsupported<ADJ0501[a] of [a] writes [a]>;
          unsupported<ADJ0501[a] of [twice, a] writes [a]>;
          unsupported<ADJ0501[a] of [twice, a] writes [a]>;
          return (a[0] * x);
        }
        """);
  }

  @Test
  void aVariableIsMeantBeforeAClassOfItsName() {
    assertBecomes(
        """
        static class law {
          static double at(double x) {
            return 3 * x;
          }
        }
        record Law(double k) {
          double at(double x) {
            return k * x;
          }
        }
        @Differentiable static double f(double x) {
          Law law = new Law(x);
          java.util.function.DoubleUnaryOperator op = law::at;
          return op.applyAsDouble(2);
        }
        """,
        """
        double Case.lambda@0(double arg0Oflaw) {
          return call Case.Law.at(law, arg0Oflaw);
        }
        double Case.f(double x) {
          Case.Law law = new Case.Law(x);
          {
          }
          return call Case.lambda@0((double) 2);
        }
        double Case.Law.at(Case.Law self, double x) {
          return (self.k * x);
        }
        """);
  }

  @Test
  void aReferenceToAMethodOfAnArgumentIsRefused() {
    assertBecomes(
        """
        record Law(double k) {
          double twice() {
            return 2 * k;
          }
        }
        @Differentiable static double f(double x) {
          java.util.function.ToDoubleFunction<Law> op = Law::twice;
          return op.applyAsDouble(new Law(x));
        }
        """,
        """
        double Case.f(double x) {
          java.util.function.ToDoubleFunction<Case.Law> op = unsupported<ADJ0405[a method \
        reference, Call a static method by its name] of []>;
          return op.applyAsDouble(new Case.Law(x));
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
