package dev.adjoint.tape;

import java.util.Arrays;

/** Arrays of zeros that are handed out again. */
abstract class ArrayPools extends Pools {
  /** Without any array as yet. */
  ArrayPools() {}

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public double[] doubles(int slot, int length) {
    if (next(slot) instanceof double[] used && used.length == length) {
      Arrays.fill(used, 0);
      return used;
    }
    return put(slot, new double[length]);
  }

  /**
   * A new or used array of rows of zeros.
   *
   * @param slot the place in the code that asks; the one after it is that of the rows
   * @param count the number of rows
   * @param length their length
   * @return an array of exactly these lengths
   */
  public double[][] doubles(int slot, int count, int length) {
    double[][] rows = doubleRows(slot, count);
    for (int i = 0; i < count; i++) {
      rows[i] = doubles(slot + 1, length);
    }
    return rows;
  }

  /**
   * A new or used array of rows, which are missing.
   *
   * @param slot the place in the code that asks
   * @param count the number of rows
   * @return an array of exactly this length
   */
  @SuppressWarnings("NullAway") // rows come later
  public double[][] doubleRows(int slot, int count) {
    if (next(slot) instanceof double[][] used && used.length == count) {
      Arrays.fill(used, null);
      return used;
    }
    return put(slot, new double[count][]);
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public float[] floats(int slot, int length) {
    if (next(slot) instanceof float[] used && used.length == length) {
      Arrays.fill(used, 0);
      return used;
    }
    return put(slot, new float[length]);
  }

  /**
   * A new or used array of rows of zeros.
   *
   * @param slot the place in the code that asks; the one after it is that of the rows
   * @param count the number of rows
   * @param length their length
   * @return an array of exactly these lengths
   */
  public float[][] floats(int slot, int count, int length) {
    float[][] rows = floatRows(slot, count);
    for (int i = 0; i < count; i++) {
      rows[i] = floats(slot + 1, length);
    }
    return rows;
  }

  /**
   * A new or used array of rows, which are missing.
   *
   * @param slot the place in the code that asks
   * @param count the number of rows
   * @return an array of exactly this length
   */
  @SuppressWarnings("NullAway") // rows come later
  public float[][] floatRows(int slot, int count) {
    if (next(slot) instanceof float[][] used && used.length == count) {
      Arrays.fill(used, null);
      return used;
    }
    return put(slot, new float[count][]);
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public int[] ints(int slot, int length) {
    if (next(slot) instanceof int[] used && used.length == length) {
      Arrays.fill(used, 0);
      return used;
    }
    return put(slot, new int[length]);
  }

  /**
   * A new or used array of rows of zeros.
   *
   * @param slot the place in the code that asks; the one after it is that of the rows
   * @param count the number of rows
   * @param length their length
   * @return an array of exactly these lengths
   */
  public int[][] ints(int slot, int count, int length) {
    int[][] rows = intRows(slot, count);
    for (int i = 0; i < count; i++) {
      rows[i] = ints(slot + 1, length);
    }
    return rows;
  }

  /**
   * A new or used array of rows, which are missing.
   *
   * @param slot the place in the code that asks
   * @param count the number of rows
   * @return an array of exactly this length
   */
  @SuppressWarnings("NullAway") // rows come later
  public int[][] intRows(int slot, int count) {
    if (next(slot) instanceof int[][] used && used.length == count) {
      Arrays.fill(used, null);
      return used;
    }
    return put(slot, new int[count][]);
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public long[] longs(int slot, int length) {
    if (next(slot) instanceof long[] used && used.length == length) {
      Arrays.fill(used, 0);
      return used;
    }
    return put(slot, new long[length]);
  }

  /**
   * A new or used array of rows of zeros.
   *
   * @param slot the place in the code that asks; the one after it is that of the rows
   * @param count the number of rows
   * @param length their length
   * @return an array of exactly these lengths
   */
  public long[][] longs(int slot, int count, int length) {
    long[][] rows = longRows(slot, count);
    for (int i = 0; i < count; i++) {
      rows[i] = longs(slot + 1, length);
    }
    return rows;
  }

  /**
   * A new or used array of rows, which are missing.
   *
   * @param slot the place in the code that asks
   * @param count the number of rows
   * @return an array of exactly this length
   */
  @SuppressWarnings("NullAway") // rows come later
  public long[][] longRows(int slot, int count) {
    if (next(slot) instanceof long[][] used && used.length == count) {
      Arrays.fill(used, null);
      return used;
    }
    return put(slot, new long[count][]);
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public boolean[] booleans(int slot, int length) {
    if (next(slot) instanceof boolean[] used && used.length == length) {
      Arrays.fill(used, false);
      return used;
    }
    return put(slot, new boolean[length]);
  }

  /**
   * A new or used array of rows of zeros.
   *
   * @param slot the place in the code that asks; the one after it is that of the rows
   * @param count the number of rows
   * @param length their length
   * @return an array of exactly these lengths
   */
  public boolean[][] booleans(int slot, int count, int length) {
    boolean[][] rows = booleanRows(slot, count);
    for (int i = 0; i < count; i++) {
      rows[i] = booleans(slot + 1, length);
    }
    return rows;
  }

  /**
   * A new or used array of rows, which are missing.
   *
   * @param slot the place in the code that asks
   * @param count the number of rows
   * @return an array of exactly this length
   */
  @SuppressWarnings("NullAway") // rows come later
  public boolean[][] booleanRows(int slot, int count) {
    if (next(slot) instanceof boolean[][] used && used.length == count) {
      Arrays.fill(used, null);
      return used;
    }
    return put(slot, new boolean[count][]);
  }

  /**
   * A new or used array of planes of zeros.
   *
   * @param slot the place in the code that asks; those after it are those of planes and rows
   * @param count the number of planes
   * @param rows the number of rows of each
   * @param length their length
   * @return an array of exactly these lengths
   */
  public double[][][] doubles(int slot, int count, int rows, int length) {
    double[][][] planes = doublePlanes(slot, count);
    for (int i = 0; i < count; i++) {
      planes[i] = doubles(slot + 1, rows, length);
    }
    return planes;
  }

  /**
   * A new or used array of planes, which are missing.
   *
   * @param slot the place in the code that asks
   * @param count the number of planes
   * @return an array of exactly this length
   */
  @SuppressWarnings("NullAway") // planes come later
  public double[][][] doublePlanes(int slot, int count) {
    if (next(slot) instanceof double[][][] used && used.length == count) {
      Arrays.fill(used, null);
      return used;
    }
    return put(slot, new double[count][][]);
  }

  /**
   * A new or used array of planes of zeros.
   *
   * @param slot the place in the code that asks; those after it are those of planes and rows
   * @param count the number of planes
   * @param rows the number of rows of each
   * @param length their length
   * @return an array of exactly these lengths
   */
  public float[][][] floats(int slot, int count, int rows, int length) {
    float[][][] planes = floatPlanes(slot, count);
    for (int i = 0; i < count; i++) {
      planes[i] = floats(slot + 1, rows, length);
    }
    return planes;
  }

  /**
   * A new or used array of planes, which are missing.
   *
   * @param slot the place in the code that asks
   * @param count the number of planes
   * @return an array of exactly this length
   */
  @SuppressWarnings("NullAway") // planes come later
  public float[][][] floatPlanes(int slot, int count) {
    if (next(slot) instanceof float[][][] used && used.length == count) {
      Arrays.fill(used, null);
      return used;
    }
    return put(slot, new float[count][][]);
  }
}
