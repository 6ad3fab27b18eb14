/**
 * Operations on tensors, one class per family. In come tensors and arguments, out go new tensors or
 * written ones: each operation checks its arguments, calls a kernel, and records a node if an
 * operand requires a gradient. Which derivative the node runs is stated next to the operation; the
 * formula itself is in {@code dev.adjoint.derivatives}.
 */
@NullMarked
package dev.adjoint.ops;

import org.jspecify.annotations.NullMarked;
