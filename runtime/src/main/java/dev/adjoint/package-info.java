/**
 * What a user of Adjoint writes against: the annotations read by the processor, and the tensors of
 * the eager side. Nothing here refers to the compiler; the two know each other by name only.
 */
@NullMarked
package dev.adjoint;

import org.jspecify.annotations.NullMarked;
