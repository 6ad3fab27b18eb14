package dev.adjoint.tests.diagnostics;

import dev.adjoint.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that host the processor, and what they say about a program. */
public enum CompilerHost {
  JAVAC("-Xlint:all,-processing,-path") {
    @Override
    JavaCompiler compiler() {
      return ToolProvider.getSystemJavaCompiler();
    }
  },
  /** Of warnings only ours are looked at: it has many of its own about matters of taste. */
  ECJ("") {
    @Override
    JavaCompiler compiler() {
      return new EclipseCompiler();
    }
  };

  private final String option;

  /**
   * @param option one option; empty for none
   */
  CompilerHost(String option) {
    this.option = option;
  }

  abstract JavaCompiler compiler();

  /** What is said when a file is compiled with the processor, and what the processor generates. */
  public List<CompilerMessage> compile(String file, String program, String... moreOptions) {
    return compile(Map.of(file, program), List.of(new DifferentiableProcessor()), moreOptions);
  }

  /** What is said when files, given by name, are compiled. */
  public List<CompilerMessage> compile(
      Map<String, String> programs, List<Processor> processors, String... moreOptions) {
    try {
      Path folder = Files.createTempDirectory("programs");
      try {
        return compileIn(folder, programs, processors, List.of(moreOptions));
      } finally {
        deleteAll(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<CompilerMessage> compileIn(
      Path folder, Map<String, String> programs, List<Processor> processors, List<String> more)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> program : programs.entrySet()) {
      files.add(Files.writeString(folder.resolve(program.getKey()), program.getValue()));
    }
    List<String> all = new ArrayList<>(option.isEmpty() ? List.of() : List.of(option));
    all.addAll(List.of("--release", "25", "-d", folder.toString(), "-s", folder.toString()));
    if (!more.contains("-classpath")) {
      all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    }
    all.addAll(more);
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    JavaCompiler compiler = compiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              messages,
              all,
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors);
      task.call();
    }
    return messages.getDiagnostics().stream()
        .map(CompilerMessage::of)
        .filter(message -> this == JAVAC || message.isOurs() || message.kind().equals("error"))
        .toList();
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
