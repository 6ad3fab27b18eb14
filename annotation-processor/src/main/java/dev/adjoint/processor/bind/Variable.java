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
 */
record Variable(Local local, TypeMirror type, @Nullable Object constant, List<Local> writes) {
  Variable {
    writes = List.copyOf(writes);
  }

  /** A variable of which only the type is known. */
  static Variable of(Local local, TypeMirror type) {
    return new Variable(local, type, null, List.of());
  }
}
