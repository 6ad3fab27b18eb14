package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Functions known where they are called: the calls become calls of methods, or of the lambda's own
 * body.
 */
class KnownFunctionsTest {
  @Test
  void aLambdaOfALocalIsCalledAsAMethod() {
    assertBecomes(
        """
        @Differentiable static double f(double x, double k) {
          java.util.function.DoubleUnaryOperator square = v -> v * v * k;
          return square.applyAsDouble(x) + square.applyAsDouble(2);
        }
        """,
        """
        double Case.lambda@0(double v) {
          return ((v * v) * k);
        }
        double Case.f(double x, double k) {
          {
          }
          return (call Case.lambda@0(x) + call Case.lambda@0((double) 2));
        }
        """);
  }

  @Test
  void aMethodThatTakesAFunctionIsBoundForIt() {
    assertBecomes(
        """
        static double twice(java.util.function.DoubleUnaryOperator op, double x) {
          return op.applyAsDouble(op.applyAsDouble(x));
        }
        static double cube(double v) {
          return v * v * v;
        }
        @Differentiable static double f(double x) {
          return twice(Case::cube, x) + twice(v -> v + x, 1);
        }
        """,
        """
        double Case.f(double x) {
          return (call Case.twice@Case:278:0(null, x) + call Case.twice@Case:301:0(null, \
        (double) 1));
        }
        double Case.twice(java.util.function.DoubleUnaryOperator op, double x) {
          return op.applyAsDouble(op.applyAsDouble(x));
        }
        double Case.twice@Case:278:0(java.util.function.DoubleUnaryOperator op, double x) {
          return call Case.cube(call Case.cube(x));
        }
        double Case.lambda@0(double v) {
          return (v + x);
        }
        double Case.twice@Case:301:0(java.util.function.DoubleUnaryOperator op, double x) {
          return call Case.lambda@0(call Case.lambda@0(x));
        }
        double Case.cube(double v) {
          return ((v * v) * v);
        }
        """);
  }

  @Test
  void aChoiceBetweenFunctionsIsRefused() {
    assertBecomes(
        """
        @Differentiable static double f(double x, boolean up) {
          java.util.function.DoubleUnaryOperator op = up ? v -> v + 1 : v -> v * x;
          return op.applyAsDouble(x);
        }
        """,
        """
        double Case.f(double x, boolean up) {
          java.util.function.DoubleUnaryOperator op = unsupported<ADJ0405[a choice between \
        functions, Call both, and choose between their results] of [up, x]>;
          return op.applyAsDouble(x);
        }
        """);
  }

  @Test
  void aConstantHoldsAFunction() {
    assertBecomes(
        """
        interface Law {
          double at(double x);
        }
        static final Law LINEAR = x -> 3 * x;
        @Differentiable static double f(double x) {
          return LINEAR.at(x);
        }
        """,
        """
        double Case.lambda@0(double x) {
          return ((double) 3 * x);
        }
        double Case.f(double x) {
          return call Case.lambda@0(x);
        }
        """);
  }

  @Test
  void composedFunctionsAreCalledInTurn() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          java.util.function.DoubleUnaryOperator sine = Math::sin;
          return sine.andThen(v -> v * v).applyAsDouble(x);
        }
        """,
        """
        double Case.lambda@0(double v) {
          return (v * v);
        }
        double Case.f(double x) {
          {
          }
          return call Case.lambda@0(java.lang.Math.sin(x));
        }
        """);
  }

  @Test
  void whatALambdaReadsIsHandedOver() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          double scale = x * x;
          int at = 1;
          java.util.function.IntToDoubleFunction element = i -> scale * a[i + at];
          return element.applyAsDouble(0);
        }
        """,
        """
        double Case.lambda@0(int i) {
          return (scale * a[(i + at)]);
        }
        double Case.f(double[] a, double x) {
          double scale = (x * x);
          int at = 1;
          {
          }
          return call Case.lambda@0(0);
        }
        """);
  }

  @Test
  void aMethodReturnsAFunction() {
    assertBecomes(
        """
        static java.util.function.DoubleUnaryOperator law() {
          return v -> v * v;
        }
        @Differentiable static double f(double x) {
          return law().applyAsDouble(x);
        }
        """,
        """
        double Case.lambda@0(double v) {
          return (v * v);
        }
        double Case.f(double x) {
          return call Case.lambda@0(x);
        }
        """);
  }

  @Test
  void whatMayHoldAnotherFunctionStaysAMemberCall() {
    assertBecomes(
        """
        static java.util.function.DoubleUnaryOperator changing = v -> v;
        @Differentiable static double f(double x) {
          return changing.applyAsDouble(x);
        }
        """,
        """
        double Case.f(double x) {
          return Case.changing.applyAsDouble(x);
        }
        """);
  }

  @Test
  void aParameterOfUnknownOriginStaysAMemberCall() {
    assertBecomes(
        """
        @Differentiable(wrt = "x")
        static double f(double x, java.util.function.DoubleUnaryOperator op) {
          return x * op.applyAsDouble(2);
        }
        """,
        """
        double Case.f(double x, java.util.function.DoubleUnaryOperator op) {
          return (x * op.applyAsDouble((double) 2));
        }
        """);
  }

  @Test
  void aSwitchWithStatementsIsAFunctionInThePlaceOfItsValue() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          return x * switch (n) {
            case 0 -> {
              x += 1;
              yield x;
            }
            default -> 2;
          };
        }
        """,
        """
        double Case.lambda@0() {
          double chosen;
          switch: switch (n) {
            case 0:
              {
                (x += (double) 1);
                (chosen = x);
                break switch;
              }
            case default:
              (chosen = (double) 2);
              break switch;
          }
          return chosen;
        }
        double Case.f(double x, int n) {
          return (x * call Case.lambda@0());
        }
        """);
  }

  @Test
  void chainsAreCalledInTheirOrder() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          java.util.function.DoubleUnaryOperator sine = Math::sin;
          return sine.andThen(v -> v * v).andThen(Math::exp).compose(v -> v + 1).applyAsDouble(x);
        }
        """,
        """
        double Case.lambda@0(double v) {
          return (v + (double) 1);
        }
        double Case.lambda@1(double v) {
          return (v * v);
        }
        double Case.f(double x) {
          {
          }
          return java.lang.Math.exp(call Case.lambda@1(java.lang.Math.sin(call Case.lambda@0(x))));
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
