/**
 * The graph and its traversal. In come tensors with the operations that made them, out go
 * gradients: {@link dev.adjoint.autograd.Recording} builds nodes while operations run, {@code
 * BackwardRun} walks them. Knows tensors, but no operation: derivatives reach it as functions of
 * gradients.
 */
@NullMarked
package dev.adjoint.autograd;

import org.jspecify.annotations.NullMarked;
