/**
 * From bound syntax to the intermediate representation. Side effects come out in Java's evaluation
 * order, and early exits as conditions and carried booleans. No syntax node survives this stage.
 */
@NullMarked
package dev.adjoint.processor.lower;

import org.jspecify.annotations.NullMarked;
