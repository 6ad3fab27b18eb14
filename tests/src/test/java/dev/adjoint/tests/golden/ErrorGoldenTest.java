package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every recorded call that must be refused is refused. Rows that only a dynamically typed language
 * can express are left out; of the others a wrong argument type counts as refused when Java's types
 * do not admit the call.
 */
class ErrorGoldenTest {

  private int sameWording;

  @Test
  void badCallsAreRefused() {
    GoldenFolder folder = GoldenFolder.configured();
    OperatorTable table = OperatorTable.complete();
    Tally tally = new Tally();
    for (JsonNode row : folder.rows("errors.jsonl")) {
      if (!row.path("python_only").asBoolean()) {
        run(row, table, tally);
      }
    }
    System.out.print(tally.report(!folder.isOurCopy()));
    System.out.println(sameWording + " in the recorded wording");
    int failed = tally.failed() + (folder.isOurCopy() ? 0 : tally.notThere());
    assertEquals(0, failed, "calls that are not refused as recorded");
  }

  private void run(JsonNode row, OperatorTable table, Tally tally) {
    String name = row.get("op").asText();
    Operation operation = table.find(name, row.get("variant").asText());
    if (operation == null) {
      tally.notThere(name);
      return;
    }
    RuntimeException refusal = refusal(row, operation);
    if (refusal == null) {
      tally.failed(name, row.get("id").asText() + ": not refused, recorded " + recorded(row));
    } else if (isMeant(refusal, row)) {
      sameWording += hasRecordedWording(refusal, row) ? 1 : 0;
      tally.passed(name);
    } else {
      String reason = ": refused with " + refusal + ", recorded " + recorded(row);
      tally.failed(name, row.get("id").asText() + reason);
    }
  }

  private static @Nullable RuntimeException refusal(JsonNode row, Operation operation) {
    try {
      operation.apply(new ArgumentDecoder(true).arguments(row));
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** A deliberate refusal, or a type that the Java signature does not admit. */
  private static boolean isMeant(RuntimeException refusal, JsonNode row) {
    String type = row.get("error_type").asText();
    boolean ofTypes = type.equals("TypeError") || type.equals("AttributeError");
    return Refusal.isDeliberate(refusal) || (ofTypes && Refusal.isOfTypes(refusal));
  }

  private static boolean hasRecordedWording(RuntimeException refusal, JsonNode row) {
    String message = String.valueOf(refusal.getMessage());
    String regex = row.path("error_regex").asText("");
    return message.equals(recorded(row))
        || (!regex.isEmpty() && Pattern.compile(regex).matcher(message).find());
  }

  private static String recorded(JsonNode row) {
    return row.get("message").asText();
  }
}
