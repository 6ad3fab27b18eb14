/**
 * Gives every name and expression of a parsed method its meaning.
 *
 * <p>Comes in: JavaParser's tree of a method and the compiler's {@code javax.lang.model} view of
 * the class path. Goes out: {@link dev.adjoint.processor.bind.BoundMethod}, a tree with resolved
 * variables, members and types, every conversion explicit, every jump with its target. JavaParser's
 * nodes go no further than this stage. Constructs outside the language become {@code Unsupported}
 * nodes, not errors: whether they matter is decided by activity.
 */
@NullMarked
package dev.adjoint.processor.bind;

import org.jspecify.annotations.NullMarked;
