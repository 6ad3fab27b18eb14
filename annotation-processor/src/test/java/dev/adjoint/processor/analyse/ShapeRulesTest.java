package dev.adjoint.processor.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of results; sizes are separated by blanks, and nothing stands for no agreement. */
class ShapeRulesTest {

  @ParameterizedTest
  @CsvSource({
    "2 3, 2 3, 2 3",
    "2 3, 3, 2 3",
    "2 1, 1 3, 2 3",
    "'', 4, 4",
    "'', '', ''",
    "0, 1, 0",
    "5 1 2, 7 1, 5 7 2",
    "2 3, 2,",
    "0, 2,",
  })
  void elementsAreCombinedOverTheSizesOfBoth(String left, String right, String result) {
    assertEquals(sizes(result), ShapeRules.broadcast(shape(left), shape(right)));
    assertEquals(sizes(result), ShapeRules.broadcast(shape(right), shape(left)));
  }

  @ParameterizedTest
  @CsvSource({
    "2 3, 3 4, 2 4",
    "3, 3, ''",
    "3, 3 4, 4",
    "2 3, 3, 2",
    "5 2 3, 3 4, 5 2 4",
    "5 2 3, 6 1 3 4, 6 5 2 4",
    "5 2 3, 3, 5 2",
    "2 3, 2 3,",
    "3, 4,",
    "5 2 3, 6 3 4,",
    "'', 3,",
    "3, '',",
  })
  void productsHaveTheRowsOfOneAndTheColumnsOfTheOther(String left, String right, String result) {
    assertEquals(sizes(result), ShapeRules.matrixProduct(shape(left), shape(right)));
  }

  @Test
  void noSizesAreOneElement() {
    assertEquals(1, ShapeRules.elements(List.of()));
    assertEquals(24, ShapeRules.elements(List.of(2L, 3L, 4L)));
    assertEquals(0, ShapeRules.elements(List.of(2L, 0L)));
  }

  private static Optional<List<Long>> sizes(String text) {
    return Optional.ofNullable(text).map(ShapeRulesTest::shape);
  }

  private static List<Long> shape(String text) {
    return text.isBlank()
        ? List.of()
        : List.of(text.split(" ")).stream().map(Long::valueOf).toList();
  }
}
