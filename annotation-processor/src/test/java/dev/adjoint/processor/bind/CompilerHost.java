package dev.adjoint.processor.bind;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that have to host the processor. */
public enum CompilerHost {
  JAVAC,
  ECJ;

  private JavaCompiler compiler() {
    return switch (this) {
      case JAVAC -> ToolProvider.getSystemJavaCompiler();
      case ECJ -> new EclipseCompiler();
    };
  }

  /** Runs a processor on sources, given by file name; nothing is compiled. */
  void run(Map<String, String> sources, Processor processor) {
    try {
      Path folder = Files.createTempDirectory("sources");
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        files.add(Files.writeString(folder.resolve(source.getKey()), source.getValue()));
      }
      run(folder, files, processor);
      deleteAll(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void run(Path folder, List<Path> files, Processor processor) throws IOException {
    List<String> options =
        List.of(
            "-proc:only",
            "--release",
            "25",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString());
    StringWriter messages = new StringWriter();
    JavaCompiler compiler = compiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      JavaCompiler.CompilationTask task =
          compiler.getTask(messages, manager, null, options, null, units);
      task.setProcessors(List.of(processor));
      if (!task.call()) {
        throw new AssertionError(this + " refuses the sources:\n" + messages);
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      paths.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
