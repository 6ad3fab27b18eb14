/**
 * The annotation processor: rounds and options come in from the Java compiler, generated source
 * files and diagnostics go out. The entry class holds no logic; {@code DifferentiationPipeline} is
 * the only file that names every stage, in order. A stage never refers to a later one.
 */
@NullMarked
package dev.adjoint.processor;

import org.jspecify.annotations.NullMarked;
