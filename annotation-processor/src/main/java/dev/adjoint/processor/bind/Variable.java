package dev.adjoint.processor.bind;

import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A local variable in scope.
 *
 * @param local the variable itself
 * @param type its Java type
 * @param constant its value where it is a constant variable, else {@code null}
 */
record Variable(Local local, TypeMirror type, @Nullable Object constant) {}
