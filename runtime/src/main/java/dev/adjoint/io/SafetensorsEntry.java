package dev.adjoint.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.adjoint.DType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a safetensors file says of one tensor.
 *
 * @param name its name
 * @param dtype its element type
 * @param shape its sizes
 * @param begin where its data begin, counted from the end of the header
 * @param end where they end
 */
record SafetensorsEntry(String name, DType dtype, long[] shape, long begin, long end) {

  /** Reads it, from before the opening brace to the closing one. */
  static SafetensorsEntry read(SizedInput in, JsonParser json, String name) throws IOException {
    String place = "tensor '" + name + "'";
    SafetensorsHeader.expect(in, json.nextToken(), JsonToken.START_OBJECT, place);
    String type = null;
    long[] shape = null;
    long[] offsets = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      switch (key) {
        case "dtype" -> {
          SafetensorsHeader.expect(
              in, json.nextToken(), JsonToken.VALUE_STRING, "dtype of " + place);
          type = json.getText();
        }
        case "shape" -> shape = numbers(in, json, key + " of " + place);
        case "data_offsets" -> offsets = numbers(in, json, key + " of " + place);
        default -> throw in.malformed(place + " has an unknown entry '" + key + "'");
      }
    }
    return checked(in, name, type, shape, offsets);
  }

  private static long[] numbers(SizedInput in, JsonParser json, String place) throws IOException {
    SafetensorsHeader.expect(in, json.nextToken(), JsonToken.START_ARRAY, place);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      SafetensorsHeader.expect(in, json.currentToken(), JsonToken.VALUE_NUMBER_INT, place);
      if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0) {
        throw in.malformed(place + " has the number " + json.getText());
      }
      numbers.add(json.getLongValue());
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static SafetensorsEntry checked(
      SizedInput in,
      String name,
      @Nullable String type,
      long @Nullable [] shape,
      long @Nullable [] offsets)
      throws TensorFileException {
    if (type == null || shape == null || offsets == null || offsets.length != 2) {
      throw in.malformed("tensor '" + name + "' needs a dtype, a shape and two data_offsets");
    }
    DType dtype = dtype(in, name, type);
    long bytes = Elements.bytes(in, dtype, shape);
    if (offsets[0] > offsets[1] || offsets[1] - offsets[0] != bytes) {
      throw in.malformed(
          "tensor '%s' takes %d bytes, its data_offsets %d to %d hold %d"
              .formatted(name, bytes, offsets[0], offsets[1], offsets[1] - offsets[0]));
    }
    return new SafetensorsEntry(name, dtype, shape, offsets[0], offsets[1]);
  }

  private static DType dtype(SizedInput in, String name, String type) throws TensorFileException {
    for (DType dtype : DType.values()) {
      if (code(dtype).equals(type)) {
        return dtype;
      }
    }
    throw in.malformed(
        "tensor '%s' has elements of type %s, which has no counterpart here; convert it before"
            .formatted(name, type));
  }

  /** The name of an element type in the format. */
  static String code(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> "F32";
      case FLOAT64 -> "F64";
      case INT64 -> "I64";
      case INT32 -> "I32";
      case INT16 -> "I16";
      case INT8 -> "I8";
      case UINT8 -> "U8";
      case BOOL -> "BOOL";
    };
  }
}
