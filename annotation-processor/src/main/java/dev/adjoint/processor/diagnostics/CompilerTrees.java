package dev.adjoint.processor.diagnostics;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's trees, if the compiler is javac. Build tools hand processors an environment wrapped
 * in one of their own, which {@code Trees} refuses, so what is wrapped is tried as well.
 */
final class CompilerTrees {
  private static final int DEEPEST = 4;

  private CompilerTrees() {}

  static Optional<Trees> of(ProcessingEnvironment environment) {
    return find(environment, DEEPEST);
  }

  private static Optional<Trees> find(ProcessingEnvironment environment, int depth) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      return depth == 0
          ? Optional.empty()
          : wrapped(environment).flatMap(inner -> find(inner, depth - 1).stream()).findFirst();
    }
  }

  /** The environments that the fields of a wrapper hold. */
  private static Stream<ProcessingEnvironment> wrapped(ProcessingEnvironment environment) {
    Object holder =
        Proxy.isProxyClass(environment.getClass())
            ? Proxy.getInvocationHandler(environment)
            : environment;
    return Stream.<Class<?>>iterate(holder.getClass(), Objects::nonNull, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .flatMap(field -> environmentIn(field, holder).stream());
  }

  private static Optional<ProcessingEnvironment> environmentIn(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder) instanceof ProcessingEnvironment inner
          ? Optional.of(inner)
          : Optional.empty();
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      return Optional.empty();
    }
  }
}
