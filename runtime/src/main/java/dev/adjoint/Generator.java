package dev.adjoint;

import dev.adjoint.kernels.MersenneTwister;

/**
 * A source of random numbers. The same seed gives the same numbers as PyTorch's CPU generator: the
 * uniform ones to the last bit, the normal ones up to the rounding of logarithm and sine.
 */
public final class Generator {
  private static final long DEFAULT_SEED = 67280421310721L;
  private static final int NORMAL_BLOCK = 16;
  private static final Generator DEFAULT = new Generator(DEFAULT_SEED);

  private MersenneTwister engine;
  private long seed;
  private boolean hasSpareNormal;
  private double spareNormal;

  /**
   * A generator.
   *
   * @param seed any number
   */
  public Generator(long seed) {
    this.seed = seed;
    this.engine = new MersenneTwister((int) seed);
  }

  /**
   * The generator of factories that are given none; shared by all threads.
   *
   * @return the default generator
   */
  public static Generator ofDefault() {
    return DEFAULT;
  }

  /**
   * Starts again from a seed.
   *
   * @param newSeed any number
   * @return this generator
   */
  public synchronized Generator manualSeed(long newSeed) {
    seed = newSeed;
    engine = new MersenneTwister((int) newSeed);
    hasSpareNormal = false;
    return this;
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
   * Fills an array with uniform numbers in [0, 1).
   *
   * @param array a {@code float[]} or a {@code double[]}
   * @throws IllegalArgumentException for arrays of other types
   */
  public synchronized void fillUniform(Object array) {
    switch (array) {
      case float[] floats -> {
        for (int i = 0; i < floats.length; i++) {
          floats[i] = uniformFloat();
        }
      }
      case double[] doubles -> {
        for (int i = 0; i < doubles.length; i++) {
          doubles[i] = uniformDouble();
        }
      }
      default -> throw notFloating(array);
    }
  }

  /**
   * Fills an array with numbers of the standard normal distribution.
   *
   * @param array a {@code float[]} or a {@code double[]}
   * @throws IllegalArgumentException for arrays of other types
   */
  public synchronized void fillNormal(Object array) {
    switch (array) {
      case float[] floats -> fillNormal(floats);
      case double[] doubles -> fillNormal(doubles);
      default -> throw notFloating(array);
    }
  }

  private static IllegalArgumentException notFloating(Object array) {
    return new IllegalArgumentException(
        "random numbers of this distribution need a float32 or float64 tensor, not "
            + array.getClass().getSimpleName());
  }

  private void fillNormal(float[] out) {
    if (out.length < NORMAL_BLOCK) {
      for (int i = 0; i < out.length; i++) {
        out[i] = (float) normal();
      }
      return;
    }
    fillUniform(out);
    for (int from = 0; from + NORMAL_BLOCK <= out.length; from += NORMAL_BLOCK) {
      normalBlock(out, from);
    }
    if (out.length % NORMAL_BLOCK != 0) {
      int from = out.length - NORMAL_BLOCK;
      for (int i = from; i < out.length; i++) {
        out[i] = uniformFloat();
      }
      normalBlock(out, from);
    }
  }

  private void fillNormal(double[] out) {
    if (out.length < NORMAL_BLOCK) {
      for (int i = 0; i < out.length; i++) {
        out[i] = normal();
      }
      return;
    }
    fillUniform(out);
    for (int from = 0; from + NORMAL_BLOCK <= out.length; from += NORMAL_BLOCK) {
      normalBlock(out, from);
    }
    if (out.length % NORMAL_BLOCK != 0) {
      int from = out.length - NORMAL_BLOCK;
      for (int i = from; i < out.length; i++) {
        out[i] = uniformDouble();
      }
      normalBlock(out, from);
    }
  }

  /** The Box-Muller transform of eight pairs. */
  private static void normalBlock(float[] out, int from) {
    for (int i = from; i < from + NORMAL_BLOCK / 2; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - out[i]));
      double angle = 2 * Math.PI * out[i + NORMAL_BLOCK / 2];
      out[i] = (float) (radius * Math.cos(angle));
      out[i + NORMAL_BLOCK / 2] = (float) (radius * Math.sin(angle));
    }
  }

  private static void normalBlock(double[] out, int from) {
    for (int i = from; i < from + NORMAL_BLOCK / 2; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - out[i]));
      double angle = 2 * Math.PI * out[i + NORMAL_BLOCK / 2];
      out[i] = radius * Math.cos(angle);
      out[i + NORMAL_BLOCK / 2] = radius * Math.sin(angle);
    }
  }

  private double normal() {
    if (hasSpareNormal) {
      hasSpareNormal = false;
      return spareNormal;
    }
    double angle = 2 * Math.PI * uniformDouble();
    double radius = Math.sqrt(-2 * Math.log1p(-uniformDouble()));
    spareNormal = radius * Math.sin(angle);
    hasSpareNormal = true;
    return radius * Math.cos(angle);
  }

  private float uniformFloat() {
    return (engine.next() & 0xffffff) * 0x1p-24f;
  }

  private double uniformDouble() {
    long high = engine.next() & 0xffffffffL;
    long low = engine.next() & 0xffffffffL;
    return ((high << 32 | low) & 0x1fffffffffffffL) * 0x1p-53;
  }
}
