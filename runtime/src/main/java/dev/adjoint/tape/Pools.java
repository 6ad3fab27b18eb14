package dev.adjoint.tape;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are handed out again from call to call: for each slot in the order in which they
 * were asked for, each once in a call.
 */
abstract class Pools {
  private @Nullable Object[][] pools = new @Nullable Object[8][0];
  private int[] used = new int[8];
  private final IdentityHashMap<Object, Boolean> left = new IdentityHashMap<>();
  private boolean isRunning;

  /** Without any object as yet. */
  Pools() {}

  /** Begins a call: what the one before used may be used again. */
  public void begin() {
    Arrays.fill(used, 0);
    isRunning = true;
  }

  /**
   * Refuses an argument of the next call that the call itself would write into.
   *
   * @param array an argument; {@code null} is none of the buffers
   * @throws IllegalArgumentException if the call before left the array, or a row of it, to its
   *     caller
   */
  public void refuse(@Nullable Object array) {
    if (array != null && left.containsKey(array)) {
      throw new IllegalArgumentException(
          "an argument is an array of the workspace itself, which the call writes into;"
              + " pass a clone() of it");
    }
    if (array instanceof @Nullable Object[] rows && !left.isEmpty()) {
      for (Object row : rows) {
        refuse(row);
      }
    }
  }

  /**
   * Notes an array that the caller can see after the call.
   *
   * @param array a gradient
   */
  public void leave(@Nullable Object array) {
    if (isRunning) {
      left.clear();
      isRunning = false;
    }
    if (array != null) {
      left.put(array, true);
    }
    if (array instanceof @Nullable Object[] rows) {
      for (Object row : rows) {
        leave(row);
      }
    }
  }

  /** The object that is next in a slot; {@code null} if the slot has no more. */
  final @Nullable Object next(int slot) {
    if (slot >= pools.length) {
      int count = Math.max(slot + 1, 2 * pools.length);
      int before = pools.length;
      pools = Arrays.copyOf(pools, count);
      Arrays.fill(pools, before, count, new Object[0]);
      used = Arrays.copyOf(used, count);
    }
    int index = used[slot]++;
    @Nullable Object[] pool = pools[slot];
    return index < pool.length ? pool[index] : null;
  }

  /** Puts an object in the place of the one that {@link #next} gave. */
  final <T> T put(int slot, T object) {
    int index = used[slot] - 1;
    @Nullable Object[] pool = pools[slot];
    if (index >= pool.length) {
      pool = Arrays.copyOf(pool, TapeCapacity.above(index));
    }
    pool[index] = object;
    pools[slot] = pool;
    return object;
  }
}
