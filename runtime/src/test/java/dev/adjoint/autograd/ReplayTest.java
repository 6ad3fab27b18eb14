package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Schedule;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final int MOST_STEPS = 60;
  private static final int MOST_SNAPSHOTS = 9;

  /** Runs a loop and its reverse as generated code does; the state is the number of the step. */
  private static final class Loop {
    private final Replay replay;
    private final Deque<Integer> tape = new ArrayDeque<>();
    private int again;
    private int most;
    private int longest;

    Loop(int steps, int run, Schedule schedule) {
      replay = new Replay(steps, schedule);
      for (int step = 0; step < run; step++) {
        keep(step);
      }
      int state;
      for (int end = run; end > 0; ) {
        int start = replay.back(end);
        state = tape.pop();
        assertEquals(state, replay.restored());
        assertTrue(state <= start, () -> "restored behind " + start);
        for (int step = state; step < start; step++) {
          keep(step);
          again++;
        }
        longest = Math.max(longest, end - start);
        end = start;
      }
      assertEquals(0, tape.size());
      assertEquals(0, replay.size());
    }

    private void keep(int step) {
      if (replay.keeps(step)) {
        tape.push(step);
        most = Math.max(most, tape.size());
      }
    }
  }

  private static Loop run(int steps, Schedule schedule) {
    return new Loop(steps, steps, schedule);
  }

  /** The fewest steps run forward before the last one: what dynamic programming finds. */
  private static long[][] fewest() {
    long[][] fewest = new long[MOST_STEPS + 1][MOST_SNAPSHOTS + 1];
    for (int n = 2; n <= MOST_STEPS; n++) {
      fewest[n][1] = (long) n * (n - 1) / 2;
      for (int s = 2; s <= MOST_SNAPSHOTS; s++) {
        fewest[n][s] = Long.MAX_VALUE;
        for (int m = 1; m < n; m++) {
          fewest[n][s] = Math.min(fewest[n][s], m + fewest[n - m][s - 1] + fewest[m][s]);
        }
      }
    }
    return fewest;
  }

  /** Griewank and Walther's formula for the same. */
  private static long bound(int n, int s) {
    int r = Binomial.repetitions(n, s);
    return r == 0 ? 0 : (long) r * n - Binomial.reversible(s + 1, r - 1);
  }

  @Test
  void theBinomialBoundIsWhatDynamicProgrammingFinds() {
    long[][] fewest = fewest();
    for (int n = 1; n <= MOST_STEPS; n++) {
      for (int s = 1; s <= MOST_SNAPSHOTS; s++) {
        assertEquals(fewest[n][s], bound(n, s), "steps " + n + ", snapshots " + s);
      }
    }
  }

  @Test
  void revolveRunsAsFewStepsAgainAsTheBinomialBoundAllows() {
    for (int n = 1; n <= MOST_STEPS; n++) {
      for (int s = 1; s <= MOST_SNAPSHOTS; s++) {
        long again = run(n, Schedule.revolve(s)).again;
        assertEquals(bound(n, s) - (n - 1), again, "steps " + n + ", snapshots " + s);
      }
    }
    assertEquals(bound(10_000, 20) - 9_999, run(10_000, Schedule.revolve(20)).again);
  }

  @Test
  void revolveKeepsNoMoreStatesThanAllowedBesideTheOneWorkedOn() {
    for (int n = 1; n <= MOST_STEPS; n++) {
      for (int s = 1; s <= MOST_SNAPSHOTS; s++) {
        assertTrue(run(n, Schedule.revolve(s)).most <= s + 1, n + " steps");
      }
    }
  }

  @Test
  void revolveReversesOneStepAtATime() {
    assertEquals(1, run(50, Schedule.revolve(4)).longest);
  }

  @Test
  void enoughSnapshotsLeaveNothingToRunAgain() {
    assertEquals(0, run(12, Schedule.revolve(12)).again);
  }

  @Test
  void periodicKeepsEverySoManySteps() {
    Loop loop = run(23, Schedule.periodic(5));
    assertEquals(5, loop.most);
    assertEquals(5, loop.longest);
    assertEquals(0, loop.again);
  }

  @Test
  void storeAllIsOneSegment() {
    Loop loop = run(23, Schedule.storeAll());
    assertEquals(1, loop.most);
    assertEquals(23, loop.longest);
  }

  @Test
  void aLoopMayEndBeforeItsSteps() {
    for (int run = 0; run <= 40; run++) {
      assertTrue(new Loop(40, run, Schedule.revolve(3)).most <= 4, "ended after " + run);
      assertEquals(0, new Loop(40, run, Schedule.periodic(7)).again);
    }
  }

  @Test
  void aLoopWithoutStepsKeepsNothing() {
    assertEquals(0, run(0, Schedule.revolve(3)).most);
    assertEquals(0, run(-4, Schedule.revolve(3)).most);
  }

  @Test
  void whatIsNotPositiveIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Schedule.revolve(0));
    assertThrows(IllegalArgumentException.class, () -> Schedule.periodic(-1));
  }

  @Test
  void manyStepsWithManyStatesDoNotOverflow() {
    assertEquals(1, Binomial.repetitions(1000, 100_000));
    assertEquals(Integer.MAX_VALUE, Binomial.reversible(1000, 1000));
    assertTrue(Binomial.advance(Integer.MAX_VALUE, 30) > 0);
  }
}
