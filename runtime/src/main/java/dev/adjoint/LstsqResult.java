package dev.adjoint;

/**
 * A least squares solution and what was found on the way.
 *
 * @param solution the solution of least norm
 * @param residuals squared distances, for each column; empty unless there are more equations than
 *     unknowns and all columns of the matrix are independent
 * @param rank the rank, as {@code int64}; empty for the driver {@code gels}
 * @param singularValues the singular values; empty unless the driver finds them
 */
public record LstsqResult(Tensor solution, Tensor residuals, Tensor rank, Tensor singularValues) {}
