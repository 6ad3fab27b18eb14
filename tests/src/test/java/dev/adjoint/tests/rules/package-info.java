/**
 * Writes {@code docs/rules.md}, the page of all derivatives, and keeps it complete. In come the
 * sources of {@code dev.adjoint.derivatives} and the table of scalar rules; out goes one row for
 * each operand of each operation, in an order that depends on nothing but names.
 */
@NullMarked
package dev.adjoint.tests.rules;

import org.jspecify.annotations.NullMarked;
