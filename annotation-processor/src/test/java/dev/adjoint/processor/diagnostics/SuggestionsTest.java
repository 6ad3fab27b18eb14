package dev.adjoint.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A misspelt name finds the one that was meant, and only if there is one. */
class SuggestionsTest {

  @Test
  void nearestNameIsSuggested() {
    assertEquals(
        Optional.of("weights"), Suggestions.nearest("wieghts", List.of("bias", "weights")));
  }

  @Test
  void caseDoesNotMatter() {
    assertEquals(Optional.of("x"), Suggestions.nearest("X", List.of("y", "x")));
  }

  @Test
  void nothingNearIsNothing() {
    assertEquals(Optional.empty(), Suggestions.nearest("temperature", List.of("x", "rate")));
  }

  @Test
  void distanceCountsEdits() {
    assertEquals(3, Suggestions.distance("kitten", "sitting"));
    assertEquals(4, Suggestions.distance("", "four"));
  }
}
