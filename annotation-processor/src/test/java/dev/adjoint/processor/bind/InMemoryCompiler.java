package dev.adjoint.processor.bind;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one source text without leaving files, and loads the class. */
public final class InMemoryCompiler {
  private InMemoryCompiler() {}

  /** Takes every warning as an error. */
  public static Class<?> compileStrictly(String className, String text) {
    return compile(className, text, List.of("-Xlint:all", "-Werror", "-proc:none"));
  }

  /** Takes warnings as they are. */
  public static Class<?> compile(String className, String text) {
    return compile(className, text, List.of("-proc:none"));
  }

  private static Class<?> compile(String className, String text, List<String> options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Classes classes = new Classes(compiler.getStandardFileManager(null, null, null));
    StringWriter messages = new StringWriter();
    boolean isCompiled =
        compiler
            .getTask(messages, classes, null, options, null, List.of(new Source(className, text)))
            .call();
    if (!isCompiled) {
      throw new IllegalStateException(messages + "\n" + text);
    }
    try {
      return new Loader(classes.bytes).loadClass(className);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> bytes = new HashMap<>();

    Classes(JavaFileManager parent) {
      super(parent);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
        }
      };
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> bytes;

    Loader(Map<String, ByteArrayOutputStream> bytes) {
      super(InMemoryCompiler.class.getClassLoader());
      this.bytes = bytes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream file = bytes.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, file.toByteArray(), 0, file.size());
    }
  }
}
