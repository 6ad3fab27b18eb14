package dev.adjoint;

import dev.adjoint.ops.Bernoulli;
import dev.adjoint.ops.Multinomial;
import dev.adjoint.ops.RandomIntegers;
import dev.adjoint.ops.Sampling;

/**
 * Random numbers in place of the elements, and random choices by them. The same seed gives the same
 * numbers as PyTorch does. The derivative of what is overwritten is zero.
 */
public sealed interface SamplingMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Overwrites the elements by uniform numbers in [0, 1), from the default generator.
   *
   * @return this tensor
   * @throws UnsupportedOperationException if the elements are not floating-point numbers
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor uniform_() {
    return uniform_(0, 1);
  }

  /**
   * Overwrites the elements by numbers of the standard normal distribution, from the default
   * generator.
   *
   * @return this tensor
   * @throws UnsupportedOperationException if the elements are not floating-point numbers
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor normal_() {
    return normal_(0, 1);
  }

  /**
   * Overwrites the elements by uniform numbers in [from, to), from the default generator.
   *
   * @param from the least
   * @param to the bound, not less than {@code from}
   * @return this tensor
   * @throws IllegalArgumentException if the range is empty or the elements are not floating-point
   *     numbers
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor uniform_(double from, double to) {
    return Sampling.uniform(self(), from, to, Generator.ofDefault());
  }

  /**
   * Overwrites the elements by uniform numbers in [from, to).
   *
   * @param from the least
   * @param to the bound, not less than {@code from}
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if the range is empty or the elements are not floating-point
   *     numbers
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor uniform_(double from, double to, Generator generator) {
    return Sampling.uniform(self(), from, to, generator);
  }

  /**
   * Overwrites the elements by normally distributed numbers, from the default generator.
   *
   * @param mean the mean
   * @param std the standard deviation, not negative
   * @return this tensor
   * @throws IllegalArgumentException if the deviation is negative
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor normal_(double mean, double std) {
    return Sampling.normal(self(), mean, std, Generator.ofDefault());
  }

  /**
   * Overwrites the elements by normally distributed numbers.
   *
   * @param mean the mean
   * @param std the standard deviation, not negative
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if the deviation is negative
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor normal_(double mean, double std, Generator generator) {
    return Sampling.normal(self(), mean, std, generator);
  }

  /**
   * Overwrites the elements by numbers whose logarithm is normally distributed, from the default
   * generator.
   *
   * @param mean the mean of the logarithm
   * @param std its standard deviation, positive
   * @return this tensor
   * @throws IllegalArgumentException if the deviation is not positive
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor logNormal_(double mean, double std) {
    return Sampling.logNormal(self(), mean, std, Generator.ofDefault());
  }

  /**
   * Overwrites the elements by numbers whose logarithm is normally distributed.
   *
   * @param mean the mean of the logarithm
   * @param std its standard deviation, positive
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if the deviation is not positive
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor logNormal_(double mean, double std, Generator generator) {
    return Sampling.logNormal(self(), mean, std, generator);
  }

  /**
   * Overwrites the elements by exponentially distributed numbers, from the default generator.
   *
   * @param lambda the rate, positive: one over the mean
   * @return this tensor
   * @throws IllegalArgumentException if the rate is not positive or the elements are not
   *     floating-point numbers
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor exponential_(double lambda) {
    return Sampling.exponential(self(), lambda, Generator.ofDefault());
  }

  /**
   * Overwrites the elements by exponentially distributed numbers.
   *
   * @param lambda the rate, positive: one over the mean
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if the rate is not positive or the elements are not
   *     floating-point numbers
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor exponential_(double lambda, Generator generator) {
    return Sampling.exponential(self(), lambda, generator);
  }

  /**
   * Overwrites the elements by numbers of trials up to the first success, from the default
   * generator.
   *
   * @param p the probability of a success, between 0 and 1
   * @return this tensor
   * @throws IllegalArgumentException if the probability is not strictly between 0 and 1
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor geometric_(double p) {
    return Sampling.geometric(self(), p, Generator.ofDefault());
  }

  /**
   * Overwrites the elements by numbers of trials up to the first success.
   *
   * @param p the probability of a success, between 0 and 1
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if the probability is not strictly between 0 and 1
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor geometric_(double p, Generator generator) {
    return Sampling.geometric(self(), p, generator);
  }

  /**
   * Overwrites the elements by numbers of the Cauchy distribution, from the default generator.
   *
   * @param median the middle
   * @param sigma the half width at half the height, positive
   * @return this tensor
   * @throws IllegalArgumentException if the width is not positive or the elements are not
   *     floating-point numbers
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor cauchy_(double median, double sigma) {
    return Sampling.cauchy(self(), median, sigma, Generator.ofDefault());
  }

  /**
   * Overwrites the elements by numbers of the Cauchy distribution.
   *
   * @param median the middle
   * @param sigma the half width at half the height, positive
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if the width is not positive or the elements are not
   *     floating-point numbers
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor cauchy_(double median, double sigma, Generator generator) {
    return Sampling.cauchy(self(), median, sigma, generator);
  }

  /**
   * Overwrites the elements by the integers from 0 that the type holds exactly, from the default
   * generator.
   *
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor random_() {
    return RandomIntegers.fill(self(), Generator.ofDefault());
  }

  /**
   * Overwrites the elements by the integers from 0 that the type holds exactly.
   *
   * @param generator the source
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor random_(Generator generator) {
    return RandomIntegers.fill(self(), generator);
  }

  /**
   * Overwrites the elements by integers in [0, to), from the default generator.
   *
   * @param to one above the greatest
   * @return this tensor
   * @throws IllegalArgumentException if there is no such integer, or the type does not hold them
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor random_(long to) {
    return RandomIntegers.fill(self(), 0, to, "RandomBackward1", Generator.ofDefault());
  }

  /**
   * Overwrites the elements by integers in [0, to).
   *
   * @param to one above the greatest
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if there is no such integer, or the type does not hold them
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor random_(long to, Generator generator) {
    return RandomIntegers.fill(self(), 0, to, "RandomBackward1", generator);
  }

  /**
   * Overwrites the elements by integers in [from, to), from the default generator.
   *
   * @param from the least
   * @param to one above the greatest
   * @return this tensor
   * @throws IllegalArgumentException if there is no such integer, or the type does not hold them
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor random_(long from, long to) {
    return RandomIntegers.fill(self(), from, to, "RandomBackward0", Generator.ofDefault());
  }

  /**
   * Overwrites the elements by integers in [from, to).
   *
   * @param from the least
   * @param to one above the greatest
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if there is no such integer, or the type does not hold them
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor random_(long from, long to, Generator generator) {
    return RandomIntegers.fill(self(), from, to, "RandomBackward0", generator);
  }

  /**
   * Overwrites the elements by 1 with a probability, else 0, from the default generator.
   *
   * @param p the probability, from 0 to 1
   * @return this tensor
   * @throws IllegalArgumentException if that is no probability
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor bernoulli_(double p) {
    return Bernoulli.fill(self(), p, Generator.ofDefault());
  }

  /**
   * Overwrites the elements by 1 with a probability, else 0.
   *
   * @param p the probability, from 0 to 1
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if that is no probability
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor bernoulli_(double p, Generator generator) {
    return Bernoulli.fill(self(), p, generator);
  }

  /**
   * Overwrites the elements by 1 with a probability each, else 0, from the default generator.
   *
   * @param p the probabilities, broadcast
   * @return this tensor
   * @throws IllegalArgumentException if one is no probability, or the shapes do not fit
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor bernoulli_(Tensor p) {
    return Bernoulli.fill(self(), p, Generator.ofDefault());
  }

  /**
   * Overwrites the elements by 1 with a probability each, else 0.
   *
   * @param p the probabilities, broadcast
   * @param generator the source
   * @return this tensor
   * @throws IllegalArgumentException if one is no probability, or the shapes do not fit
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor bernoulli_(Tensor p, Generator generator) {
    return Bernoulli.fill(self(), p, generator);
  }

  /**
   * 1 with the probability that the element is, else 0, from the default generator. Derivative:
   * zero.
   *
   * @return a new tensor of the same shape and type
   * @throws IllegalArgumentException if an element is no probability
   */
  default Tensor bernoulli() {
    return bernoulli(Generator.ofDefault());
  }

  /**
   * 1 with the probability that the element is, else 0. Derivative: zero.
   *
   * @param generator the source
   * @return a new tensor of the same shape and type
   * @throws IllegalArgumentException if an element is no probability
   */
  default Tensor bernoulli(Generator generator) {
    return Bernoulli.draw(self(), generator);
  }

  /**
   * Indices of elements, drawn with the elements as weights, from the default generator. Not
   * differentiable.
   *
   * @param samples how many indices, for each row of a matrix
   * @param replacement whether an index may be drawn more than once
   * @return an {@code int64} tensor
   * @throws IllegalArgumentException if the tensor is no vector or matrix of weights, or has too
   *     few
   */
  @NoDiff
  default Tensor multinomial(int samples, boolean replacement) {
    return multinomial(samples, replacement, Generator.ofDefault());
  }

  /**
   * Indices of elements, drawn with the elements as weights. Not differentiable.
   *
   * @param samples how many indices, for each row of a matrix
   * @param replacement whether an index may be drawn more than once
   * @param generator the source
   * @return an {@code int64} tensor
   * @throws IllegalArgumentException if the tensor is no vector or matrix of weights, or has too
   *     few
   */
  @NoDiff
  default Tensor multinomial(int samples, boolean replacement, Generator generator) {
    return Multinomial.draw(self(), samples, replacement, generator);
  }
}
