package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What the higher-order functions do about results that do not depend on an input: zeros, or, in
 * strict mode, an error. Each constant says where in the computation that was found.
 */
enum Strictness {
  BACK(
      "The output of the user-provided function is independent of input %d. This is not allowed in"
          + " strict mode.",
      "jacobian"),
  BACK_TRICK(
      "The gradient with respect to the input is independent of entry %d in the grad_outputs when"
          + " using the double backward trick to compute forward mode gradients. This is not"
          + " allowed in strict mode.",
      "jacobian"),
  DOUBLE_BACK(
      "The jacobian of the user-provided function is independent of input %d. This is not allowed"
          + " in strict mode.",
      "hessian"),
  DOUBLE_BACK_TRICK(
      "The hessian of the user-provided function is independent of entry %d in the grad_jacobian."
          + " This is not allowed in strict mode as it prevents from using the double backward"
          + " trick to replace forward mode AD.",
      "hessian");

  static final String CONSTANT_OUTPUT =
      "Output %d of the user-provided function does not require gradients. The outputs must be"
          + " computed in a differentiable manner from the input when running in strict mode.";
  static final String CONSTANT_GRADIENT =
      "The gradient with respect to input %d is independent of the inputs of the user-provided"
          + " function. This is not allowed in strict mode.";
  static final String CONSTANT_JACOBIAN =
      "While computing the hessian, found that the jacobian of the user-provided function with"
          + " respect to input %d is independent of the input. This is not allowed in strict mode."
          + " You should ensure that your function is twice differentiable and that the jacobian"
          + " depends on the inputs (this would be violated by a linear function for example).";

  private final String independent;
  private final String subject;

  Strictness(String independent, String subject) {
    this.independent = independent;
    this.subject = subject;
  }

  /** Gradients with zeros for those that are missing, unless that is an error. */
  Tensor[] filled(
      @Nullable Tensor[] gradients, Tensor[] like, boolean strict, boolean createGraph) {
    Tensor[] result = new Tensor[gradients.length];
    for (int i = 0; i < result.length; i++) {
      Tensor gradient = gradients[i];
      if (strict && gradient == null) {
        throw new IllegalStateException(independent.formatted(i));
      }
      if (strict && createGraph && gradient != null && !gradient.requiresGrad()) {
        throw new IllegalStateException(constantText(i));
      }
      result[i] = gradient == null ? Tensor.zerosLike(like[i]) : gradient;
    }
    return result;
  }

  private String constantText(int input) {
    return "The %s of the user-provided function is independent of input %d. This is not allowed in strict mode when create_graph=True."
        .formatted(subject, input);
  }

  /** Refuses, in strict mode, values through which nothing can be differentiated. */
  static void requireGraph(@Nullable Tensor[] values, String text, boolean strict) {
    for (int i = 0; strict && i < values.length; i++) {
      Tensor value = values[i];
      if (value == null) {
        throw new IllegalStateException(BACK.independent.formatted(i));
      }
      if (!value.requiresGrad()) {
        throw new IllegalStateException(text.formatted(i));
      }
    }
  }
}
