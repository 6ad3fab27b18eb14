/**
 * Random programs: generated from a seed, compiled with the processor, and their derivatives held
 * against each other and against finite differences. A failing program is shrunk before it is
 * shown.
 */
@NullMarked
package dev.adjoint.tests.fuzz;

import org.jspecify.annotations.NullMarked;
