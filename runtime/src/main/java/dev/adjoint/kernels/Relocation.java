package dev.adjoint.kernels;

/** Elements moved from and to places of an array; place -1 is nowhere. */
public final class Relocation {

  private Relocation() {}

  /**
   * The elements at places.
   *
   * @param from the elements
   * @param places indices into {@code from}, or -1 for zero
   * @return one element per place
   */
  public static double[] pick(double[] from, int[] places) {
    double[] to = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      to[i] = places[i] < 0 ? 0 : from[places[i]];
    }
    return to;
  }

  /**
   * The elements at places.
   *
   * @param from the elements
   * @param places indices into {@code from}, or -1 for zero
   * @return one element per place
   */
  public static long[] pick(long[] from, int[] places) {
    long[] to = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      to[i] = places[i] < 0 ? 0 : from[places[i]];
    }
    return to;
  }

  /**
   * Elements added up at places.
   *
   * @param from one element per place
   * @param places indices into the result, or -1 to leave the element out
   * @param n the number of results
   * @return the sums
   */
  public static double[] add(double[] from, int[] places, int n) {
    double[] to = new double[n];
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        to[places[i]] += from[i];
      }
    }
    return to;
  }

  /**
   * Elements added up at places.
   *
   * @param from one element per place
   * @param places indices into the result, or -1 to leave the element out
   * @param n the number of results
   * @return the sums
   */
  public static long[] add(long[] from, int[] places, int n) {
    long[] to = new long[n];
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        to[places[i]] += from[i];
      }
    }
    return to;
  }
}
