package dev.adjoint.processor.lower;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.ToolProvider;

/** Members of a class {@code Case} as the Java compiler understands them. */
final class CompiledJava {
  private final Class<?> type;

  private CompiledJava(Class<?> type) {
    this.type = type;
  }

  static CompiledJava of(String members) {
    try {
      Path folder = Files.createTempDirectory("compiled");
      Path file = folder.resolve("Case.java");
      Files.writeString(file, "import dev.adjoint.*;\nfinal class Case {\n" + members + "\n}\n");
      String[] options = {
        "-proc:none",
        "-classpath",
        System.getProperty("java.class.path"),
        "-d",
        folder.toString(),
        file.toString()
      };
      if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options) != 0) {
        throw new AssertionError("not Java:\n" + members);
      }
      URL[] path = {folder.toUri().toURL()};
      return new CompiledJava(new URLClassLoader(path).loadClass("Case"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ClassNotFoundException failure) {
      throw new AssertionError(failure);
    }
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
