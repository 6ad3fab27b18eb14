/**
 * What a user sees of the compiler: small programs go in as text, the generated source and the
 * compile-time errors come out, as {@code javac} gives them.
 */
@NullMarked
package dev.adjoint.examples.compiler;

import org.jspecify.annotations.NullMarked;
