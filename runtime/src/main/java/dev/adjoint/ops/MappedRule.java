package dev.adjoint.ops;

import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.UnaryDerivative;
import java.util.function.DoubleUnaryOperator;

/**
 * An elementwise function of one operand that is computed in double precision, a call per element:
 * for functions so dear that a loop of their own would gain nothing.
 *
 * @param name the name of its node
 * @param function the scalar function
 * @param reads which values its derivative reads
 * @param derivative the gradient of the operand
 */
record MappedRule(
    String name, DoubleUnaryOperator function, Reads reads, UnaryDerivative derivative) {

  /** The rule of a twin in place that PyTorch counts as another overload. */
  MappedRule inPlace() {
    return new MappedRule(name.replace("Backward0", "Backward1"), function, reads, derivative);
  }
}
