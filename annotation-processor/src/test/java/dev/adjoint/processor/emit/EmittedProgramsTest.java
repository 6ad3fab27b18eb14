package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.lower.LoweredSource;
import dev.adjoint.processor.source.SourceText;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded programs, lowered and printed again, compile silently and give their values. */
final class EmittedProgramsTest {
  private static final Path CASES =
      Path.of("..", "tests", "src", "test", "resources", "cases", "s2s", "cases.jsonl");

  private static final Pattern OWN_TYPES = Pattern.compile("\\b(class|interface|record|enum) ");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> values() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      JsonNode program = JSON.readTree(line);
      if (!OWN_TYPES.matcher(program.get("java").asText()).find()) {
        tests.add(dynamicTest(program.get("id").asText(), () -> check(program)));
      }
    }
    return tests.stream();
  }

  private static void check(JsonNode program) {
    String java = program.get("java").asText();
    Emitted emitted = emit(java.replaceFirst("(?m)^(static \\S+ f\\()", "@Differentiable $1"));
    if (System.getProperty("adjoint.show") != null) {
      System.out.println("=== " + program.get("id").asText() + "\n" + java + "---");
      System.out.println(emitted.text().substring(emitted.text().indexOf("CaseGrad() {") + 20));
    }
    for (int i = 0; i < program.get("inputs").size(); i++) {
      Object value = emitted.run("f", arguments(program, program.get("inputs").get(i)));
      double tolerance = program.get("tol").get("value").asDouble();
      compare(program.get("expected").get(i).get("value"), value, tolerance);
    }
  }

  private static Emitted emit(String annotated) {
    LoweredSource source = LoweredSource.of(annotated);
    Map<FunctionId, String> names = new HashMap<>();
    List<GeneratedMethod> methods = new ArrayList<>();
    source
        .functions()
        .forEach(
            (id, function) -> {
              names.put(id, id.name());
              methods.add(new GeneratedMethod.Primal(id.name(), function, false));
            });
    SourceText text =
        new SourceText(
            "Case.java", "import dev.adjoint.*;\nfinal class Case {\n" + annotated + "\n}\n");
    Callees callees = new Callees(names, Map.of());
    return Emitted.of(text, callees, methods.toArray(GeneratedMethod[]::new));
  }

  private static Object[] arguments(JsonNode program, JsonNode inputs) {
    Object[] arguments = new Object[inputs.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          switch (program.get("params").get(i).get("type").asText()) {
            case "double" -> inputs.get(i).asDouble();
            case "float" -> (float) inputs.get(i).asDouble();
            case "int" -> inputs.get(i).asInt();
            case "double[]" -> JSON.convertValue(inputs.get(i), double[].class);
            case "int[]" -> JSON.convertValue(inputs.get(i), int[].class);
            case "double[][]" -> JSON.convertValue(inputs.get(i), double[][].class);
            case String type -> throw new IllegalArgumentException("parameter of type " + type);
          };
    }
    return arguments;
  }

  private static void compare(JsonNode expected, Object actual, double tolerance) {
    if (expected.isArray()) {
      assertEquals(expected.size(), Array.getLength(actual));
      for (int i = 0; i < expected.size(); i++) {
        compare(expected.get(i), Array.get(actual, i), tolerance);
      }
      return;
    }
    double want = expected.asDouble();
    double got = ((Number) actual).doubleValue();
    assertTrue(
        Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want)),
        () -> "value is " + got + ", expected " + want);
  }
}
