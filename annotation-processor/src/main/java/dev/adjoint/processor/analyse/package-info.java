/**
 * Facts about functions. A function comes in; which values are active, what it reads and writes,
 * and what is live go out, and diagnostics about active uses of what has no derivative. An analysis
 * never changes the function.
 */
@NullMarked
package dev.adjoint.processor.analyse;

import org.jspecify.annotations.NullMarked;
