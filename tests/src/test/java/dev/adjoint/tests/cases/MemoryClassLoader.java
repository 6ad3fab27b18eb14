package dev.adjoint.tests.cases;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Loads classes that were compiled into memory. */
final class MemoryClassLoader extends ClassLoader {
  private static final String OUTPUT_FOLDER = "/CLASS_OUTPUT/";

  private final Map<String, byte[]> classes;

  MemoryClassLoader(Map<String, byte[]> classes) {
    super(MemoryClassLoader.class.getClassLoader());
    this.classes = Map.copyOf(classes);
  }

  /** Adds the class files of a compilation to a map from class name to content. */
  static void collect(Compilation compilation, Map<String, byte[]> classes) {
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.toUri().getPath();
        String name = path.substring(OUTPUT_FOLDER.length(), path.length() - ".class".length());
        classes.put(name.replace('/', '.'), content(file));
      }
    }
  }

  private static byte[] content(JavaFileObject file) {
    try (InputStream stream = file.openInputStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class file of a class that was compiled. */
  byte[] classFile(String name) {
    return classes.getOrDefault(name, new byte[0]);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] content = classes.get(name);
    if (content == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, content, 0, content.length);
  }
}
