/**
 * From the intermediate representation to Java source. Functions with their storage come in,
 * generated classes go out: compiled without warnings, named after the user's names, the same bytes
 * for the same input.
 */
@NullMarked
package dev.adjoint.processor.emit;

import org.jspecify.annotations.NullMarked;
