/** Generated methods declare the checked exceptions of the methods they are generated from. */
@NullMarked
package dev.adjoint.tests.exceptions;

import org.jspecify.annotations.NullMarked;
