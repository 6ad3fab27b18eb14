/** Tests of what runtime and processor do together, and of the architecture of both. */
@NullMarked
package dev.adjoint.tests;

import org.jspecify.annotations.NullMarked;
