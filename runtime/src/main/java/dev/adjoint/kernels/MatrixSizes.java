package dev.adjoint.kernels;

/**
 * The sizes of a matrix product.
 *
 * @param m rows of the left factor and of the product
 * @param k columns of the left factor, rows of the right one
 * @param n columns of the right factor and of the product
 */
public record MatrixSizes(int m, int k, int n) {}
