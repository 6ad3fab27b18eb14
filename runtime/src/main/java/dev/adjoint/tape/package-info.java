/**
 * Growing stacks used by generated code: values pushed in the forward sweep are popped in the
 * reverse sweep, in the opposite order. One class per primitive type, so that nothing is boxed. A
 * tape belongs to one call of one generated method. Beside them what else generated code needs of
 * its own: sums as streams compute them.
 */
@NullMarked
package dev.adjoint.tape;

import org.jspecify.annotations.NullMarked;
