package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.InMemoryCompiler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Members of a class {@code Case} as the Java compiler understands them. */
final class CompiledJava {
  private final Class<?> type;

  private CompiledJava(Class<?> type) {
    this.type = type;
  }

  static CompiledJava of(String members) {
    String text = "import dev.adjoint.*;\nfinal class Case {\n" + members + "\n}\n";
    return new CompiledJava(InMemoryCompiler.compile("Case", text));
  }

  /** Sees the classes declared among the members. */
  ClassLoader classLoader() {
    return type.getClassLoader();
  }

  /** Calls the only method of a name. */
  Object run(String name, Object... arguments) throws Throwable {
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
