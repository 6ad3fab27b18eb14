package dev.adjoint.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of NumPy are read, and what is written is read again. */
class NpzTest {
  @TempDir Path folder;

  @Test
  void readsStoredArchives() throws IOException {
    Map<String, Tensor> expected = Samples.ofEachType();
    expected.put("scalar", Tensor.tensor(0.5, DType.FLOAT64));
    Samples.assertSame(expected, Npz.read(Samples.file("stored.npz")));
  }

  @Test
  void readsCompressedArchives() throws IOException {
    Map<String, Tensor> expected = Samples.ofEachType();
    expected.put("empty", Tensor.zeros(DType.FLOAT64, 0, 2));
    Samples.assertSame(expected, Npz.read(Samples.file("compressed.npz")));
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Map<String, Tensor> tensors = Samples.ofEachType();
    tensors.put("a/b", Tensor.tensor(1.5));
    Path stored = folder.resolve("stored.npz");
    Path compressed = folder.resolve("compressed.npz");
    Npz.write(stored, tensors);
    Npz.writeCompressed(compressed, tensors);
    Samples.assertSame(tensors, Npz.read(stored));
    Samples.assertSame(tensors, Npz.read(compressed));
    assertEquals(List.copyOf(tensors.keySet()), List.copyOf(Npz.read(stored).keySet()));
    assertTrue(Files.size(compressed) < Files.size(stored));
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    Path file = folder.resolve("x.npz");
    byte[] whole = Files.readAllBytes(Samples.file("compressed.npz"));
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(TensorFileException.class, () -> Npz.read(file));
    }
  }

  @Test
  void noticesDamage() throws IOException {
    byte[] whole = Files.readAllBytes(Samples.file("compressed.npz"));
    int noticed = 0;
    for (int at = 0; at < whole.length; at += 2) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      noticed += isRefused(damaged) ? 1 : 0;
    }
    // what is left are dates, versions and second copies of names and lengths
    assertTrue(noticed > whole.length / 4, noticed + " of " + whole.length);
  }

  private boolean isRefused(byte[] content) throws IOException {
    Path file = folder.resolve("x.npz");
    Files.write(file, content);
    try {
      Map<String, Tensor> read = Npz.read(file);
      read.values().forEach(tensor -> assertTrue(tensor.numel() == 24 || tensor.numel() == 0));
      return false;
    } catch (TensorFileException e) {
      assertTrue(e.getMessage().contains("x.npz"), e.getMessage());
      return true;
    }
  }

  @Test
  void refusesEntriesThatAreNoArrays() throws IOException {
    Path file = folder.resolve("x.npz");
    write(file, "readme.txt", Samples.ascii("text"));
    Samples.assertRefused("not a .npy file", () -> Npz.read(file));
    write(file, "x.npy", Samples.ascii("text, and more of it"));
    Samples.assertRefused("x.npz (x.npy): not a .npy file", () -> Npz.read(file));
  }

  private static void write(Path file, String name, byte[] content) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
  }
}
