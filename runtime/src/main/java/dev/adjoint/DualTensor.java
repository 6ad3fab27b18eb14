package dev.adjoint;

import org.jspecify.annotations.Nullable;

/**
 * A value and its tangent, apart.
 *
 * @param primal the value
 * @param tangent of the same shape, or null for none
 */
public record DualTensor(Tensor primal, @Nullable Tensor tangent) {}
