/**
 * Runners for the recorded reference cases.
 *
 * <p>JSON lines of a golden folder come in (format: the folder's README); a count of passed and
 * failed cases with the reason of each failure goes out. The folder is the copy in the test
 * resources unless the system property {@code adjoint.golden} names another.
 */
@NullMarked
package dev.adjoint.tests.golden;

import org.jspecify.annotations.NullMarked;
