package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The tangent of a tensor.
 *
 * @param level the level it belongs to
 * @param tangent of the tensor's shape; null if the tensor has none after all
 * @param version of a view, the storage version at which the tangent is valid
 */
record Dual(DualLevel level, @Nullable Tensor tangent, int version) {}
