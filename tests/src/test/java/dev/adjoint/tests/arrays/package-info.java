/**
 * Arrays and streams in differentiated methods: what Java makes of them, exceptions included, and
 * derivatives that forward mode and finite differences agree with.
 */
@NullMarked
package dev.adjoint.tests.arrays;

import org.jspecify.annotations.NullMarked;
