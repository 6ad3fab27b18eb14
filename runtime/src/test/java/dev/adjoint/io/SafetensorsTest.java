package dev.adjoint.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the Python package are read, and written byte for byte as it writes them. */
class SafetensorsTest {
  private static final Map<String, String> METADATA = new LinkedHashMap<>();

  static {
    METADATA.put("format", "np");
    METADATA.put("name", "Größe \"1\"");
  }

  @TempDir Path folder;

  private static Map<String, Tensor> all() {
    Map<String, Tensor> expected = Samples.ofEachType();
    expected.put("scalar", Tensor.tensor(0.5, DType.FLOAT64));
    expected.put("empty", Tensor.zeros(3, 0));
    return expected;
  }

  @Test
  void readsFilesOfThePythonPackage() throws IOException {
    Samples.assertSame(all(), Safetensors.read(Samples.file("all.safetensors")));
    assertEquals(METADATA, Safetensors.readMetadata(Samples.file("all.safetensors")));
    assertEquals(Map.of(), Safetensors.read(Samples.file("nothing.safetensors")));
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Path file = folder.resolve("x.safetensors");
    Safetensors.write(file, all(), METADATA);
    Samples.assertSame(all(), Safetensors.read(file));
    assertEquals(METADATA, Safetensors.readMetadata(file));
  }

  @Test
  void writesWhatThePythonPackageWrites() throws IOException {
    Path file = folder.resolve("x.safetensors");
    Map<String, Tensor> tensors = Safetensors.read(Samples.file("all.safetensors"));
    Safetensors.write(file, Map.of());
    assertArrayEquals(
        Files.readAllBytes(Samples.file("nothing.safetensors")), Files.readAllBytes(file));
    Safetensors.write(file, tensors, METADATA);
    assertArrayEquals(
        Files.readAllBytes(Samples.file("all.safetensors")), Files.readAllBytes(file));
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    byte[] whole = Files.readAllBytes(Samples.file("all.safetensors"));
    for (byte[] part : Samples.beginnings(whole)) {
      assertThrows(TensorFileException.class, () -> Safetensors.read(part));
    }
  }

  @Test
  void refusesWhatHasNoCounterpart() {
    Samples.assertRefused(
        "'weight' has elements of type F16",
        () -> Safetensors.read(Samples.file("half.safetensors")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Safetensors.write(folder.resolve("x"), Map.of("__metadata__", Tensor.ones(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}; OK",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}   ; OK",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}; 4 bytes, 8 follow",
        "{'a':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}}; 16 bytes, 8 follow",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}; takes 12 bytes",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}; 8 to 0",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}; begin at 4",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}};"
            + " begin at 0",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}};"
            + " Duplicate",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}; number -2",
        "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}; has to be",
        "{'a':{'dtype':'F32','shape':[18446744073709551618],'data_offsets':[0,8]}}; number"
            + " 18446744073709551618",
        "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}}; 2147483647",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,9]}}; two data_offsets",
        "{'a':{'dtype':'F32','shape':[2]}}; two data_offsets",
        "{'a':{'dtype':'C64','shape':[1],'data_offsets':[0,8]}}; type C64",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}}; unknown entry 'x'",
        "{'a':1}; has to be",
        "{'__metadata__':{'a':1}}; has to be",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} {}; something follows",
        "{'a':; no sound JSON",
        "['a']; begin with {",
        " {}; begin with {"
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void checksHeaders(String header, String message) throws IOException {
    byte[] file = withHeader(header.replace('\'', '"'), header.length());
    if (message.strip().equals("OK")) {
      assertArrayEquals(new long[] {2}, Safetensors.read(file).get("a").shape());
    } else {
      Samples.assertRefused(message.strip(), () -> Safetensors.read(file));
    }
  }

  @Test
  void believesNoLength() {
    Samples.assertRefused("18446744073709551615", () -> Safetensors.read(withHeader("{}", -1)));
    Samples.assertRefused("at most", () -> Safetensors.read(withHeader("{}", 100_000_001)));
    Samples.assertRefused("takes 99999999", () -> Safetensors.read(withHeader("{}", 99_999_999)));
  }

  /** A file with a header and eight bytes of data. */
  private static byte[] withHeader(String header, long length) {
    byte[] text = Samples.ascii(header);
    ByteBuffer file = ByteBuffer.allocate(16 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    return file.putLong(length).put(text).array();
  }
}
