package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Every recorded call of an operator gives the recorded values, gradients and second gradients. */
class OperatorGoldenTest {

  @Test
  void operatorsBehaveAsRecorded() {
    GoldenFolder folder = GoldenFolder.configured();
    OperatorTable table = OperatorTable.complete();
    Tally tally = new Tally();
    folder.operatorRows().forEach(row -> run(row, table, tally));
    System.out.print(tally.report(!folder.isOurCopy()));
    int missing = folder.isOurCopy() ? 0 : tally.notThere();
    assertEquals(0, tally.unexpected() + missing, "cases that do not behave as recorded");
  }

  private static void run(JsonNode row, OperatorTable table, Tally tally) {
    String name = row.get("op").asText();
    Operation operation = table.find(name, row.get("variant").asText());
    if (operation == null) {
      tally.notThere(name);
      return;
    }
    Operation twin = table.find(row.path("inplace").asText(), "");
    if (row.has("inplace") && twin == null) {
      tally.notThere(name);
      return;
    }
    try {
      new OperatorCase(row, operation, twin).check();
      tally.passed(name);
    } catch (Mismatch | RuntimeException e) {
      String id = row.get("id").asText();
      tally.failed(name, id + ": " + reason(e));
      if (!KnownDifferences.contains(id)) {
        tally.countUnexpected();
      }
    }
  }

  static String reason(Exception e) {
    if (e instanceof Mismatch) {
      return String.valueOf(e.getMessage());
    }
    StackTraceElement[] trace = e.getStackTrace();
    return e + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
