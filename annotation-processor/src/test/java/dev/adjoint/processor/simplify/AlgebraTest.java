package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrText;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import org.junit.jupiter.api.Test;

class AlgebraTest {
  @Test
  void thePrimalKeepsSignedZeros() {
    String function =
        """
        func Case.f(%x: f64) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = add %x, %0
          %2: f64 = mul %1, %0
          %3: f64 = sub %0, %2
          return %3
        }
        """;
    Passes.assertBecomes(AlgebraTest::simplify, function, function);
  }

  @Test
  void thePrimalDropsWhatIsExact() {
    Passes.assertBecomes(
        AlgebraTest::simplify,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = const 1.0
          %2: f64 = mul %1, %x
          %3: f64 = div %2, %1
          %4: f64 = sub %3, %0
          %5: f64 = neg %y
          %6: f64 = add %4, %5
          %7: f64 = neg %5
          %8: f64 = add %5, %7
          %9: f64 = mul %6, %8
          return %9
        }
        """,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = const 1.0
          %2: f64 = neg %y
          %3: f64 = sub %x, %y
          %4: f64 = sub %y, %y
          %5: f64 = mul %3, %4
          return %5
        }
        """);
  }

  @Test
  void theReverseSweepDropsZeros() {
    Passes.assertBecomes(
        AlgebraTest::simplify,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: f64 = const 0.0
          turn
          %1: f64 = add %0, %x
          %2: f64 = mul %0, %y
          %3: f64 = add %1, %2
          %4: f64 = neg %y
          %5: f64 = mul %3, %4
          %6: f64 = add %3, %5
          return %6
        }
        """,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: f64 = const 0.0
          turn
          %1: f64 = neg %y
          %2: f64 = mul %x, %y
          %3: f64 = neg %2
          %4: f64 = sub %x, %2
          return %4
        }
        """);
  }

  @Test
  void conversionsThereAndBackDisappear() {
    Passes.assertBecomes(
        AlgebraTest::simplify,
        """
        func Case.f(%x: f32) -> f32 {
          %0: f64 = convert %x
          %1: f32 = convert %0
          return %1
        }
        """,
        """
        func Case.f(%x: f32) -> f32 {
          %0: f64 = convert %x
          return %x
        }
        """);
  }

  @Test
  void negatedComparisonsOfNumbersStay() {
    Passes.assertBecomes(
        AlgebraTest::simplify,
        """
        func Case.f(%x: f64, %y: f64) -> bool {
          %0: bool = lt %x, %y
          %1: bool = not %0
          %2: bool = not %1
          %3: bool = eq %x, %y
          %4: bool = not %3
          %5: bool = and %1, %4
          %6: bool = or %5, %2
          return %6
        }
        """,
        """
        func Case.f(%x: f64, %y: f64) -> bool {
          %0: bool = lt %x, %y
          %1: bool = not %0
          %2: bool = eq %x, %y
          %3: bool = ne %x, %y
          %4: bool = and %1, %3
          %5: bool = or %4, %0
          return %5
        }
        """);
  }

  @Test
  void literalTermsOfIntegersAreCollected() {
    Passes.assertBecomes(
        function -> DeadCode.eliminate(simplify(function)),
        """
        func Case.f(%n: i32) -> i32 {
          %0: i32 = const 1
          %1: i32 = sub %n, %0
          %2: i32 = sub %1, %0
          %3: i32 = add %1, %0
          %4: i32 = mul %2, %3
          return %4
        }
        """,
        """
        func Case.f(%n: i32) -> i32 {
          %0: i32 = const 2
          %2: i32 = sub %n, %0
          %4: i32 = mul %2, %n
          return %4
        }
        """);
  }

  @Test
  void literalFactorsAreCollectedInTheReverseSweepOnly() {
    Passes.assertBecomes(
        Simplifier::simplify,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: f64 = const 3.0
          %1: f64 = mul %0, %x
          %2: f64 = mul %1, %0
          turn
          %3: f64 = mul %y, %2
          %4: f64 = add %3, %3
          return %2, %4
        }
        """,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: f64 = const 3.0
          %5: f64 = const 18.0
          %1: f64 = mul %0, %x
          %2: f64 = mul %1, %0
          turn
          %3: f64 = mul %y, %x
          %4: f64 = mul %3, %5
          return %2, %4
        }
        """);
  }

  @Test
  void aNegatedZeroIsZeroInTheReverseSweep() {
    Passes.assertBecomes(
        AlgebraTest::simplify,
        """
        func Case.f(%x: f64) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = neg %0
          turn
          %2: f64 = neg %0
          return %1, %2
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = neg %0
          turn
          return %1, %0
        }
        """);
  }

  @Test
  void gradientsOfTensorsAreStoppedAtRunTimeThoseOfNumbersOnceDifferentiated() {
    String before =
        """
        func Case.f(%x: f64, %t: tensor) -> f64 {
          %0: f64 = stop_gradient %x
          %1: tensor = stop_gradient %t
          return %0, %1
        }
        """;
    Passes.assertStays(AlgebraTest::simplify, before);
    Passes.assertBecomes(
        function -> RewriteWalk.apply(function, Algebra::rewriteJoint),
        before,
        """
        func Case.f(%x: f64, %t: tensor) -> f64 {
          %1: tensor = stop_gradient %t
          return %x, %1
        }
        """);
  }

  /** A segment that runs again has to compute what the forward sweep did, to the last bit. */
  @Test
  void whatRunsAgainInTheReverseSweepIsSimplifiedAsThePrimal() {
    String text =
        """
        func Case.f(%%x: f64, %%p: bool) -> f64 {
          %%0: f64 = const 0.0
          turn
          %%s: f64 = loop @loop (%%s1: f64 = %%x) while {
            yield %%p
          } do {
            %%s2: f64 = add %%s1, %%0
            yield %%s2
          }
          %s
          return %s
        }
        """;
    IrFunction function = IrText.parse(text.formatted("%1: f64 = add %s, %0", "%1"));
    IrFunction again =
        function.withBody(
            function
                .body()
                .withOps(function.body().ops().stream().map(AlgebraTest::again).toList()));
    assertEquals(
        IrPrinter.print(IrText.parse(text.formatted("", "%s"))).replace("@loop", "@loop again"),
        IrPrinter.print(simplify(again)));
  }

  private static Op again(Op op) {
    return op instanceof FlowOp.Loop loop
        ? new FlowOp.Loop(
            loop.results(),
            loop.inits(),
            loop.arguments(),
            loop.test(),
            loop.body(),
            Label.replay(loop.label()),
            loop.source())
        : op;
  }

  private static IrFunction simplify(IrFunction function) {
    return RewriteWalk.apply(function, Algebra::rewrite);
  }
}
