/**
 * Keeps the README true: its programs are compiled and run, and what it shows of their generated
 * code, output and errors is compared with what comes out.
 */
@NullMarked
package dev.adjoint.tests.readme;

import org.jspecify.annotations.NullMarked;
