package dev.adjoint.kernels;

/**
 * The generator MT19937 of Matsumoto and Nishimura (1998): 32 random bits at a time with a period
 * of {@code 2^19937 - 1}.
 */
public final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  /**
   * A generator.
   *
   * @param seed where it starts
   */
  public MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
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
    for (int i = 0; i < SIZE; i++) {
      int mixed = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
      int twisted = (mixed >>> 1) ^ ((mixed & 1) == 0 ? 0 : MATRIX);
      state[i] = state[(i + SHIFT) % SIZE] ^ twisted;
    }
  }
}
