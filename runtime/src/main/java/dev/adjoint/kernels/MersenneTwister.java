package dev.adjoint.kernels;

/**
 * The generator MT19937 of Matsumoto and Nishimura (1998): 32 random bits at a time with a period
 * of {@code 2^19937 - 1}.
 */
public final class MersenneTwister {
  /** How many words the state has. */
  public static final int SIZE = 624;

  private static final int SHIFT = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;

  private final int[] state;
  private int next;

  /**
   * A generator.
   *
   * @param seed where it starts
   */
  public MersenneTwister(int seed) {
    state = new int[SIZE];
    next = SIZE;
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /**
   * A generator in the middle of its sequence.
   *
   * @param state {@link #SIZE} words, copied
   * @param next the word to use next, {@link #SIZE} if all are used
   */
  public MersenneTwister(int[] state, int next) {
    if (state.length != SIZE || next < 0 || next > SIZE) {
      throw new IllegalArgumentException("Invalid mt19937 state");
    }
    this.state = state.clone();
    this.next = next;
  }

  /**
   * The words of the state.
   *
   * @return a new array
   */
  public int[] state() {
    return state.clone();
  }

  /**
   * Which word is used next.
   *
   * @return an index, {@link #SIZE} if all are used
   */
  public int position() {
    return next;
  }

  /**
   * The next 32 bits.
   *
   * @return any integer
   */
  public int next() {
    if (next == SIZE) {
      refill();
      next = 0;
    }
    int bits = state[next++];
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return bits ^ (bits >>> 18);
  }

  private void refill() {
    for (int i = 0; i < SIZE - SHIFT; i++) {
      state[i] = twisted(i, i + 1) ^ state[i + SHIFT];
    }
    for (int i = SIZE - SHIFT; i < SIZE - 1; i++) {
      state[i] = twisted(i, i + 1) ^ state[i + SHIFT - SIZE];
    }
    state[SIZE - 1] = twisted(SIZE - 1, 0) ^ state[SHIFT - 1];
  }

  private int twisted(int high, int low) {
    int mixed = (state[high] & UPPER) | (state[low] & LOWER);
    return (mixed >>> 1) ^ (-(mixed & 1) & MATRIX);
  }
}
