package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded programs of the tests module give their recorded values when interpreted. */
class ProgramCasesTest {
  private static final Path CASES =
      Path.of("..", "tests", "src", "test", "resources", "cases", "s2s", "cases.jsonl");

  private static final Pattern OWN_TYPES = Pattern.compile("\\b(class|interface|record) ");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> interpretedValues() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      JsonNode program = JSON.readTree(line);
      tests.add(dynamicTest(program.get("id").asText(), () -> check(program)));
    }
    return tests.stream();
  }

  private static void check(JsonNode program) {
    String annotated =
        program.get("java").asText().replaceFirst("(?m)^(static \\S+ f\\()", "@Differentiable $1");
    LoweredSource source = LoweredSource.of(annotated);
    if (!source.isSupported()) {
      assertTrue(program.get("level").asInt() > 1, "a program that has to be supported");
      return;
    }
    if (OWN_TYPES.matcher(annotated).find()) {
      ClassLoader loader = CompiledJava.of(annotated).classLoader();
      Thread.currentThread().setContextClassLoader(loader);
    }
    for (int i = 0; i < program.get("inputs").size(); i++) {
      Object[] arguments = arguments(program, program.get("inputs").get(i));
      Object value = source.run("f", arguments).getFirst();
      double tolerance = program.get("tol").get("value").asDouble();
      compare(program.get("expected").get(i).get("value"), value, tolerance);
    }
  }

  private static Object[] arguments(JsonNode program, JsonNode inputs) {
    Object[] arguments = new Object[inputs.size()];
    for (int i = 0; i < arguments.length; i++) {
      String type = program.get("params").get(i).get("type").asText();
      arguments[i] =
          switch (type) {
            case "double" -> inputs.get(i).asDouble();
            case "float" -> (float) inputs.get(i).asDouble();
            case "int" -> inputs.get(i).asInt();
            case "double[]" -> JSON.convertValue(inputs.get(i), double[].class);
            case "int[]" -> JSON.convertValue(inputs.get(i), int[].class);
            case "double[][]" -> JSON.convertValue(inputs.get(i), double[][].class);
            default -> throw new IllegalArgumentException("parameter of type " + type);
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
