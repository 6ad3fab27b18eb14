/**
 * What the compiler says to its users: the pages on each code, and the programs on them, which are
 * compiled.
 */
@NullMarked
package dev.adjoint.tests.diagnostics;

import org.jspecify.annotations.NullMarked;
