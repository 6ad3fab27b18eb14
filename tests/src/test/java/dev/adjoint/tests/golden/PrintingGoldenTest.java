package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.print.PrintOptions;
import dev.adjoint.print.TensorFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every recorded tensor prints to the letter as recorded. */
class PrintingGoldenTest {

  @Test
  void printsAsRecorded() {
    Tally tally = new Tally();
    for (JsonNode row : GoldenFolder.configured().rows("printing.jsonl")) {
      String expected = row.get("repr").asText();
      String actual = TensorFormat.format(new RecordedContent(row), options(row.path("options")));
      if (actual.equals(expected)) {
        tally.passed("printing");
      } else {
        tally.failed("printing", row.get("id").asText() + "\n" + expected + "\n" + actual);
      }
    }
    System.out.print(tally.report(true));
    assertEquals(List.of(), tally.failures());
  }

  private static PrintOptions options(JsonNode recorded) {
    PrintOptions plain = PrintOptions.DEFAULT;
    return new PrintOptions(
        recorded.path("precision").asInt(plain.precision()),
        recorded.path("threshold").asLong(plain.threshold()),
        recorded.path("edgeitems").asInt(plain.edgeItems()),
        recorded.path("linewidth").asInt(plain.lineWidth()),
        recorded.has("sci_mode") ? (Boolean) recorded.get("sci_mode").asBoolean() : null);
  }
}
