/** The generated self-tests: they accept right derivatives and refuse wrong ones. */
@NullMarked
package dev.adjoint.tests.selfcheck;

import org.jspecify.annotations.NullMarked;
