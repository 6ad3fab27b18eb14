package dev.adjoint.processor.bind;

import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A local variable in scope.
 *
 * @param local the variable itself
 * @param type its Java type
 * @param constant its value where it is a constant variable, else {@code null}
 * @param writes locals that are assigned when the variable, a function, is called
 * @param function the lambda that it holds, where that is known, else {@code null}
 * @param isTyped whether its type is known; if not, because what it was set to is not supported, it
 *     is taken to be an {@code Object}
 */
record Variable(
    Local local,
    TypeMirror type,
    @Nullable Object constant,
    List<Local> writes,
    @Nullable KnownFunction function,
    boolean isTyped) {
  Variable {
    writes = List.copyOf(writes);
  }

  /** A variable of which only the type is known. */
  static Variable of(Local local, TypeMirror type) {
    return new Variable(local, type, null, List.of(), null, true);
  }

  /** A variable that holds a lambda. */
  static Variable of(Local local, TypeMirror type, KnownFunction function) {
    return new Variable(local, type, null, List.of(), function, true);
  }
}
