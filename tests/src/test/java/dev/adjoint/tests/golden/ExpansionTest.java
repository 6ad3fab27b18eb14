package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls with expanded arguments, whose elements share places, give what their copies give. */
class ExpansionTest {

  @Test
  void resultsOfExpandedArgumentsAreThoseOfCopies() {
    OperatorTable table = OperatorTable.complete();
    List<String> failures = new ArrayList<>();
    GoldenFolder.configured()
        .operatorRows()
        .filter(row -> !ArrangementTest.OF_STRIDES.contains(row.get("op").asText()))
        .filter(row -> !row.get("op").asText().endsWith("batch_norm")) // writes into its statistics
        .forEach(row -> check(row, table, failures));
    assertEquals(List.of(), failures);
  }

  private static void check(JsonNode row, OperatorTable table, List<String> failures) {
    Operation operation = table.find(row.get("op").asText(), row.get("variant").asText());
    if (operation == null) {
      return;
    }
    JsonNode repeated = repeating(row);
    String copied = outcome(repeated, operation, Arrangement.DENSE);
    String expanded = outcome(repeated, operation, Arrangement.EXPANDED);
    if (!copied.equals(expanded)) {
      failures.add(row.get("id").asText() + ": " + expanded + " but of copies " + copied);
    }
  }

  /** The row with the first slice of each tensor, along its first long dimension, repeated. */
  private static JsonNode repeating(JsonNode row) {
    ObjectNode copy = row.deepCopy();
    copy.get("args").forEach(ExpansionTest::repeat);
    copy.get("kwargs").forEach(ExpansionTest::repeat);
    return copy;
  }

  private static void repeat(JsonNode value) {
    value.forEach(ExpansionTest::repeat);
    if (!(value.get("data") instanceof ArrayNode data) || value.get("shape").isEmpty()) {
      return;
    }
    long[] shape = GoldenJson.sizes(value.get("shape"));
    int first = (int) shape[0];
    int block = first == 0 ? 0 : data.size() / first;
    for (int i = block; i < data.size(); i++) {
      data.set(i, data.get(i % block));
    }
  }

  private static String outcome(JsonNode row, Operation operation, Arrangement arrangement) {
    try {
      Arguments arguments = new ArgumentDecoder(false, arrangement).arguments(row);
      StringBuilder text = new StringBuilder();
      for (@Nullable Object output : operation.apply(arguments)) {
        text.append(output instanceof Tensor tensor ? text(tensor) : output);
      }
      return text.toString();
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private static String text(Tensor tensor) {
    // Sums may run in another order.
    double[] values = Arrays.stream(GoldenTensors.doubles(tensor)).map(v -> (float) v).toArray();
    return tensor.dtype() + Arrays.toString(tensor.shape()) + Arrays.toString(values);
  }
}
