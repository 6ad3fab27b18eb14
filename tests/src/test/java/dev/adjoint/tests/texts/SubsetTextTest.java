package dev.adjoint.tests.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.DifferentiableProcessor;
import dev.adjoint.tests.diagnostics.CompilerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a gradient that was not asked for takes is not in the generated text. */
class SubsetTextTest {
  private static final String PROGRAM =
      """
      import dev.adjoint.Differentiable;

      final class Driven {
        @Differentiable(wrt = {%s})
        static double driven(double[] x, double[] angles, double decay) {
          double state = 0;
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            state = decay * state + x[i] + Math.sin(angles[i]);
            sum += state;
          }
          return sum;
        }
      }
      """;

  @TempDir private Path dump;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "angles",
        "decay",
        "x, angles",
        "x, decay",
        "angles, decay",
        "x, angles, decay"
      })
  void eachGradientBringsItsOwn(String parameters) throws IOException {
    List<String> wrt = List.of(parameters.split(", "));
    String names = "\"" + String.join("\", \"", wrt) + "\"";
    List<?> messages =
        CompilerHost.JAVAC.compile(
            Map.of("Driven.java", PROGRAM.formatted(names)),
            List.of(new DifferentiableProcessor()),
            "-Aadjoint.dump=" + dump);
    assertEquals(List.of(), messages);

    String text = Files.readString(dump.resolve("DrivenGrad.java"));
    assertEquals(wrt.contains("x"), text.contains("gradX"), text);
    assertEquals(wrt.contains("angles"), text.contains("gradAngles"), text);
    assertEquals(wrt.contains("angles"), text.contains("Math.cos"), text);
    assertEquals(wrt.contains("decay"), text.contains("gradDecay"), text);
    assertEquals(wrt.contains("decay"), text.contains("stateTape"), text);

    int backward = text.indexOf("drivenBackward(");
    String quoting = text.substring(backward, text.indexOf("/**", backward));
    String statements = quoting.replaceAll("//.*", "");
    assertEquals(wrt.contains("decay"), statements.contains("Math.sin"), statements);
  }
}
