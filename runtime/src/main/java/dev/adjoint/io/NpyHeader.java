package dev.adjoint.io;

import dev.adjoint.DType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands before the data of a {@code .npy} file. The format is that of NumPy's {@code
 * numpy.lib.format}, versions 1.0 to 3.0.
 *
 * @param dtype the element type
 * @param order the order of the bytes of one element
 * @param isColumnMajor whether the first index runs fastest
 * @param shape the sizes
 */
record NpyHeader(DType dtype, ByteOrder order, boolean isColumnMajor, long[] shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

  /** Reads it, so that the data come next. */
  static NpyHeader read(SizedInput in) throws IOException {
    if (!Arrays.equals(in.take(MAGIC.length, "the beginning of a .npy file"), MAGIC)) {
      throw in.malformed("not a .npy file");
    }
    byte[] version = in.take(2, "the version");
    if (version[0] < 1 || version[0] > 3 || version[1] != 0) {
      throw in.malformed("version %d.%d of .npy is unknown".formatted(version[0], version[1]));
    }
    byte[] text = in.take(length(in, version[0]), "the header");
    return of(
        in,
        PythonLiteral.dictionary(
            in,
            new String(
                text, version[0] < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)));
  }

  private static int length(SizedInput in, int version) throws IOException {
    byte[] bytes = in.take(version == 1 ? 2 : 4, "the length of the header");
    ByteBuffer number = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        version == 1
            ? Short.toUnsignedLong(number.getShort())
            : Integer.toUnsignedLong(number.getInt());
    in.demand(length, "the header");
    if (length > Integer.MAX_VALUE - Long.BYTES) {
      throw in.malformed("a header of " + length + " bytes is longer than any");
    }
    return (int) length;
  }

  private static NpyHeader of(SizedInput in, Map<String, Object> entries)
      throws TensorFileException {
    if (!entries.keySet().equals(KEYS)
        || !(entries.get("descr") instanceof String descr)
        || !(entries.get("fortran_order") instanceof Boolean isColumnMajor)
        || !(entries.get("shape") instanceof long[] shape)) {
      throw in.malformed(
          "the header has to say descr, fortran_order and shape, not " + entries.keySet());
    }
    return new NpyHeader(type(in, descr), order(descr), isColumnMajor, shape);
  }

  private static ByteOrder order(String descr) {
    return descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private static DType type(SizedInput in, String descr) throws TensorFileException {
    boolean hasOrder = !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0;
    String code = hasOrder ? descr.substring(1) : descr;
    for (DType dtype : DType.values()) {
      if (code(dtype).equals(code)) {
        return dtype;
      }
    }
    throw in.malformed(
        "elements of type '%s' have no counterpart here; convert them before, with astype('%s')"
            .formatted(descr, code.startsWith("u") ? "int64" : "float32"));
  }

  private static String code(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> "f4";
      case FLOAT64 -> "f8";
      case INT64 -> "i8";
      case INT32 -> "i4";
      case INT16 -> "i2";
      case INT8 -> "i1";
      case UINT8 -> "u1";
      case BOOL -> "b1";
    };
  }

  /** The header as bytes, padded so that the data begin at a multiple of 64. */
  static byte[] bytes(DType dtype, long[] shape) {
    String sizes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    String text =
        "{'descr': '%s%s', 'fortran_order': False, 'shape': (%s%s), }"
            .formatted(
                dtype.elementSize() == 1 ? "|" : "<",
                code(dtype),
                sizes,
                shape.length == 1 ? "," : "");
    int before = MAGIC.length + 4;
    int length = (before + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - before;
    ByteBuffer header = ByteBuffer.allocate(before + length).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) length);
    header.put(
        (text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }
}
