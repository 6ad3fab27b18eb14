package dev.adjoint.tests.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is what happens. With {@code -Dadjoint.readme=write} it is put right. */
class ReadmeTest {
  @TempDir Path folder;

  static List<String> sources() throws IOException {
    return Readme.names("source");
  }

  static List<String> generated() throws IOException {
    return Readme.names("generated");
  }

  static List<String> outputs() throws IOException {
    return Readme.names("output");
  }

  static List<String> refused() throws IOException {
    return Readme.names("refused");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void programCompilesSilently(String name) throws IOException {
    compile(name);
  }

  @ParameterizedTest
  @MethodSource("generated")
  void generatedCodeIsTheOneShown(String name) throws IOException {
    compareOrWrite("generated", name, compile(name).generated());
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void programPrintsWhatIsShown(String name) throws IOException {
    compareOrWrite("output", name, compile(name).run());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void errorsAreThoseShown(String name) throws IOException {
    String errors = new ReadmeProgram(folder, name).compile(Readme.block("refused", name));
    compareOrWrite("errors", name, errors);
  }

  @Test
  void testCommandIsTheOneOfContinuousIntegration() throws IOException {
    String command = Files.readAllLines(Path.of("../.ci/run")).getLast();
    assertTrue(Readme.text().contains("\n    " + command + "\n"), command);
  }

  private ReadmeProgram compile(String name) throws IOException {
    ReadmeProgram program = new ReadmeProgram(folder, name);
    assertEquals("", program.compile(Readme.block("source", name)));
    return program;
  }

  private static void compareOrWrite(String kind, String name, String actual) throws IOException {
    if ("write".equals(System.getProperty("adjoint.readme"))) {
      Readme.replace(kind, name, actual);
    }
    assertEquals(Readme.block(kind, name), actual);
  }
}
