/**
 * A classifier trained twice, with the generated gradient and with dynamic autograd, on points made
 * from a seed. Out go equal losses, the time of each and a plot.
 */
@NullMarked
package dev.adjoint.examples.training;

import org.jspecify.annotations.NullMarked;
