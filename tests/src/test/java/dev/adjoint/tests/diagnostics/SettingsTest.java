package dev.adjoint.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong around a program: options, the class path, files. */
class SettingsTest {
  private static final String PROGRAM =
      """
      import dev.adjoint.Differentiable;

      final class Model {
        @Differentiable
        static double f(double x) {
          return x * x;
        }

        @Differentiable
        static double g(double x) {
          return x + x;
        }
      }
      """;

  @ParameterizedTest
  @EnumSource
  void misspeltOptionIsNamedWithTheNearest(CompilerHost host) {
    List<String> errors = errors(host, "-Aadjoint.dmup=there");
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(
        errors
            .getFirst()
            .startsWith("Adjoint has no option -Aadjoint.dmup; did you mean -Aadjoint.dump?"),
        errors.getFirst());
  }

  @ParameterizedTest
  @EnumSource
  void optionsOfOthersAreTheirs(CompilerHost host) {
    assertEquals(List.of(), errors(host, "-Aother.dmup=there"));
  }

  @ParameterizedTest
  @EnumSource
  void switchTakesTrueOrFalse(CompilerHost host) {
    assertEquals(
        List.of("-Aadjoint.verify takes true or false, not 'yes'"),
        errors(host, "-Aadjoint.verify=yes"));
  }

  @ParameterizedTest
  @EnumSource
  void folderThatCannotBeMadeIsNamed(CompilerHost host, @TempDir Path folder) throws IOException {
    Path file = java.nio.file.Files.createFile(folder.resolve("taken"));
    List<String> errors = errors(host, "-Aadjoint.dump=" + file.resolve("inside"));
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(
        errors.getFirst().startsWith("-Aadjoint.dump: cannot write into "), errors.getFirst());
  }

  /** Eclipse's compiler runs no processor where an import cannot be resolved. */
  @Test
  void missingRuntimeIsNamed() {
    List<String> ours =
        errors(CompilerHost.JAVAC, "-classpath", classPathWithoutRuntime()).stream()
            .filter(text -> text.startsWith("the runtime of Adjoint is not on the class path"))
            .toList();
    assertEquals(1, ours.size());
  }

  @ParameterizedTest
  @EnumSource
  void programsOfOthersNeedNoRuntime(CompilerHost host) {
    String program = "@FunctionalInterface interface Other { double at(double x); }";
    assertEquals(
        List.of(), host.compile("Other.java", program, "-classpath", classPathWithoutRuntime()));
  }

  @Test
  void sourceThatCannotBeReadAgainIsNamedOnce() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    List<String> options =
        List.of("-proc:only", "-classpath", System.getProperty("java.class.path"));
    var task = compiler.getTask(null, null, messages, options, null, List.of(new ReadableOnce()));
    task.setProcessors(List.of(new DifferentiableProcessor()));
    task.call();
    List<String> texts =
        messages.getDiagnostics().stream()
            .map(message -> firstLines(message.getMessage(Locale.ROOT)))
            .toList();
    assertEquals(
        List.of("[[ADJ0901] the source of Model cannot be read, The compiler says: gone.]"), texts);
  }

  private static String firstLines(String text) {
    return text.lines().limit(2).map(String::strip).toList().toString();
  }

  private static List<String> errors(CompilerHost host, String... options) {
    return host
        .compile(Map.of("Model.java", PROGRAM), List.of(new DifferentiableProcessor()), options)
        .stream()
        .filter(message -> message.kind().equals("error"))
        .map(CompilerMessage::text)
        .toList();
  }

  private static String classPathWithoutRuntime() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("jspecify"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Goes away after the compiler has read it. */
  private static final class ReadableOnce extends SimpleJavaFileObject {
    private boolean isRead;

    ReadableOnce() {
      super(URI.create("string:///Model.java"), Kind.SOURCE);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      if (isRead) {
        throw new IOException("gone");
      }
      isRead = true;
      return PROGRAM;
    }
  }
}
