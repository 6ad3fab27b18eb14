package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives that modules with names register: no marker tells of those. */
class NamedModulesTest {
  private static final String RULES =
      """
      package %1$s;
      import dev.adjoint.DerivativeOf;
      public class Rules {
        @DerivativeOf(type = lib.Library.class, method = "%2$s", wrt = "x")
        public static double outside(double gradOutput) { return 0; }
        public static class Inside {
          @DerivativeOf(type = lib.Library.class, method = "inside%2$s", wrt = "x")
          public static double inside(double gradOutput) { return 0; }
        }
      }
      """;
  private static final Map<String, String> UNITS =
      Map.of(
          "dev.adjoint/module-info",
          "module dev.adjoint { exports dev.adjoint; }",
          "dev.adjoint/dev/adjoint/DerivativeOf",
          """
          package dev.adjoint;
          public @interface DerivativeOf {
            Class<?> type();
            String method();
            Class<?>[] parameters() default {};
            String wrt();
          }
          """,
          "lib/module-info",
          "module lib { requires dev.adjoint; exports lib; }",
          "lib/lib/Library",
          """
          package lib;
          public class Library {
            public static double exported(double x) { return x; }
            public static double insideexported(double x) { return x; }
            public static double concealed(double x) { return x; }
            public static double insideconcealed(double x) { return x; }
          }
          """,
          "lib/lib/Rules",
          RULES.formatted("lib", "exported"),
          "lib/own/Rules",
          RULES.formatted("own", "concealed"));

  @TempDir private static Path folder;
  private static JavaSources sources;

  @BeforeAll
  static void readModules() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> unit : UNITS.entrySet()) {
      Path file = folder.resolve(unit.getKey() + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, unit.getValue()));
    }
    sources = JavaSources.ofModules(folder, files);
  }

  @ParameterizedTest
  @CsvSource({"exported, 1", "insideexported, 1", "concealed, 0", "insideconcealed, 0"})
  void thoseOfExportedPackagesAreFound(String method, int found) {
    var index = new DerivativeIndex(sources.elements(), sources.types(), List.of());
    assertEquals(found, index.of("lib.Library." + method + "(double)", null).size());
  }

  @Test
  void noMarkerIsWrittenForThem() {
    var declared =
        DeclaredDerivatives.of(
            sources.methods("lib.Rules"),
            sources.elements(),
            sources.types(),
            new MethodParser(new SourceReader(sources.elements())),
            new Diagnostics());
    assertEquals(1, declared.registrations().size());
    assertEquals(Map.of(), declared.markers());
  }
}
