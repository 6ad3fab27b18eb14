/**
 * The text form of a tensor.
 *
 * <p>A {@link dev.adjoint.print.TensorContent} (shape, elements, dtype name, place in the graph)
 * comes in; the text that PyTorch prints for the same tensor goes out. The package sees elements by
 * their row-major position only: it knows neither strides nor storage nor the autograd engine.
 * Beyond the summarisation threshold only the elements that are shown are read.
 */
@NullMarked
package dev.adjoint.print;

import org.jspecify.annotations.NullMarked;
