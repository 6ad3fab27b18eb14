/**
 * Stateless neural-network functions. In come tensors, out go recorded tensors; parameters are the
 * caller's.
 */
@NullMarked
package dev.adjoint.nn;

import org.jspecify.annotations.NullMarked;
