package dev.adjoint.autograd;

import dev.adjoint.Schedule;
import java.util.Arrays;
import java.util.Objects;

/**
 * Tells a loop with a {@link Schedule} when to keep its state, and its reverse sweep from which
 * kept state to go on. The states themselves lie on tapes of the loop's, in the order in which they
 * were kept; here are the numbers of the steps that they were kept before.
 *
 * <p>The forward sweep asks {@link #keeps} before each step. The reverse sweep reverses segments of
 * steps, last first: {@link #back} begins one, {@link #restored} says which step the state on top
 * of the tapes belongs to, which is taken off; then the steps up to the segment run again, with
 * {@link #keeps} asked before each of them.
 */
public final class Replay {
  private final Schedule schedule;
  private int[] kept = new int[16];
  private int size;
  private int end;
  private int next;
  private int last;

  /**
   * Begins the forward sweep of a loop.
   *
   * @param steps how often the loop is to run; it may end before
   * @param schedule which states are kept
   */
  public Replay(int steps, Schedule schedule) {
    this.schedule = Objects.requireNonNull(schedule, "schedule");
    this.end = steps;
    this.last = steps - 1;
  }

  /**
   * Whether the state before a step is to be kept now.
   *
   * @param step the step, one after the last one asked for
   * @return whether it goes on the tapes
   */
  public boolean keeps(int step) {
    boolean isKept =
        switch (schedule) {
          case Schedule.StoreAll() -> step == 0;
          case Schedule.Periodic(int distance) -> step % distance == 0;
          case Schedule.Revolve(int snapshots) -> isDue(step, snapshots);
        };
    if (isKept) {
      push(step);
    }
    return isKept;
  }

  // The last step's state is the one that the reverse sweep begins to work on.
  private boolean isDue(int step, int snapshots) {
    if (step != next) {
      return step == last;
    }
    int free = snapshots - size;
    next = free > 1 ? step + Binomial.advance(end - step, free) : Integer.MAX_VALUE;
    return true;
  }

  /**
   * Goes back by one segment, to be reversed next.
   *
   * @param segmentEnd the step after it: at first how many steps were run, then the beginning of
   *     the segment before
   * @return its first step
   */
  public int back(int segmentEnd) {
    int start =
        switch (schedule) {
          case Schedule.StoreAll() -> 0;
          case Schedule.Periodic(int distance) -> (segmentEnd - 1) / distance * distance;
          case Schedule.Revolve _ -> segmentEnd - 1;
        };
    end = segmentEnd;
    last = -1;
    return start;
  }

  /**
   * Takes the state kept last.
   *
   * @return the step that it was kept before
   */
  public int restored() {
    if (size == 0) {
      throw new IllegalStateException("no state is kept that step " + (end - 1) + " follows from");
    }
    size--;
    next = kept[size];
    return next;
  }

  /**
   * How many states are kept now.
   *
   * @return the height of the tapes
   */
  public int size() {
    return size;
  }

  private void push(int step) {
    if (size == kept.length) {
      kept = Arrays.copyOf(kept, 2 * size);
    }
    kept[size++] = step;
  }
}
