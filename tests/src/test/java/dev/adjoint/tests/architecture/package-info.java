/**
 * The architecture, stated as rules over the compiled classes of runtime and processor. A rule that
 * finds no class to look at fails, so that a renamed package cannot switch it off.
 */
@NullMarked
package dev.adjoint.tests.architecture;

import org.jspecify.annotations.NullMarked;
