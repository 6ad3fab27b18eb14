/**
 * The derivative of every operation, written once: one method per operation, overload and operand,
 * composed of differentiable operations so that it can be differentiated again. The eager graph
 * runs these methods, and generated code calls them. Each returns the gradient in the operand's own
 * shape and type, reduced over broadcast dimensions.
 */
@NullMarked
package dev.adjoint.derivatives;

import org.jspecify.annotations.NullMarked;
