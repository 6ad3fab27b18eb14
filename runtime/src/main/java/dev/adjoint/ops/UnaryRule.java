package dev.adjoint.ops;

import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.UnaryDerivative;
import dev.adjoint.kernels.UnaryOp;

/**
 * An elementwise operation of one operand.
 *
 * @param name the name of its node
 * @param op its kernel
 * @param reads which values its derivative reads
 * @param derivative the gradient of the operand
 */
record UnaryRule(String name, UnaryOp op, Reads reads, UnaryDerivative derivative) {}
