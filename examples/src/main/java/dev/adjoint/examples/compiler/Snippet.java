package dev.adjoint.examples.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A class as source text, without a package, to be compiled with the processor at run time. */
record Snippet(String className, String text) {

  /** What the compiler said, each with its line and caret, and where its output went. */
  record Outcome(List<String> messages, Path folder) {

    /** The text of a generated class. */
    String generated(String className) throws IOException {
      return Files.readString(folder.resolve(className + ".java"));
    }
  }

  /** Writes the text into a folder of its own below {@code parent} and compiles it there. */
  Outcome compile(Path parent) {
    try {
      Path folder = Files.createDirectories(parent.resolve(className));
      Path file = Files.writeString(folder.resolve(className + ".java"), text);
      return new Outcome(messages(file, folder), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> messages(Path file, Path folder) throws IOException {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "not run on a JDK");
    var collected = new DiagnosticCollector<JavaFileObject>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var sources = files.getJavaFileObjects(file);
      compiler.getTask(null, files, collected, options(folder), null, sources).call();
    }
    return collected.getDiagnostics().stream().map(Object::toString).toList();
  }

  /**
   * The processor is asked for by its path: on the class path alone it would not run. One lint is
   * off: it warns of annotations that a processor reads and leaves to others as well.
   */
  private static List<String> options(Path folder) {
    String path = System.getProperty("java.class.path");
    return List.of(
        "-classpath",
        path,
        "-processorpath",
        path,
        "-d",
        folder.toString(),
        "-Xlint:all,-processing",
        "-Werror");
  }
}
