package dev.adjoint;

/**
 * Which states of a loop are kept for its reverse sweep, and which are computed again; see {@link
 * Autograd#checkpoint(int, Schedule)}. A state is what one iteration hands to the next: the values
 * that it assigns, and the arrays that it writes into, as copies.
 *
 * <p>For a loop of {@code n} steps, with memory in states and in steps of intermediate values:
 *
 * <ul>
 *   <li>{@link #storeAll()} keeps the intermediate values of all steps and computes none again;
 *   <li>{@link #periodic periodic(k)} keeps {@code n / k} states and, one at a time, the
 *       intermediate values of {@code k} steps; every step runs once more;
 *   <li>{@link #revolve revolve(s)} keeps {@code s} states and the intermediate values of one step;
 *       no schedule with as many states computes fewer steps again.
 * </ul>
 */
public sealed interface Schedule {

  /**
   * Keeps everything, as a loop without a schedule does.
   *
   * @return the schedule
   */
  static Schedule storeAll() {
    return new StoreAll();
  }

  /**
   * Keeps the state before every {@code steps}-th step. The reverse sweep takes these in turn, last
   * first, and runs the steps that follow again, keeping their intermediate values.
   *
   * @param steps how many steps lie between two states that are kept; about the square root of
   *     their number takes the least memory where a state is as large as what a step keeps
   * @return the schedule
   * @throws IllegalArgumentException if {@code steps} is not positive
   */
  static Schedule periodic(int steps) {
    return new Periodic(steps);
  }

  /**
   * Keeps a fixed number of states, at the places where they save the most: binomial checkpointing,
   * by Griewank and Walther, Algorithm 799: revolve (ACM Transactions on Mathematical Software 26,
   * 2000). With {@code s} states and {@code r} repetitions of each step at most, {@code (s + r)! /
   * (s! r!)} steps can be reversed, and {@code r n - (s + r)! / ((s + 1)! (r - 1)!)} is the number
   * of steps that are run forward for {@code n} of them, with the smallest such {@code r}, before
   * the last one; {@code n - 1} of these are the primal's own.
   *
   * @param snapshots how many states are kept at most, beside the one that the steps work on
   * @return the schedule
   * @throws IllegalArgumentException if {@code snapshots} is not positive
   */
  static Schedule revolve(int snapshots) {
    return new Revolve(snapshots);
  }

  /** Nothing is computed again. */
  record StoreAll() implements Schedule {}

  /**
   * The state is kept at even distances.
   *
   * @param steps the distance
   */
  record Periodic(int steps) implements Schedule {
    /** Checks the distance. */
    public Periodic {
      if (steps < 1) {
        throw new IllegalArgumentException(
            "periodic(" + steps + "): the distance has to be at least 1");
      }
    }
  }

  /**
   * The state is kept where that saves the most.
   *
   * @param snapshots how many states are kept
   */
  record Revolve(int snapshots) implements Schedule {
    /** Checks the number of snapshots. */
    public Revolve {
      if (snapshots < 1) {
        throw new IllegalArgumentException(
            "revolve(" + snapshots + "): at least 1 snapshot is needed");
      }
    }
  }
}
