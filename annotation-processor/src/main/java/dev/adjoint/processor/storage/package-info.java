/**
 * What the reverse sweep reads: each such value is kept or computed again, and each kept one is
 * given a place, a local, an array sized by its loops, or a growing tape.
 */
@NullMarked
package dev.adjoint.processor.storage;

import org.jspecify.annotations.NullMarked;
