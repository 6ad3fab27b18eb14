/**
 * Whether loops are reversed as they run or afterwards, and what the reverse sweep reads: each such
 * value is kept or computed again, and each kept one is given a place, a result of its branch, an
 * array sized by its loops, or a growing tape.
 *
 * <p>A joint adjoint comes in: the forward sweep, the turn, and a reverse sweep whose branches and
 * loops mirror those of the forward sweep. A joint adjoint goes out in which nothing is mirrored
 * and every loop is an ordinary one; on request it is cut into its two sweeps. Invariants: the
 * forward sweep computes what it did before, an element is read again only if nothing overwrites
 * it, and what is taken off a tape is what was put there last.
 */
@NullMarked
package dev.adjoint.processor.storage;

import org.jspecify.annotations.NullMarked;
