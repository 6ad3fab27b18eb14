package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Arrays of random numbers, drawn in the order in which PyTorch's CPU kernels draw them. */
final class Draws {
  private static final int BLOCK = 16;

  /** From this many values on, 64 random bits are reduced to one of them, else 32. */
  private static final long WIDE = 1L << 28;

  private Draws() {}

  /** Uniform numbers in [from, to); rounded once, as PyTorch does where the processor can. */
  static Object uniform(Generator generator, DType dtype, int count, double from, double to) {
    synchronized (generator) {
      if (dtype == DType.FLOAT64) {
        return doubles(count, generator, source -> Math.fma(source.nextDouble(), to - from, from));
      }
      float[] out = new float[count];
      float low = (float) from;
      float width = (float) to - low;
      for (int i = 0; i < count; i++) {
        out[i] = Math.fma(generator.nextFloat(), width, low);
      }
      return out;
    }
  }

  /** Numbers of a distribution, each computed from draws of its own. */
  static double[] doubles(int count, Generator generator, ToDoubleFunction<Generator> draw) {
    double[] out = new double[count];
    synchronized (generator) {
      for (int i = 0; i < count; i++) {
        out[i] = draw.applyAsDouble(generator);
      }
    }
    return out;
  }

  /** Integers, each computed from draws of its own. */
  static long[] longs(int count, Generator generator, ToLongFunction<Generator> draw) {
    long[] out = new long[count];
    synchronized (generator) {
      for (int i = 0; i < count; i++) {
        out[i] = draw.applyAsLong(generator);
      }
    }
    return out;
  }

  /**
   * A uniform integer.
   *
   * @param from the least
   * @param range how many there are, unsigned; 0 for all of 64 bits
   */
  static long integer(Generator generator, long from, long range) {
    if (range == 0) {
      return generator.nextLong();
    }
    boolean isWide = Long.compareUnsigned(range, WIDE) >= 0;
    long bits = isWide ? generator.nextLong() : generator.nextInt() & 0xffffffffL;
    return Long.remainderUnsigned(bits, range) + from;
  }

  /** The numbers 0 to count - 1 in random order (Fisher and Yates). */
  static long[] permutation(Generator generator, int count) {
    long[] out = new long[count];
    for (int i = 0; i < count; i++) {
      out[i] = i;
    }
    boolean isWide = count >= 0xffffffffL / 20;
    synchronized (generator) {
      for (int i = 0; i < count - 1; i++) {
        long bits = isWide ? generator.nextLong() : generator.nextInt() & 0xffffffffL;
        int other = i + (int) Long.remainderUnsigned(bits, count - i);
        long kept = out[i];
        out[i] = out[other];
        out[other] = kept;
      }
    }
    return out;
  }

  /** Normal numbers in blocks of 16, drawn together: for dense tensors of at least one block. */
  static double[] normalBlocks(Generator generator, DType dtype, int count, Normal normal) {
    double[] out = new double[count];
    ToDoubleFunction<Generator> uniform =
        dtype == DType.FLOAT32 ? Generator::nextFloat : Generator::nextDouble;
    synchronized (generator) {
      for (int i = 0; i < count; i++) {
        out[i] = uniform.applyAsDouble(generator);
      }
      int rest = count % BLOCK;
      for (int from = 0; from < count - rest; from += BLOCK) {
        normal.transform(out, from, dtype);
      }
      if (rest != 0) {
        for (int i = count - BLOCK; i < count; i++) {
          out[i] = uniform.applyAsDouble(generator);
        }
        normal.transform(out, count - BLOCK, dtype);
      }
    }
    return out;
  }

  /** Whether so many normal numbers of a dense tensor are drawn in blocks. */
  static boolean inBlocks(int count) {
    return count >= BLOCK;
  }

  /** A normal distribution. */
  record Normal(double mean, double deviation) {

    /** The next number. */
    double next(Generator generator) {
      return generator.nextNormal() * deviation + mean;
    }

    /** The Box-Muller transform of eight pairs, rounded at each step as the type asks. */
    private void transform(double[] out, int from, DType dtype) {
      for (int i = from; i < from + BLOCK / 2; i++) {
        if (dtype == DType.FLOAT32) {
          transformSingle(out, i);
        } else {
          double radius = Math.sqrt(-2 * Math.log(1 - out[i]));
          double angle = 2 * Math.PI * out[i + BLOCK / 2];
          out[i] = radius * Math.cos(angle) * deviation + mean;
          out[i + BLOCK / 2] = radius * Math.sin(angle) * deviation + mean;
        }
      }
    }

    private void transformSingle(double[] out, int i) {
      float radius = (float) Math.sqrt(-2 * (float) Math.log(1 - out[i]));
      float angle = (float) (2 * Math.PI) * (float) out[i + BLOCK / 2];
      float across = radius * (float) Math.cos(angle);
      float along = radius * (float) Math.sin(angle);
      out[i] = Math.fma(across, (float) deviation, (float) mean);
      out[i + BLOCK / 2] = Math.fma(along, (float) deviation, (float) mean);
    }
  }
}
