package dev.adjoint.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** The files beside these tests, and what is in them. */
final class Samples {
  private Samples() {}

  static Path file(String name) {
    try {
      return Path.of(Samples.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers from -5 on (unsigned: from 0), or which of 0 to 23 are multiples of 3. */
  static Tensor values(DType dtype) {
    Tensor count = Tensor.arange(24).reshape(2, 3, 4);
    return switch (dtype) {
      case BOOL -> count.remainder(Tensor.tensor(3)).eq(0);
      case UINT8 -> count.to(dtype);
      case FLOAT32, FLOAT64, INT64, INT32, INT16, INT8 -> count.sub(5).to(dtype);
    };
  }

  /** One tensor of each type, by its name. */
  static Map<String, Tensor> ofEachType() {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (DType dtype : DType.values()) {
      named.put(dtype.label(), values(dtype));
    }
    return named;
  }

  static void assertSame(Tensor expected, Tensor actual) {
    assertEquals(expected.dtype(), actual.dtype());
    assertArrayEquals(expected.shape(), actual.shape());
    assertTrue(actual.isContiguous());
    assertArrayEquals(
        expected.to(DType.FLOAT64).toDoubleArray(), actual.to(DType.FLOAT64).toDoubleArray());
  }

  static void assertSame(Map<String, Tensor> expected, Map<String, Tensor> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, tensor) -> assertSame(tensor, actual.get(name)));
  }

  /** Fails unless a file is refused with a message that contains a text. */
  static void assertRefused(String text, Executable reading) {
    String message = assertThrows(TensorFileException.class, reading).getMessage();
    assertTrue(message.contains(text), message);
  }

  /** Every beginning of some bytes, without the whole. */
  static List<byte[]> beginnings(byte[] whole) {
    List<byte[]> parts = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      parts.add(Arrays.copyOf(whole, length));
    }
    return parts;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
