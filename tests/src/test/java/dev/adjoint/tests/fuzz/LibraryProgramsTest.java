package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Methods without source that change what they are called on: each runs once, in Java's order.
 * Loops over texts and boxed numbers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryProgramsTest {
  private static final Signature SIGNATURE =
      new Signature(Yield.NUMBER, Signature.ALL.subList(0, 4));

  private static final List<String> BODIES =
      List.of(
          """
          java.util.Iterator<String> words = java.util.List.of("a", "bb", "ccc").iterator();
          double s = x;
          while (words.hasNext()) {
            String word = words.next();
            s = s * y + x;
          }
          return s;
          """,
          """
          java.util.Iterator<Integer> steps = java.util.List.of(2, 3, 5, 7).iterator();
          int first = steps.next();
          int second = steps.next();
          return x * second + y * first * first;
          """,
          """
          java.util.Iterator<Integer> steps = java.util.List.of(2, 3, 5, 7).iterator();
          int unused = steps.next();
          int second = steps.next();
          return x * second * y;
          """,
          """
          java.util.Scanner words = new java.util.Scanner("1 2 3");
          int first = words.nextInt();
          int second = words.nextInt();
          return x * second * x + first * y;
          """,
          """
          java.util.List<Integer> steps = new java.util.ArrayList<>();
          boolean isChanged = java.util.Collections.addAll(steps, 1, 2, 3);
          int last = steps.removeLast();
          return x * x * steps.size() + y;
          """,
          """
          java.util.Map<Integer, Integer> places = new java.util.TreeMap<>();
          for (int i = 0; i < 4; i++) {
            Integer before = places.put(i % 2, i);
          }
          return x * places.get(0) + y * x * places.get(1);
          """,
          """
          double s = x;
          outer:
          for (String word : new String[] {"add", "skip", "mul", "end", "add"}) {
            switch (word) {
              case "add": s += x * y; break;
              case "skip": continue;
              case "end": break outer;
              default: s *= y;
            }
          }
          String[] more = {"a", "bb"};
          return n < 2 ? s * more[n].length() : s;
          """,
          """
          double s = y;
          for (int step : java.util.List.of(1, 2, 3)) {
            if (step == 2) { continue; }
            s = s * x + step;
          }
          for (var weight : java.util.Map.of("a", 1.5).values()) {
            s += weight * x * s;
          }
          return s;
          """,
          """
          String lines = "a\\nb\\t\\"c\\"\\n";
          char quote = '\\'';
          int places = lines.indexOf("\\n") + "x\\n".length() * lines.lastIndexOf(quote);
          return x * y * lines.length() + x * x * places + y * lines.charAt(1);
          """);

  private final WrittenPrograms programs = new WrittenPrograms(SIGNATURE, BODIES);

  static Stream<Arguments> bodies() {
    return WrittenPrograms.of(BODIES);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void agrees(int number, String body) {
    programs.agrees(number);
  }
}
