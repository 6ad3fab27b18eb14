package dev.adjoint.tests.modules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library's differentiable methods are called through what was generated for the library. */
class EarlierCompilationTest {
  private static final String LIBRARY =
      """
      package library;
      import dev.adjoint.*;
      public final class Energy {
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double squares(double[] x, double k, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) {
            s += k * x[i] * x[i];
          }
          return s;
        }
        @Differentiable(wrt = "k", modes = {Mode.REVERSE, Mode.FORWARD})
        public static double partly(double x, double k) {
          return x * k * k;
        }
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double[] scaled(double[] x, double k) {
          double[] y = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            y[i] = Math.sin(k * x[i]);
          }
          return y;
        }
        @Differentiable
        public static double halved(double[] x) {
          x[0] *= 0.5;
          return x[0];
        }
      }
      """;

  private static final String CALLER =
      """
      package caller;
      import dev.adjoint.*;
      import library.Energy;
      public final class Model {
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double total(double[] x, double k) {
          double s = 0;
          for (int i = 0; i < 3; i++) {
            s += Energy.squares(x, k + i, x.length) * Math.sin(k) + Energy.partly(2.0, s);
            x[i % 2] *= 0.5 * k;
          }
          double[] y = Energy.scaled(x, k);
          return s * y[0] + y[1];
        }
      }
      """;

  private static final String WRITER =
      """
      package caller;
      import dev.adjoint.*;
      public final class Writer {
        @Differentiable
        public static double f(double[] x) {
          return library.Energy.halved(x) * x[0];
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void derivativesAreThoseOfOneCompilation() throws Exception {
    Path library = compiled("library", List.of(), LIBRARY);
    Path apart = compiled("apart", List.of(library), CALLER);
    Path together = compiled("together", List.of(), LIBRARY, CALLER);
    double[] expected = derivatives(together);
    assertArrayEquals(expected, derivatives(library, apart), 1e-12);
    assertEquals(expected[0], expected[1] + 2 * expected[2] - expected[3], 1e-9, "jvp, vjp");
  }

  @Test
  void methodThatWritesIntoItsArgumentIsRefused() throws IOException {
    Path library = compiled("library", List.of(), LIBRARY);
    List<String> errors = errors("writer", List.of(library), WRITER);
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(errors.getFirst().startsWith("[ADJ0201]"), errors.getFirst());
  }

  /** The jvp for tangent (1, 2; -1), then the gradient. */
  private static double[] derivatives(Path... classes) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path path : classes) {
      urls.add(path.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new))) {
      Class<?> generated = loader.loadClass("caller.ModelGrad");
      Method jvp = method(generated, "totalJvp");
      double[] tangent = {1, 2};
      Object both = jvp.invoke(null, new double[] {0.3, -0.7}, 1.2, tangent, -1.0);
      Object gradients =
          method(generated, "totalBackward").invoke(null, new double[] {0.3, -0.7}, 1.2, 1.0);
      double[] x = (double[]) method(gradients.getClass(), "x").invoke(gradients);
      double k = (double) method(gradients.getClass(), "k").invoke(gradients);
      return new double[] {(double) method(both.getClass(), "tangent").invoke(both), x[0], x[1], k};
    }
  }

  private static Method method(Class<?> owner, String name) {
    for (Method method : owner.getMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new IllegalArgumentException(owner + " has no " + name);
  }

  private Path compiled(String name, List<Path> classPath, String... sources) throws IOException {
    assertEquals(List.of(), errors(name, classPath, sources));
    return folder.resolve(name);
  }

  private List<String> errors(String name, List<Path> classPath, String... sources)
      throws IOException {
    Path output = Files.createDirectories(folder.resolve(name));
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      String simpleName = source.replaceAll("(?s).*final class (\\w+).*", "$1");
      files.add(Files.writeString(output.resolve(simpleName + ".java"), source));
    }
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    classPath.forEach(entry -> path.append(File.pathSeparator).append(entry));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var findings = new DiagnosticCollector<JavaFileObject>();
    try (var manager = compiler.getStandardFileManager(findings, null, null)) {
      List<String> options =
          List.of(
              "-d",
              output.toString(),
              "-cp",
              path.toString(),
              "-Aadjoint.verify=true",
              "-Xlint:all,-processing,-path,-classfile");
      var task =
          compiler.getTask(
              null, manager, findings, options, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(new DifferentiableProcessor()));
      task.call();
    }
    return findings.getDiagnostics().stream().map(d -> d.getMessage(Locale.ROOT)).toList();
  }
}
