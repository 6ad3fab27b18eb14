package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Every operator at its edges: zero sizes, no dimensions, NaN and infinities, extreme integers,
 * every element type and arguments out of range give the recorded values and gradients, or an error
 * where one was recorded. Nothing but a deliberate error may come out.
 */
class EdgeGoldenTest {

  @Test
  void edgesBehaveAsRecorded() {
    GoldenFolder folder = GoldenFolder.configured("adjoint.edges", "/edges");
    OperatorTable table = OperatorTable.complete();
    Tally tally = new Tally();
    folder.allRows().forEach(row -> run(row, table, tally));
    System.out.print(tally.report(true));
    assertEquals(0, tally.unexpected() + tally.notThere(), "cases that differ from PyTorch");
  }

  private static void run(JsonNode row, OperatorTable table, Tally tally) {
    String name = row.get("op").asText();
    Operation operation = table.find(name, row.get("variant").asText());
    Operation twin = table.find(row.path("inplace").asText(), "");
    if (operation == null || (row.has("inplace") && twin == null)) {
      tally.notThere(name);
      return;
    }
    try {
      if (row.has("message")) {
        checkRefused(row, operation);
      } else {
        new OperatorCase(row, operation, twin).check();
      }
      tally.passed(name);
    } catch (Mismatch | RuntimeException e) {
      String id = row.get("id").asText();
      tally.failed(name, id + ": " + OperatorGoldenTest.reason(e));
      if (!KnownDifferences.contains(id)) {
        tally.countUnexpected();
      }
    }
  }

  private static void checkRefused(JsonNode row, Operation operation) throws Mismatch {
    Objects.requireNonNull(operation);
    String recorded = row.get("message").asText();
    try {
      operation.apply(new ArgumentDecoder(true).arguments(row));
    } catch (RuntimeException e) {
      if (Refusal.isDeliberate(e)) {
        return;
      }
      throw e;
    }
    throw new Mismatch("not refused, recorded " + recorded);
  }
}
