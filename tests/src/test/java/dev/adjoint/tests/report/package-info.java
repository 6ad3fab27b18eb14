/** The pages that show a user what was generated, and at what cost. */
@NullMarked
package dev.adjoint.tests.report;

import org.jspecify.annotations.NullMarked;
