package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns recorded arguments into fresh Java values.
 *
 * @param tracksGradients whether tensors recorded as requiring a gradient do so
 * @param arrangement where the elements of tensors lie
 */
record ArgumentDecoder(boolean tracksGradients, Arrangement arrangement) {

  ArgumentDecoder(boolean tracksGradients) {
    this(tracksGradients, Arrangement.DENSE);
  }

  /** A tuple where the call tells it from a list. */
  record TupleValue(List<@Nullable Object> items) {}

  /** A slice of an index; null parts are open. */
  record SliceValue(@Nullable Integer start, @Nullable Integer stop, @Nullable Integer step) {}

  /** The {@code ...} of an index. */
  enum EllipsisValue {
    ELLIPSIS
  }

  Arguments arguments(JsonNode row) {
    Map<String, @Nullable Object> keywords = new LinkedHashMap<>();
    row.get("kwargs").properties().forEach(e -> keywords.put(e.getKey(), value(e.getValue())));
    return new Arguments(list(row.get("args")), keywords);
  }

  @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL -> null;
      case BOOLEAN -> node.asBoolean();
      case STRING -> node.asText();
      case NUMBER -> number(node);
      case ARRAY -> list(node);
      case OBJECT -> object(node);
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("not a golden value: " + node);
    };
  }

  // Integer and floating arguments are different calls, so the two are kept apart.
  private static Object number(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.asLong();
    }
    return node.asDouble();
  }

  private List<@Nullable Object> list(JsonNode array) {
    List<@Nullable Object> items = new ArrayList<>();
    array.forEach(item -> items.add(value(item)));
    return items;
  }

  private Object object(JsonNode node) {
    if (node.has("shape")) {
      Tensor tensor = arrangement.of(GoldenTensors.fresh(RecordedTensor.of(node))).detach();
      boolean leaf = tracksGradients && node.path("requires_grad").asBoolean();
      return leaf ? tensor.requiresGrad_(true) : tensor;
    }
    if (node.has("dtype")) {
      return dtype(node.get("dtype").asText());
    }
    if (node.has("float")) {
      return GoldenJson.floating(node.get("float"));
    }
    if (node.has("tuple")) {
      return new TupleValue(list(node.get("tuple")));
    }
    if (node.has("slice")) {
      return slice(node.get("slice"));
    }
    if (node.has("ellipsis")) {
      return EllipsisValue.ELLIPSIS;
    }
    throw new IllegalArgumentException("not a golden value: " + node);
  }

  private static SliceValue slice(JsonNode parts) {
    return new SliceValue(bound(parts.get(0)), bound(parts.get(1)), bound(parts.get(2)));
  }

  private static @Nullable Integer bound(JsonNode part) {
    return part.isNull() ? null : (Integer) part.asInt();
  }

  static DType dtype(String label) {
    for (DType dtype : DType.values()) {
      if (dtype.label().equals(label)) {
        return dtype;
      }
    }
    throw new IllegalArgumentException("no such dtype: " + label);
  }
}
