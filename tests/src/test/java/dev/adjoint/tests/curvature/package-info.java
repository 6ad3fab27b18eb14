/**
 * Second derivatives and whole matrices of derivatives, by the parts of objects and through
 * recursion, compared with differences of gradients.
 */
@NullMarked
package dev.adjoint.tests.curvature;

import org.jspecify.annotations.NullMarked;
