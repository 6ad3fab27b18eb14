/**
 * Loops over arrays. In come primitive arrays, counts and {@link dev.adjoint.kernels.Layout}s, out
 * go arrays; nothing here knows a tensor or a gradient. Elementwise kernels see dense arrays only,
 * with the same index for every array, so that the compiler vectorises them; strided operands are
 * gathered first.
 */
@NullMarked
package dev.adjoint.kernels;

import org.jspecify.annotations.NullMarked;
