/**
 * Records and receivers in differentiated methods: what their components are given as gradients is
 * what forward mode and the dynamic graph find.
 */
@NullMarked
package dev.adjoint.tests.objects;

import org.jspecify.annotations.NullMarked;
