package dev.adjoint.kernels;

import java.util.Arrays;

/**
 * A linear map along one dimension in which each result is a weighted sum of neighbouring elements.
 *
 * @param from for each result the first element that it reads
 * @param weights for each result the weights of the elements from there on
 * @param size the number of elements
 */
public record Band(int[] from, double[][] weights, int size) {

  /**
   * The map of the transposed matrix. Where the first and last elements of the results do not
   * decrease, it is as narrow as this one.
   *
   * @return the adjoint
   */
  public Band transposed() {
    int[] first = new int[size];
    int[] end = new int[size];
    Arrays.fill(first, from.length);
    for (int i = 0; i < from.length; i++) {
      for (int k = from[i]; k < from[i] + weights[i].length; k++) {
        first[k] = Math.min(first[k], i);
        end[k] = i + 1;
      }
    }
    double[][] turned = new double[size][];
    for (int k = 0; k < size; k++) {
      first[k] = Math.min(first[k], end[k]);
      turned[k] = new double[end[k] - first[k]];
    }
    for (int i = 0; i < from.length; i++) {
      for (int k = 0; k < weights[i].length; k++) {
        turned[from[i] + k][i - first[from[i] + k]] = weights[i][k];
      }
    }
    return new Band(first, turned, from.length);
  }

  /**
   * Applies the map to the middle one of three dimensions.
   *
   * @param in {@code outer x size x inner} elements in row-major order
   * @param outer the first size
   * @param inner the last size
   * @return {@code outer x results x inner} elements
   */
  public double[] apply(double[] in, int outer, int inner) {
    double[] out = new double[outer * from.length * inner];
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < from.length; i++) {
        int source = (o * size + from[i]) * inner;
        int target = (o * from.length + i) * inner;
        for (double weight : weights[i]) {
          add(weight, in, source, out, target, inner);
          source += inner;
        }
      }
    }
    return out;
  }

  /**
   * Applies the map to the middle one of three dimensions.
   *
   * @param in {@code outer x size x inner} elements in row-major order
   * @param outer the first size
   * @param inner the last size
   * @return {@code outer x results x inner} elements
   */
  public float[] apply(float[] in, int outer, int inner) {
    float[] out = new float[outer * from.length * inner];
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < from.length; i++) {
        int source = (o * size + from[i]) * inner;
        int target = (o * from.length + i) * inner;
        for (double weight : weights[i]) {
          add((float) weight, in, source, out, target, inner);
          source += inner;
        }
      }
    }
    return out;
  }

  private static void add(
      double weight, double[] in, int source, double[] out, int target, int count) {
    for (int j = 0; j < count; j++) {
      out[target + j] += weight * in[source + j];
    }
  }

  private static void add(
      float weight, float[] in, int source, float[] out, int target, int count) {
    for (int j = 0; j < count; j++) {
      out[target + j] += weight * in[source + j];
    }
  }
}
