/**
 * Nonlinear regression on the reference data sets of NIST. In come the observations and certified
 * values of the resource files beside this package; out goes a table of fitted parameters with the
 * number of digits in which they agree. The Jacobian of every model is generated.
 */
@NullMarked
package dev.adjoint.examples.regression;

import org.jspecify.annotations.NullMarked;
