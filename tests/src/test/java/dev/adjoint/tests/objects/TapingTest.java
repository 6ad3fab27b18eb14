package dev.adjoint.tests.objects;

import static dev.adjoint.tests.objects.ComparedDerivatives.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.tape.DoubleTape;
import dev.adjoint.tests.objects.ComparedDerivatives.Pair;
import org.junit.jupiter.api.Test;

/** Derivatives through tapes, compared with differences, forward mode and Hvp. */
final class TapingTest {
  @Test
  void whatIsPushedIsPopped() {
    check(
        Taping::balanced,
        (x, y) -> {
          var g = TapingGrad.balancedBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> TapingGrad.balancedJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = TapingGrad.balancedHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void whatIsNeverPoppedCountsForNothing() {
    check(
        Taping::leftOver,
        (x, y) -> {
          var g = TapingGrad.leftOverBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> TapingGrad.leftOverJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = TapingGrad.leftOverHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void pushesAndPopsDependOnTheSize() {
    check(
        Taping::onCondition,
        (x, y) -> {
          var g = TapingGrad.onConditionBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> TapingGrad.onConditionJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = TapingGrad.onConditionHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void integersAndFlagsDecide() {
    check(
        Taping::decisions,
        (x, y) -> {
          var g = TapingGrad.decisionsBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> TapingGrad.decisionsJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = TapingGrad.decisionsHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void helpersPushAndPop() {
    check(
        Taping::handedOver,
        (x, y) -> {
          var g = TapingGrad.handedOverBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> TapingGrad.handedOverJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = TapingGrad.handedOverHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void objectsHaveTapes() {
    check(
        Taping::inFields,
        (x, y) -> {
          var g = TapingGrad.inFieldsBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> TapingGrad.inFieldsJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = TapingGrad.inFieldsHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void iterationsHaveTapesOfTheirOwn() {
    check(
        Taping::anewEachTime,
        (x, y) -> {
          var g = TapingGrad.anewEachTimeBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> TapingGrad.anewEachTimeJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = TapingGrad.anewEachTimeHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void aConditionChoosesATape() {
    check(
        Taping::oneOrOther,
        (x, y) -> {
          var g = TapingGrad.oneOrOtherBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> TapingGrad.oneOrOtherJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = TapingGrad.oneOrOtherHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void aScheduleKeepsStatesOfTapes() {
    check(
        Taping::scheduled,
        (x, y) -> {
          var g = TapingGrad.scheduledBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void aWorkspaceServesSeveralCalls() {
    var workspace = new TapingGrad.ReusedWorkspace();
    check(
        Taping::reused,
        (x, y) -> {
          double value = TapingGrad.reusedValueAndGrad(x, y, workspace);
          assertEquals(Taping.reused(x, y), value);
          return new Pair(workspace.x(), workspace.y());
        });
  }

  @Test
  void floatsAreRounded() {
    var gradients = TapingGrad.singleBackward(2f, 0.5f, 1f);
    // t: 2, 4.5, 20.75, …; the sum is the last t and 0.5 times all but the first
    float t1 = 4.5f;
    float t2 = t1 * t1 + 0.5f;
    float t3 = t2 * t2 + 0.5f;
    assertEquals(t3 + 0.5f * (t2 + t1), Taping.single(2f, 0.5f));
    assertEquals(2 * t2 * 2 * t1 * 4 + 0.5f * (2 * t1 * 4 + 4), gradients.x(), 1e-2);
    float dt2 = 2 * t1 + 1;
    assertEquals(2 * t2 * dt2 + 1 + t2 + t1 + 0.5f * (dt2 + 1), gradients.y(), 1e-2);
  }

  @Test
  void positionsBeyondTheTopHoldZeros() {
    DoubleTape tape = new DoubleTape(1);
    tape.set(100, 2.5);
    tape.add(200, 1.5);
    assertEquals(2.5, tape.get(100));
    assertEquals(1.5, tape.copy().get(200));
    assertEquals(0, tape.get(1000));
    assertThrows(IllegalStateException.class, () -> tape.get(-1));
  }
}
