/**
 * Generated code within dynamic graphs and dynamic code within generated code: whichever way a
 * value is computed, its first and second gradients are those of the all-dynamic version.
 */
@NullMarked
package dev.adjoint.tests.mixing;

import org.jspecify.annotations.NullMarked;
