package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.print.ElementKind;
import dev.adjoint.print.TensorContent;
import org.jspecify.annotations.Nullable;

/**
 * A recorded tensor of a printing case, read element by element from its row.
 *
 * @param row the printing case
 */
record RecordedContent(JsonNode row) implements TensorContent {

  @Override
  public long[] shape() {
    return GoldenJson.sizes(tensor().get("shape"));
  }

  @Override
  public ElementKind kind() {
    return switch (dtypeName()) {
      case "float64", "float32" -> ElementKind.FLOATING;
      case "bool" -> ElementKind.BOOLEAN;
      default -> ElementKind.INTEGRAL;
    };
  }

  @Override
  public double floatingAt(long position) {
    double value = valueAt(position);
    return dtypeName().equals("float32") ? (float) value : value;
  }

  @Override
  public long integralAt(long position) {
    if (tensor().has("arange")) {
      return (long) valueAt(position);
    }
    return GoldenJson.integral(tensor().get("data").get((int) position));
  }

  @Override
  public String dtypeName() {
    return tensor().get("dtype").asText();
  }

  @Override
  public @Nullable String gradFn() {
    return row.has("grad_fn") ? row.get("grad_fn").asText() : null;
  }

  @Override
  public boolean requiresGrad() {
    return row.path("requires_grad").asBoolean();
  }

  private JsonNode tensor() {
    return row.get("tensor");
  }

  private double valueAt(long position) {
    JsonNode range = tensor().get("arange");
    return range == null
        ? GoldenJson.floating(tensor().get("data").get((int) position))
        : range.get("start").asDouble() + position * range.get("step").asDouble();
  }
}
