/** Generated methods throw, and declare, the exceptions of the methods they are generated from. */
@NullMarked
package dev.adjoint.tests.exceptions;

import org.jspecify.annotations.NullMarked;
