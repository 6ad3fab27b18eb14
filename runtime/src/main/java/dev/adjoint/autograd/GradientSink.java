package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Receives the gradients that a node computes for its inputs. */
public interface GradientSink {

  /**
   * Whether the gradient of an input is used; computing another is wasted work.
   *
   * @param input index of the input
   * @return true if the input has an edge and something needed lies behind it
   */
  boolean wants(int input);

  /**
   * Delivers the gradient of an input, at most once per input.
   *
   * @param input index of the input
   * @param gradient of the input's shape, or null for none
   */
  void accept(int input, @Nullable Tensor gradient);
}
