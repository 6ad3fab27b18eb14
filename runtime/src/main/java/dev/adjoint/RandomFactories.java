package dev.adjoint;

import dev.adjoint.ops.Creation;
import dev.adjoint.ops.RandomIntegers;

/**
 * New tensors of random numbers. The same seed gives the same numbers as PyTorch does; without a
 * generator given, they come from the default one.
 */
public abstract sealed class RandomFactories extends TensorStacks permits TensorFactories {
  RandomFactories() {}

  /**
   * Uniform random numbers in [0, 1), from the default generator.
   *
   * @param shape the sizes
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor rand(long... shape) {
    return Creation.rand(Generator.ofDefault(), DType.FLOAT32, Creation.sizes(shape));
  }

  /**
   * Uniform random numbers in [0, 1).
   *
   * @param generator the source
   * @param shape the sizes
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor rand(Generator generator, long... shape) {
    return Creation.rand(generator, DType.FLOAT32, Creation.sizes(shape));
  }

  /**
   * Uniform random numbers in [0, 1).
   *
   * @param generator the source
   * @param dtype a floating type
   * @param shape the sizes
   * @return a tensor of that type
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor rand(Generator generator, DType dtype, long... shape) {
    return Creation.rand(generator, dtype, Creation.sizes(shape));
  }

  /**
   * Random numbers of the standard normal distribution, from the default generator.
   *
   * @param shape the sizes
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor randn(long... shape) {
    return Creation.randn(Generator.ofDefault(), DType.FLOAT32, Creation.sizes(shape));
  }

  /**
   * Random numbers of the standard normal distribution.
   *
   * @param generator the source
   * @param shape the sizes
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor randn(Generator generator, long... shape) {
    return Creation.randn(generator, DType.FLOAT32, Creation.sizes(shape));
  }

  /**
   * Random numbers of the standard normal distribution.
   *
   * @param generator the source
   * @param dtype a floating type
   * @param shape the sizes
   * @return a tensor of that type
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor randn(Generator generator, DType dtype, long... shape) {
    return Creation.randn(generator, dtype, Creation.sizes(shape));
  }

  /**
   * Random integers in [low, high), from the default generator.
   *
   * @param low the least
   * @param high one above the greatest
   * @param shape the sizes
   * @return an {@code int64} tensor
   * @throws IllegalArgumentException if a size is negative, or there is no such integer
   */
  public static Tensor randint(long low, long high, long... shape) {
    return randint(Generator.ofDefault(), low, high, shape);
  }

  /**
   * Random integers in [low, high).
   *
   * @param generator the source
   * @param low the least
   * @param high one above the greatest
   * @param shape the sizes
   * @return an {@code int64} tensor
   * @throws IllegalArgumentException if a size is negative, or there is no such integer
   */
  public static Tensor randint(Generator generator, long low, long high, long... shape) {
    return randint(generator, low, high, DType.INT64, shape);
  }

  /**
   * Random integers in [low, high).
   *
   * @param generator the source
   * @param low the least
   * @param high one above the greatest
   * @param dtype the element type
   * @param shape the sizes
   * @return a tensor of that type
   * @throws IllegalArgumentException if a size is negative, there is no such integer, or the type
   *     does not hold them
   */
  public static Tensor randint(
      Generator generator, long low, long high, DType dtype, long... shape) {
    return RandomIntegers.randint(generator, low, high, dtype, Creation.sizes(shape));
  }

  /**
   * The numbers from 0 to n - 1 in random order, from the default generator.
   *
   * @param n how many
   * @return an {@code int64} vector
   * @throws IllegalArgumentException if n is negative
   */
  public static Tensor randperm(long n) {
    return randperm(Generator.ofDefault(), n);
  }

  /**
   * The numbers from 0 to n - 1 in random order.
   *
   * @param generator the source
   * @param n how many
   * @return an {@code int64} vector
   * @throws IllegalArgumentException if n is negative
   */
  public static Tensor randperm(Generator generator, long n) {
    return randperm(generator, n, DType.INT64);
  }

  /**
   * The numbers from 0 to n - 1 in random order.
   *
   * @param generator the source
   * @param n how many
   * @param dtype the element type
   * @return a vector of that type
   * @throws IllegalArgumentException if n is negative, or the type does not hold the numbers
   */
  public static Tensor randperm(Generator generator, long n, DType dtype) {
    return RandomIntegers.permutation(generator, n, dtype);
  }
}
