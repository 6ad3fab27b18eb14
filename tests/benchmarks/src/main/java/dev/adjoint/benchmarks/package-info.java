/** Benchmarks: generated gradients beside hand-written ones, in the same run. */
@NullMarked
package dev.adjoint.benchmarks;

import org.jspecify.annotations.NullMarked;
