package dev.adjoint.io;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named tensors in a file of the format safetensors: a JSON header, then the bare elements. The
 * format is published with its reference implementation,
 * https://github.com/huggingface/safetensors.
 */
public final class Safetensors {
  private static final int ALIGNMENT = 8;

  private static final List<DType> ORDER =
      List.of(
          DType.INT64,
          DType.FLOAT64,
          DType.FLOAT32,
          DType.INT32,
          DType.INT16,
          DType.INT8,
          DType.UINT8,
          DType.BOOL);

  private Safetensors() {}

  /**
   * Reads a file.
   *
   * @param file a safetensors file
   * @return the tensors by name, in the order of the header; unmodifiable
   * @throws TensorFileException if the file is damaged, or has types that tensors do not have
   * @throws IOException if it cannot be read
   */
  public static Map<String, Tensor> read(Path file) throws IOException {
    try (SizedInput in = SizedInput.of(file)) {
      return read(in);
    }
  }

  /**
   * Reads the content of a file.
   *
   * @param content all bytes of the file
   * @return the tensors by name, in the order of the header; unmodifiable
   * @throws TensorFileException if they are damaged, or have types that tensors do not have
   * @throws IOException never
   */
  public static Map<String, Tensor> read(byte[] content) throws IOException {
    try (SizedInput in = SizedInput.of(content)) {
      return read(in);
    }
  }

  private static Map<String, Tensor> read(SizedInput in) throws IOException {
    List<SafetensorsEntry> entries = SafetensorsHeader.read(in).entries();
    List<SafetensorsEntry> inFile =
        entries.stream()
            .sorted(
                Comparator.comparingLong(SafetensorsEntry::begin)
                    .thenComparingLong(SafetensorsEntry::end))
            .toList();
    checkCover(in, inFile);
    Map<String, Tensor> found = new HashMap<>();
    for (SafetensorsEntry entry : inFile) {
      found.put(
          entry.name(), Elements.read(in, entry.dtype(), entry.shape(), ByteOrder.LITTLE_ENDIAN));
    }
    Map<String, Tensor> ordered = new LinkedHashMap<>();
    entries.forEach(entry -> ordered.put(entry.name(), found.get(entry.name())));
    return Collections.unmodifiableMap(ordered);
  }

  /** The tensors lie one behind the other and fill the rest of the file. */
  private static void checkCover(SizedInput in, List<SafetensorsEntry> entries)
      throws TensorFileException {
    long end = 0;
    for (SafetensorsEntry entry : entries) {
      if (entry.begin() != end) {
        throw in.malformed(
            "the data of '%s' begin at %d, those before end at %d"
                .formatted(entry.name(), entry.begin(), end));
      }
      end = entry.end();
    }
    if (end != in.left()) {
      throw in.malformed("the header describes %d bytes, %d follow".formatted(end, in.left()));
    }
  }

  /**
   * Reads what a file says besides its tensors.
   *
   * @param file a safetensors file
   * @return texts by name; unmodifiable
   * @throws TensorFileException if the header is damaged
   * @throws IOException if it cannot be read
   */
  public static Map<String, String> readMetadata(Path file) throws IOException {
    try (SizedInput in = SizedInput.of(file)) {
      return Collections.unmodifiableMap(SafetensorsHeader.read(in).metadata());
    }
  }

  /**
   * Writes a file, over an older one if there is one.
   *
   * @param file where to
   * @param tensors what; views of one storage are written as tensors of their own
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
    write(file, tensors, Map.of());
  }

  /**
   * Writes a file, over an older one if there is one.
   *
   * @param file where to
   * @param tensors what; views of one storage are written as tensors of their own
   * @param metadata texts to go with them, by name
   * @throws IllegalArgumentException for a tensor named {@code __metadata__}
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    if (tensors.containsKey(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException(
          "a tensor cannot be named " + SafetensorsHeader.METADATA + ", which is the file's own");
    }
    List<Map.Entry<String, Tensor>> inFile = aligned(tensors);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header(inFile, metadata));
      for (Map.Entry<String, Tensor> named : inFile) {
        Elements.write(named.getValue(), out);
      }
    }
  }

  /**
   * Wide elements first, so that each tensor begins at a multiple of its element's size; otherwise
   * in the order of the reference implementation, so that the same tensors give the same bytes.
   */
  private static List<Map.Entry<String, Tensor>> aligned(Map<String, Tensor> tensors) {
    Comparator<Map.Entry<String, Tensor>> byType =
        Comparator.comparingInt(named -> ORDER.indexOf(named.getValue().dtype()));
    return tensors.entrySet().stream().sorted(byType.thenComparing(Map.Entry::getKey)).toList();
  }

  private static byte[] header(
      List<Map.Entry<String, Tensor>> tensors, Map<String, String> metadata) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(text, JsonEncoding.UTF8)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(SafetensorsHeader.METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      long begin = 0;
      for (Map.Entry<String, Tensor> named : tensors) {
        begin = describe(json, named.getKey(), named.getValue(), begin);
      }
      json.writeEndObject();
    }
    while (text.size() % ALIGNMENT != 0) {
      text.write(' ');
    }
    byte[] length =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(text.size()).array();
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(length);
    text.writeTo(header);
    return header.toByteArray();
  }

  private static long describe(JsonGenerator json, String name, Tensor tensor, long begin)
      throws IOException {
    long end = begin + tensor.numel() * tensor.dtype().elementSize();
    json.writeObjectFieldStart(name);
    json.writeStringField("dtype", SafetensorsEntry.code(tensor.dtype()));
    json.writeFieldName("shape");
    json.writeArray(tensor.shape(), 0, tensor.dim());
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {begin, end}, 0, 2);
    json.writeEndObject();
    return end;
  }
}
