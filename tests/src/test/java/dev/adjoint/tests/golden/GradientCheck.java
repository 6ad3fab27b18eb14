package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares first and second derivatives with the recorded ones.
 *
 * @param row the golden row
 * @param comparison how tensors are compared
 */
record GradientCheck(JsonNode row, TensorComparison comparison) {

  void check(Arguments arguments, List<@Nullable Object> outputs) throws Mismatch {
    Tensor[] inputs = inputs(arguments);
    if (row.has("backward_error")) {
      checkRefusal(outputs, inputs);
      return;
    }
    JsonNode second = row.path("second");
    boolean twice = second.has("grads") || second.path("constant").asBoolean();
    WeightedSum weighted = WeightedSum.of(outputs, row.get("cotangents"));
    @Nullable Tensor[] gradients = weighted.gradients(inputs, twice);
    compare("gradient", gradients, row.get("grads"));
    if (second.has("grads")) {
      List<@Nullable Object> kept = whereRecorded(gradients, row.get("grads"));
      @Nullable Tensor[] seconds =
          WeightedSum.of(kept, second.get("weights")).gradients(inputs, false);
      compare("second gradient", seconds, second.get("grads"));
    } else if (twice) {
      requireConstant(gradients, inputs);
    }
  }

  private Tensor[] inputs(Arguments arguments) {
    List<Tensor> found = new ArrayList<>();
    for (JsonNode path : row.get("inputs")) {
      found.add(at(arguments, path.asText().split("\\.")));
    }
    return found.toArray(Tensor[]::new);
  }

  private static Tensor at(Arguments arguments, String[] path) {
    Object value =
        path[0].equals("args")
            ? arguments.positional().get(Integer.parseInt(path[1]))
            : arguments.keywords().get(path[1]);
    for (int i = 2; i < path.length; i++) {
      value = ((List<?>) Objects.requireNonNull(value)).get(Integer.parseInt(path[i]));
    }
    return (Tensor) Objects.requireNonNull(value);
  }

  private static List<@Nullable Object> whereRecorded(
      @Nullable Tensor[] gradients, JsonNode recorded) {
    List<@Nullable Object> kept = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++) {
      kept.add(recorded.get(i).isNull() ? null : gradients[i]);
    }
    return kept;
  }

  private void compare(String what, @Nullable Tensor[] actual, JsonNode recorded) throws Mismatch {
    for (int i = 0; i < actual.length; i++) {
      compare(what + " " + i, actual[i], recorded.get(i));
    }
  }

  private void compare(String what, @Nullable Tensor actual, JsonNode recorded) throws Mismatch {
    if (recorded.isNull()) {
      requireZero(what, actual);
    } else if (actual != null) {
      comparison.check(what, actual, RecordedTensor.of(recorded));
    } else if (!RecordedTensor.of(recorded).isAllZero()) {
      throw new Mismatch(what + " is absent");
    }
  }

  private static void requireZero(String what, @Nullable Tensor actual) throws Mismatch {
    if (actual == null) {
      return;
    }
    for (double value : GoldenTensors.doubles(actual)) {
      if (value != 0) {
        throw new Mismatch(what + " has " + value + ", recorded none or zeros");
      }
    }
  }

  /** Gradients that do not depend on the inputs: a second derivative is zero or absent. */
  private static void requireConstant(@Nullable Tensor[] gradients, Tensor[] inputs)
      throws Mismatch {
    for (@Nullable Tensor second : WeightedSum.plain(gradients).gradients(inputs, false)) {
      requireZero("second gradient", second);
    }
  }

  private void checkRefusal(List<@Nullable Object> outputs, Tensor[] inputs) throws Mismatch {
    try {
      WeightedSum.of(outputs, row.get("cotangents")).gradients(inputs, false);
    } catch (RuntimeException expected) {
      return;
    }
    throw new Mismatch("backward succeeded, recorded " + row.get("backward_error"));
  }
}
