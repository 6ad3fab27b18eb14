package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.adjoint.Generator;
import org.junit.jupiter.api.Test;

/** A seed gives the recorded numbers: uniform ones to the last bit, normal ones to rounding. */
class RandomGoldenTest {

  @Test
  void seedsGiveTheRecordedNumbers() {
    Tally tally = new Tally();
    for (JsonNode row : GoldenFolder.configured().rows("random.jsonl")) {
      String source = row.get("source").asText();
      String function = source.replaceAll("\\([^.]*\\)", "").replaceAll("\\(.*", "");
      try {
        compare(row, source);
        tally.passed(function);
      } catch (UnsupportedOperationException e) {
        tally.notThere(function);
      } catch (Mismatch e) {
        tally.failed(function, source + " after " + row.get("seed") + ": " + e.getMessage());
      }
    }
    System.out.print(tally.report(!GoldenFolder.configured().isOurCopy()));
    assertEquals(0, tally.failed() + tally.notThere(), "streams that differ");
  }

  private static void compare(JsonNode row, String source) throws Mismatch {
    RecordedTensor recorded = RecordedTensor.of(row);
    Generator generator = new Generator(row.get("seed").asLong());
    RandomCall.Drawn drawn = RandomCall.run(source, generator);
    new TensorComparison(MissingNode.getInstance()).check(source, drawn.tensor(), recorded);
    double[] values = GoldenTensors.doubles(drawn.tensor());
    for (int i = 0; !drawn.isNormal() && i < values.length; i++) {
      double expected =
          recorded.dtype().isFloatingPoint() ? recorded.floating(i) : recorded.integral(i);
      if (values[i] != expected) {
        throw new Mismatch("element " + i + " is " + values[i]);
      }
    }
  }
}
