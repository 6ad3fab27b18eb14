package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.DType;

/**
 * A tensor of a golden file.
 *
 * @param shape its sizes
 * @param dtype its element type
 * @param data the elements in row-major order; a JSON null when they are unspecified
 */
record RecordedTensor(long[] shape, DType dtype, JsonNode data) {

  static RecordedTensor of(JsonNode node) {
    return new RecordedTensor(
        GoldenJson.sizes(node.get("shape")),
        ArgumentDecoder.dtype(node.get("dtype").asText()),
        node.get("data"));
  }

  boolean isSpecified() {
    return data.isArray();
  }

  /** Numbers of float32 tensors are read in that precision. */
  double floating(int position) {
    double value = GoldenJson.floating(data.get(position));
    return dtype == DType.FLOAT32 ? (float) value : value;
  }

  long integral(int position) {
    return GoldenJson.integral(data.get(position));
  }

  boolean isAllZero() {
    for (int i = 0; i < data.size(); i++) {
      if (dtype.isFloatingPoint() ? floating(i) != 0 : integral(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
