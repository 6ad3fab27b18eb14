/**
 * The case files of small programs: compiled with the processor, loaded, and compared with their
 * recorded values and gradients, or with the recorded place of their error; and what is generated
 * for them, differentiated once more.
 */
@NullMarked
package dev.adjoint.tests.cases;

import org.jspecify.annotations.NullMarked;
