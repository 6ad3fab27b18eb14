package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every method of PyTorch's tensors that has a meaning here is there under its modern name. */
class MethodListTest {

  private static final String LIST = "/reference/torch-tensor-methods.csv";

  /** Differentiable, non-differentiable, shapes and new tensors, in-place twins. */
  private static final Set<String> CLASSES = Set.of("a", "b", "c", "d");

  /** Not there: there are no 16-bit floating-point and no complex numbers. */
  private static final Set<String> EXCLUDED = Set.of("half", "stft");

  /** Names that are words of the language in Java, and the operator of brackets. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "__getitem__", "get",
          "byte", "toByte",
          "char", "toChar",
          "double", "toDouble",
          "float", "toFloat",
          "int", "toInt",
          "long", "toLong",
          "short", "toShort");

  private static List<String[]> rows() {
    var stream = Objects.requireNonNull(MethodListTest.class.getResourceAsStream(LIST), LIST);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", 4)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> methodsThere() {
    return Stream.of(Tensor.class, Functional.class, Linalg.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .map(Method::getName)
        .collect(Collectors.toSet());
  }

  private static String javaName(String modernName) {
    String bare = modernName.substring(modernName.lastIndexOf('.') + 1);
    if (RENAMED.containsKey(bare)) {
      return RENAMED.get(bare);
    }
    StringBuilder name = new StringBuilder();
    for (String word : bare.split("_")) {
      name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
      name.append(word.substring(1));
    }
    return bare.endsWith("_") ? name + "_" : name.toString();
  }

  @Test
  void everyMethodIsThere() {
    Set<String> there = methodsThere();
    List<String> missing =
        rows().stream()
            .filter(row -> CLASSES.contains(row[1]) && !EXCLUDED.contains(row[2]))
            .map(row -> javaName(row[2]))
            .filter(name -> !there.contains(name))
            .distinct()
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void theListIsRead() {
    assertTrue(rows().stream().filter(row -> CLASSES.contains(row[1])).count() > 300);
  }
}
