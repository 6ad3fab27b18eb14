/**
 * Generated methods that use their arrays again: they give what the others give, and once the sizes
 * repeat they allocate nothing.
 */
@NullMarked
package dev.adjoint.tests.workspace;

import org.jspecify.annotations.NullMarked;
