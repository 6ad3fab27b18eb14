package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every recorded call, at edges too, gives the same results and gradients wherever the elements of
 * its arguments lie.
 */
class ArrangementTest {

  /** Whose results depend on where elements lie: they read strides, or refuse to copy. */
  static final Set<String> OF_STRIDES =
      Set.of("as_strided", "as_strided_scatter", "view", "view_as", "unflatten");

  @ParameterizedTest
  @EnumSource(
      value = Arrangement.class,
      names = {"SPACED", "REVERSED"})
  void resultsDoNotDependOnStrides(Arrangement arrangement) {
    OperatorTable table = OperatorTable.complete();
    Tally tally = new Tally();
    Stream.concat(
            GoldenFolder.configured().operatorRows(),
            GoldenFolder.configured("adjoint.edges", "/edges").allRows())
        .filter(row -> !row.has("message") && !OF_STRIDES.contains(row.get("op").asText()))
        .forEach(row -> run(row, table, arrangement, tally));
    tally.failures().forEach(System.out::println);
    assertEquals(0, tally.unexpected(), "cases that depend on strides");
  }

  private static void run(JsonNode row, OperatorTable table, Arrangement arrangement, Tally tally) {
    String name = row.get("op").asText();
    Operation operation = table.find(name, row.get("variant").asText());
    Operation twin = table.find(row.path("inplace").asText(), "");
    if (operation == null) {
      return;
    }
    try {
      new OperatorCase(row, operation, twin, arrangement).check();
    } catch (Mismatch | RuntimeException e) {
      String id = row.get("id").asText();
      if (!KnownDifferences.contains(id)) {
        tally.failed(name, id + ": " + OperatorGoldenTest.reason(e));
        tally.countUnexpected();
      }
    }
  }
}
