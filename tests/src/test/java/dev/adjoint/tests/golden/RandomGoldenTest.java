package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

/** A seed gives the recorded numbers: uniform ones to the last bit, normal ones to rounding. */
class RandomGoldenTest {

  @Test
  void seedsGiveTheRecordedNumbers() {
    Tally tally = new Tally();
    for (JsonNode row : GoldenFolder.configured().rows("random.jsonl")) {
      String source = row.get("source").asText();
      String function = source.substring(0, source.indexOf('('));
      switch (function) {
        case "torch.rand" -> run(row, function, true, tally);
        case "torch.randn" -> run(row, function, false, tally);
        default -> tally.notThere(function);
      }
    }
    System.out.print(tally.report(!GoldenFolder.configured().isOurCopy()));
    assertEquals(0, tally.failed(), "streams that differ");
  }

  private static void run(JsonNode row, String function, boolean exact, Tally tally) {
    RecordedTensor recorded = RecordedTensor.of(row);
    Generator generator = new Generator(row.get("seed").asLong());
    DType dtype = recorded.dtype();
    Tensor drawn =
        exact
            ? Tensor.rand(generator, dtype, recorded.shape())
            : Tensor.randn(generator, dtype, recorded.shape());
    try {
      new TensorComparison(MissingNode.getInstance()).check(function, drawn, recorded);
      double[] values = GoldenTensors.doubles(drawn);
      for (int i = 0; exact && i < values.length; i++) {
        if (values[i] != recorded.floating(i)) {
          throw new Mismatch("element " + i + " is " + values[i]);
        }
      }
      tally.passed(function);
    } catch (Mismatch e) {
      tally.failed(
          function, row.get("source") + " after " + row.get("seed") + ": " + e.getMessage());
    }
  }
}
