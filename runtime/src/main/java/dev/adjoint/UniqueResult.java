package dev.adjoint;

import org.jspecify.annotations.Nullable;

/**
 * Distinct elements, or slices.
 *
 * @param values the elements
 * @param inverse for each original element its place among them, as {@code int64}; null if not
 *     asked for
 * @param counts how often each occurs, as {@code int64}; null if not asked for
 */
public record UniqueResult(Tensor values, @Nullable Tensor inverse, @Nullable Tensor counts) {}
