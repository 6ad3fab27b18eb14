package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One recorded call of an operator and everything that was recorded of it.
 *
 * @param row the golden row
 * @param operation the Java call
 * @param inPlaceTwin the Java call of the in-place twin, where the row names one
 * @param arrangement where the elements of the arguments lie
 */
record OperatorCase(
    JsonNode row, Operation operation, @Nullable Operation inPlaceTwin, Arrangement arrangement) {

  OperatorCase(JsonNode row, Operation operation, @Nullable Operation inPlaceTwin) {
    this(row, operation, inPlaceTwin, Arrangement.DENSE);
  }

  private static final int DIFFERENTIABLE = 1;

  /** Runs the call and compares all that was recorded. */
  void check() throws Mismatch {
    Arguments arguments = new ArgumentDecoder(true, arrangement).arguments(row);
    List<@Nullable Object> outputs = operation.apply(arguments);
    Gauge gauge = Gauge.of(row.path("gauge").asText(""));
    List<@Nullable Object> aligned = gauge.aligned(outputs, row.get("outputs"));
    checkOutputs(aligned, row.get("outputs"));
    if (arrangement == Arrangement.DENSE) {
      checkSharing(arguments, outputs);
    }
    if (row.has("inputs")) {
      new GradientCheck(row, comparison()).check(arguments, aligned);
    }
    if (row.has("inplace")) {
      checkInPlace();
    }
  }

  private TensorComparison comparison() {
    return new TensorComparison(row.path("tol"));
  }

  private void checkOutputs(List<@Nullable Object> outputs, JsonNode recorded) throws Mismatch {
    if (outputs.size() != recorded.size()) {
      throw new Mismatch(outputs.size() + " outputs, recorded " + recorded.size());
    }
    boolean ties = row.path("ties").asBoolean();
    for (int k = 0; k < outputs.size(); k++) {
      boolean loose = ties && k >= DIFFERENTIABLE;
      if (!loose) {
        checkOutput("output " + k, Objects.requireNonNull(outputs.get(k)), recorded.get(k));
      }
    }
    if (ties) {
      Arguments arguments = new ArgumentDecoder(false, arrangement).arguments(row);
      TieCheck.check(arguments, outputs, searchedDimension(arguments));
    }
  }

  /** {@code dim} follows the tensor, or the count of those that take one. */
  private int searchedDimension(Arguments arguments) {
    String name = row.get("op").asText();
    boolean counts = name.equals("kthvalue") || name.equals("topk");
    return arguments.integer(counts ? 2 : 1, "dim", -1);
  }

  private void checkOutput(String what, Object actual, JsonNode recorded) throws Mismatch {
    switch (actual) {
      case Tensor tensor when recorded.isObject() && recorded.has("shape") ->
          comparison().check(what, tensor, RecordedTensor.of(recorded));
      case Boolean flag when recorded.isBoolean() -> require(flag == recorded.asBoolean(), what);
      case Number number when !recorded.has("shape") ->
          require(
              Tolerance.of(row.path("tol"), row.get("dtype").asText())
                  .accepts(number.doubleValue(), plainNumber(recorded)),
              what + " is " + number + ", recorded " + recorded);
      default -> throw new Mismatch(what + " is " + actual + ", recorded " + recorded);
    }
  }

  private static double plainNumber(JsonNode recorded) {
    return GoldenJson.floating(recorded.has("float") ? recorded.get("float") : recorded);
  }

  private static void require(boolean holds, String what) throws Mismatch {
    if (!holds) {
      throw new Mismatch(what);
    }
  }

  private void checkSharing(Arguments arguments, List<@Nullable Object> outputs) throws Mismatch {
    JsonNode recorded = row.path("shares_storage");
    for (int k = 0; k < recorded.size(); k++) {
      if (outputs.get(k) instanceof Tensor output && output.numel() > 0) {
        boolean shares = tensorsOf(arguments).stream().anyMatch(in -> sharesStorage(in, output));
        require(
            shares == recorded.get(k).asBoolean(),
            "output " + k + (shares ? " shares" : " does not share") + " the input's storage");
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // Sharing is identity.
  private static boolean sharesStorage(Tensor input, Tensor output) {
    return input.storage().array() == output.storage().array();
  }

  private static List<Tensor> tensorsOf(Arguments arguments) {
    List<Tensor> found = new ArrayList<>();
    arguments.positional().forEach(value -> collect(value, found));
    arguments.keywords().values().forEach(value -> collect(value, found));
    return found;
  }

  private static void collect(@Nullable Object value, List<Tensor> found) {
    switch (value) {
      case Tensor tensor -> found.add(tensor);
      case List<?> items -> items.forEach(item -> collect(item, found));
      case null, default -> {}
    }
  }

  /** Without gradients the twin gives the same result, in its first argument. */
  private void checkInPlace() throws Mismatch {
    String name = row.get("inplace").asText();
    Arguments arguments = new ArgumentDecoder(false, arrangement).arguments(row);
    Tensor self = arguments.tensor(0);
    List<@Nullable Object> returned = Objects.requireNonNull(inPlaceTwin).apply(arguments);
    require(returned.getFirst() == self, name + " does not return its first argument");
    checkOutput("result of " + name, self, row.get("outputs").get(0));
  }
}
