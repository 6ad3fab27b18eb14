/**
 * From text to syntax. The text of a compilation unit and a position come in, the JavaParser node
 * of the method declared there goes out.
 */
@NullMarked
package dev.adjoint.processor.parse;

import org.jspecify.annotations.NullMarked;
