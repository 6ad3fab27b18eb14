package dev.adjoint.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of NumPy are read as they are meant, and written so that NumPy would have written them. */
class NpyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void readsEveryType(DType dtype) throws IOException {
    Samples.assertSame(Samples.values(dtype), Npy.read(Samples.file(dtype.label() + ".npy")));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64", "INT64", "INT32", "INT16"})
  void readsTheOtherOrderOfBytes(DType dtype) throws IOException {
    Path file = Samples.file(dtype.label() + "-big-endian.npy");
    Samples.assertSame(Samples.values(dtype), Npy.read(file));
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatNumpyWrites(DType dtype) throws IOException {
    Path file = folder.resolve("x.npy");
    Npy.write(file, Samples.values(dtype));
    assertArrayEquals(
        Files.readAllBytes(Samples.file(dtype.label() + ".npy")), Files.readAllBytes(file));
  }

  @Test
  void readsColumnMajorOrder() throws IOException {
    Samples.assertSame(Samples.values(DType.FLOAT64), Npy.read(Samples.file("column-major.npy")));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void readsLaterVersions(int version) throws IOException {
    Samples.assertSame(
        Samples.values(DType.FLOAT32), Npy.read(Samples.file("version-" + version + ".npy")));
  }

  @Test
  void readsAndWritesShapesAtTheEdge() throws IOException {
    Map<String, Tensor> expected =
        Map.of(
            "scalar.npy", Tensor.tensor(2.5),
            "vector.npy", Samples.values(DType.INT32).flatten(),
            "empty.npy", Tensor.zeros(3, 0, 2));
    for (Map.Entry<String, Tensor> named : expected.entrySet()) {
      Samples.assertSame(named.getValue(), Npy.read(Samples.file(named.getKey())));
      Npy.write(folder.resolve("x.npy"), named.getValue());
      assertArrayEquals(
          Files.readAllBytes(Samples.file(named.getKey())),
          Files.readAllBytes(folder.resolve("x.npy")));
    }
  }

  @Test
  void keepsEveryBitOfANumber() throws IOException {
    double[] values = Npy.read(Samples.file("special.npy")).toDoubleArray();
    double[] expected = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE
    };
    assertArrayEquals(expected, values);
  }

  @Test
  void writesViewsInTheirOwnOrder() throws IOException {
    Tensor view = Samples.values(DType.FLOAT32).permute(2, 0, 1).slice(0, 1, 4, 2);
    Npy.write(folder.resolve("x.npy"), view);
    Samples.assertSame(view.contiguous(), Npy.read(folder.resolve("x.npy")));
  }

  @Test
  void readsMoreThanOneBlock() throws IOException {
    Tensor many = Tensor.arange(100_003);
    Npy.write(folder.resolve("x.npy"), many);
    Samples.assertSame(many, Npy.read(folder.resolve("x.npy")));
  }

  @Test
  void leavesWhatFollowsTheArray() throws IOException {
    byte[] file = Files.readAllBytes(Samples.file("scalar.npy"));
    byte[] twice = ByteBuffer.allocate(2 * file.length).put(file).put(file).array();
    assertEquals(2.5, Npy.read(twice).item());
  }

  @ParameterizedTest
  @CsvSource({
    "complex.npy, '<c8'",
    "half.npy, astype('float32')",
    "unsigned.npy, astype('int64')",
    "records.npy, an array of records"
  })
  void refusesWhatHasNoCounterpart(String file, String message) {
    Samples.assertRefused(message, () -> Npy.read(Samples.file(file)));
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    for (byte[] part : Samples.beginnings(Files.readAllBytes(Samples.file("int16.npy")))) {
      Samples.assertRefused("bytes, ", () -> Npy.read(part));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999999999,), }; 2147483647",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (65536, 65536, 65536), }; 2147483647",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 65536, 65536), }; 2147483647",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }; no size",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }; no size",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000,), }; 8000000000 bytes",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,); header is wrong",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} or f(); header is wrong",
        "{'descr': '<f8', 'fortran_order': 1, 'shape': (1,)}; header is wrong",
        "{'descr': '<f8', 'descr': '<f8', 'shape': (1,)}; twice",
        "{'descr': '<f8', 'shape': (1,)}; fortran_order",
        "{'descr': '<f8', 'fortran_order': False, 'shape': '1'}; fortran_order",
        "{'descr': '\\x41', 'fortran_order': False, 'shape': (1,)}; header is wrong",
        "[1, 2]; header is wrong"
      })
  void refusesHostileHeaders(String header, String message) {
    Samples.assertRefused(message, () -> Npy.read(withHeader(header, 1)));
  }

  @Test
  void refusesMoreDimensionsThanTensorsHave() {
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + "1, ".repeat(65) + "), }";
    Samples.assertRefused("64 dimensions", () -> Npy.read(withHeader(header, 1)));
  }

  @Test
  void refusesOtherVersionsAndFormats() {
    Samples.assertRefused("version 4.0", () -> Npy.read(withHeader("{}", 4)));
    Samples.assertRefused("not a .npy file", () -> Npy.read(Samples.ascii("PK\3\4 and so on")));
    byte[] longHeader = Samples.ascii("\u0093NUMPY\2\0\u00ff\u00ff\u00ff\u00ff{}");
    Samples.assertRefused("takes 4294967295 bytes, 2 are left", () -> Npy.read(longHeader));
  }

  private static byte[] withHeader(String header, int version) {
    ByteBuffer file = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    file.put(Samples.ascii("\u0093NUMPY")).put((byte) version).put((byte) 0);
    return file.putShort((short) header.length()).put(Samples.ascii(header)).array();
  }
}
