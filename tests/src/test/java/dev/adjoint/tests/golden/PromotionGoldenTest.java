package dev.adjoint.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every operation gives the recorded dtype for every pair of operand dtypes. */
class PromotionGoldenTest {

  private static final String REFUSED = "error";

  private final OperatorTable table = OperatorTable.complete();
  private final Tally tally = new Tally();

  @Test
  void resultsHaveTheRecordedDtype() {
    GoldenFolder folder = GoldenFolder.configured();
    for (JsonNode row : folder.rows("promotion.jsonl")) {
      if (row.has("left")) {
        row.get("ops").properties().forEach(op -> binary(row, op.getKey(), op.getValue().asText()));
      } else {
        row.get("result")
            .properties()
            .forEach(
                dtype -> unary(row.get("op").asText(), dtype.getKey(), dtype.getValue().asText()));
      }
    }
    System.out.print(tally.report(!folder.isOurCopy()));
    assertEquals(0, tally.unexpected() + tally.notThere(), "results of another dtype");
  }

  private void binary(JsonNode row, String name, String recorded) {
    Object left = operand(row.get("left"));
    Object right = operand(row.get("right"));
    List<@Nullable Object> operands =
        switch (name) {
          case "where" -> List.of(Tensor.tensor(new boolean[] {true, false}), left, right);
          default -> List.of(left, right);
        };
    compare(row.get("id").asText(), name.equals("iadd") ? "add_" : name, operands, recorded);
  }

  private void unary(String name, String dtype, String recorded) {
    Tensor vector = GoldenTensors.cast(new long[] {1, 1}, ArgumentDecoder.dtype(dtype));
    Tensor operand = name.equals("trace") ? vector.diag(0) : vector;
    boolean scans = name.equals("cumsum") || name.equals("softmax") || name.equals("logsumexp");
    compare("unary-" + name, name, scans ? List.of(operand, 0L) : List.of(operand), recorded);
  }

  private void compare(String id, String name, List<@Nullable Object> operands, String recorded) {
    Operation operation = table.find(name, "");
    if (operation == null) {
      tally.notThere(name);
      return;
    }
    String actual = resultDtype(operation, new Arguments(operands, Map.of()));
    if (actual.equals(recorded)) {
      tally.passed(name);
    } else {
      tally.failed(name, id + ": " + name + " gives " + actual + ", recorded " + recorded);
      if (!KnownDifferences.contains(id)) {
        tally.countUnexpected();
      }
    }
  }

  private static String resultDtype(Operation operation, Arguments arguments) {
    try {
      return ((Tensor) operation.apply(arguments).getFirst()).dtype().label();
    } catch (IllegalArgumentException
        | IllegalStateException
        | UnsupportedOperationException refused) {
      return REFUSED;
    }
  }

  private static Object operand(JsonNode description) {
    String dtype = description.get("dtype").asText();
    return switch (description.get("kind").asText()) {
      case "tensor" -> GoldenTensors.cast(new long[] {1, 2}, ArgumentDecoder.dtype(dtype));
      case "0-dim" -> GoldenTensors.cast(new long[] {2}, ArgumentDecoder.dtype(dtype)).reshape();
      default -> scalar(dtype);
    };
  }

  private static Object scalar(String type) {
    return switch (type) {
      case "bool" -> true;
      case "int" -> 2L;
      default -> 1.5;
    };
  }
}
