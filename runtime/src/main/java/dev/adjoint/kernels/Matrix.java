package dev.adjoint.kernels;

/**
 * A matrix in an array, in any direction: a transposed one is read where it lies.
 *
 * @param values the array
 * @param offset index of the first element
 * @param rowStride distance between rows
 * @param columnStride distance between columns
 * @param <T> the type of the array
 */
public record Matrix<T>(T values, int offset, int rowStride, int columnStride) {}
