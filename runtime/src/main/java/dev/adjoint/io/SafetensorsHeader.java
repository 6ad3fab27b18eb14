package dev.adjoint.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON text at the beginning of a safetensors file.
 *
 * @param entries the tensors, in the order of the text
 * @param metadata what {@code __metadata__} says
 */
record SafetensorsHeader(List<SafetensorsEntry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  /** The limit of the format's reference implementation. */
  private static final long MOST_BYTES = 100_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Reads it, so that the data come next. */
  static SafetensorsHeader read(SizedInput in) throws IOException {
    byte[] number = in.take(Long.BYTES, "the length of the header");
    long length = ByteBuffer.wrap(number).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > MOST_BYTES) {
      throw in.malformed(
          "a header of %s bytes, where at most %d are allowed"
              .formatted(Long.toUnsignedString(length), MOST_BYTES));
    }
    byte[] text = in.take((int) length, "the header");
    if (text.length == 0 || text[0] != '{') {
      throw in.malformed("the header has to begin with {");
    }
    try (JsonParser json = JSON.createParser(text)) {
      return read(in, json);
    } catch (JsonProcessingException e) {
      TensorFileException refusal =
          in.malformed("the header is no sound JSON: " + e.getOriginalMessage());
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static SafetensorsHeader read(SizedInput in, JsonParser json) throws IOException {
    List<SafetensorsEntry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    expect(in, json.nextToken(), JsonToken.START_OBJECT, "the header");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (name.equals(METADATA)) {
        readMetadata(in, json, metadata);
      } else {
        entries.add(SafetensorsEntry.read(in, json, name));
      }
    }
    if (json.nextToken() != null) {
      throw in.malformed("something follows the JSON object of the header");
    }
    return new SafetensorsHeader(entries, metadata);
  }

  private static void readMetadata(SizedInput in, JsonParser json, Map<String, String> metadata)
      throws IOException {
    expect(in, json.nextToken(), JsonToken.START_OBJECT, METADATA);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      expect(in, json.nextToken(), JsonToken.VALUE_STRING, METADATA + " of " + key);
      metadata.put(key, json.getText());
    }
  }

  /** Checks the kind of JSON value that stands at a place. */
  static void expect(SizedInput in, JsonToken found, JsonToken expected, String place)
      throws TensorFileException {
    if (found != expected) {
      throw in.malformed("%s has to be %s, not %s".formatted(place, expected, found));
    }
  }
}
