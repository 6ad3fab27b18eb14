package dev.adjoint.ops;

import dev.adjoint.autograd.Partial;
import dev.adjoint.kernels.BinaryOp;

/**
 * An elementwise operation of two operands.
 *
 * @param name the name of its node
 * @param op its kernel
 * @param self the derivative with respect to the first operand
 * @param other the derivative with respect to the second operand
 */
record BinaryRule(String name, BinaryOp op, Partial self, Partial other) {}
