/**
 * From text to syntax. A method comes in as the compiler knows it, its JavaParser declaration and
 * unit go out, with every position as an offset in the user's own text. Each unit is parsed once.
 */
@NullMarked
package dev.adjoint.processor.parse;

import org.jspecify.annotations.NullMarked;
