package dev.adjoint.ops;

import dev.adjoint.autograd.Partial;
import java.util.function.DoubleBinaryOperator;

/**
 * An elementwise function of two operands that is computed in double precision, a call per element.
 *
 * @param name the name of its node
 * @param function the scalar function
 * @param self the derivative with respect to the first operand
 * @param other the derivative with respect to the second operand
 */
record MappedPairRule(String name, DoubleBinaryOperator function, Partial self, Partial other) {}
