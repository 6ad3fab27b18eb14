package dev.adjoint.kernels;

/**
 * What windows of images need of arrays of one element type, a run of elements at a time.
 *
 * @param <T> the type of the array
 */
public sealed interface Elements<T> permits DoubleElements, FloatElements, LongElements {

  /**
   * A new array of zeros.
   *
   * @param count how many
   * @return the array
   */
  T allocate(int count);

  /**
   * Copies elements at equal distances to neighbouring places.
   *
   * @param from the elements
   * @param source where the first one lies
   * @param stride the distance between them
   * @param to receives them
   * @param target where the first one goes
   * @param count how many
   */
  void copy(T from, int source, int stride, T to, int target, int count);

  /**
   * Adds neighbouring elements to elements at equal distances.
   *
   * @param from the elements
   * @param source where the first one lies
   * @param to what they are added to
   * @param target where the first one goes
   * @param stride the distance between them
   * @param count how many
   */
  void add(T from, int source, T to, int target, int stride, int count);

  /**
   * Multiplies two matrices.
   *
   * @param a the left factor, {@code m x k}
   * @param b the right factor, {@code k x n}
   * @param c receives the product in row-major order
   * @param cFrom where it starts
   * @param sizes m, k and n
   */
  void multiply(Matrix<T> a, Matrix<T> b, T c, int cFrom, MatrixSizes sizes);
}
