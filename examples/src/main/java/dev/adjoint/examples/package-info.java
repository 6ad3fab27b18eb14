/**
 * The examples: each a main class that checks its own figures, and {@code Main}, which runs all.
 */
@NullMarked
package dev.adjoint.examples;

import org.jspecify.annotations.NullMarked;
