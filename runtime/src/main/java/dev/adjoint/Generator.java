package dev.adjoint;

import dev.adjoint.kernels.MersenneTwister;
import java.security.SecureRandom;

/**
 * A source of random numbers. The same seed gives the same numbers as PyTorch's CPU generator, one
 * by one and in every tensor filled from it: uniform numbers, integers and permutations to the last
 * bit, other distributions up to the rounding of logarithm and sine.
 *
 * <p>Any thread may use a generator. Which of them gets which numbers is then a matter of chance.
 */
public final class Generator {
  private static final long DEFAULT_SEED = 67280421310721L;
  private static final Generator DEFAULT = new Generator(DEFAULT_SEED);

  private MersenneTwister engine;
  private long seed;
  private boolean hasSpareNormal;
  private double spareNormal;

  /**
   * A generator.
   *
   * @param seed any number; the lower 32 bits count
   */
  public Generator(long seed) {
    this.seed = seed;
    this.engine = new MersenneTwister((int) seed);
  }

  /**
   * The generator of factories and samplers that are given none; shared by all threads.
   *
   * @return the default generator
   */
  public static Generator ofDefault() {
    return DEFAULT;
  }

  /**
   * Starts again from a seed.
   *
   * @param newSeed any number; the lower 32 bits count
   * @return this generator
   */
  public synchronized Generator manualSeed(long newSeed) {
    seed = newSeed;
    engine = new MersenneTwister((int) newSeed);
    hasSpareNormal = false;
    return this;
  }

  /**
   * Starts again from a seed that nobody can foresee.
   *
   * @return the seed, to start from once more
   */
  public long seed() {
    long chosen = new SecureRandom().nextInt() & 0xffffffffL;
    manualSeed(chosen);
    return chosen;
  }

  /**
   * The seed the generator started from.
   *
   * @return the number given last
   */
  public synchronized long initialSeed() {
    return seed;
  }

  /**
   * All that decides about the numbers to come, in the form in which PyTorch's CPU generator gives
   * its state: either can go on where the other was.
   *
   * @return 5056 bytes of type {@code uint8}
   */
  public synchronized Tensor state() {
    return new GeneratorState(seed, engine, hasSpareNormal, spareNormal).toTensor();
  }

  /**
   * Goes on from where a generator was.
   *
   * @param state what {@link #state()} returned there
   * @return this generator
   * @throws IllegalArgumentException if it is no such state
   */
  public synchronized Generator setState(Tensor state) {
    GeneratorState from = GeneratorState.of(state);
    seed = from.seed();
    engine = from.engine();
    hasSpareNormal = from.hasSpareNormal();
    spareNormal = from.spareNormal();
    return this;
  }

  /**
   * A generator that gives the same numbers from here on, independently of this one.
   *
   * @return a new generator
   */
  public Generator fork() {
    return new Generator(0).setState(state());
  }

  /**
   * 32 random bits.
   *
   * @return any integer
   */
  public synchronized int nextInt() {
    return engine.next();
  }

  /**
   * 64 random bits.
   *
   * @return any integer
   */
  public synchronized long nextLong() {
    long high = engine.next() & 0xffffffffL;
    long low = engine.next() & 0xffffffffL;
    return high << 32 | low;
  }

  /**
   * A uniform number in [0, 1).
   *
   * @return a multiple of {@code 2^-24}
   */
  public float nextFloat() {
    return (nextInt() & 0xffffff) * 0x1p-24f;
  }

  /**
   * A uniform number in [0, 1).
   *
   * @return a multiple of {@code 2^-53}
   */
  public double nextDouble() {
    return (nextLong() & 0x1fffffffffffffL) * 0x1p-53;
  }

  /**
   * A number of the standard normal distribution, by the Box-Muller transform: every other call
   * returns the second number of a pair.
   *
   * @return any number
   */
  public synchronized double nextNormal() {
    if (hasSpareNormal) {
      hasSpareNormal = false;
      return spareNormal;
    }
    double angle = 2 * Math.PI * nextDouble();
    double radius = Math.sqrt(-2 * Math.log1p(-nextDouble()));
    spareNormal = radius * Math.sin(angle);
    hasSpareNormal = true;
    return radius * Math.cos(angle);
  }
}
