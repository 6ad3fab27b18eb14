package dev.adjoint.io;

import dev.adjoint.Tensor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Named tensors in a file of NumPy's format {@code .npz}: a zip archive of {@link Npy} files, as
 * {@code numpy.savez} and {@code numpy.savez_compressed} write it.
 */
public final class Npz {
  private static final String SUFFIX = ".npy";

  /** The most that the method of zip archives compresses by. */
  private static final long DEFLATION = 1032;

  private Npz() {}

  /**
   * Reads a file.
   *
   * @param file an archive, its entries stored or compressed
   * @return the tensors by name, in the order of the archive; unmodifiable
   * @throws TensorFileException if the file is damaged, or an entry is no {@code .npy} file
   * @throws IOException if it cannot be read
   */
  public static Map<String, Tensor> read(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try (ZipFile archive = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(archive.entries())) {
        String name = file + " (" + entry.getName() + ")";
        checkSize(entry, name, Files.size(file));
        if (tensors.put(key(entry, name), read(archive, entry, name)) != null) {
          throw new TensorFileException(name + ": there is another entry of this name");
        }
      }
    } catch (ZipException | EOFException e) {
      throw new TensorFileException(file + ": not a sound zip archive: " + e.getMessage(), e);
    }
    return Collections.unmodifiableMap(tensors);
  }

  private static Tensor read(ZipFile archive, ZipEntry entry, String name) throws IOException {
    CheckedInputStream sum = new CheckedInputStream(archive.getInputStream(entry), new CRC32());
    try (SizedInput in = new SizedInput(new BufferedInputStream(sum), entry.getSize(), name)) {
      Tensor tensor = Npy.read(in);
      if (in.left() == 0 && sum.getChecksum().getValue() != entry.getCrc()) {
        throw in.malformed("the data do not have the checksum that the archive says");
      }
      return tensor;
    }
  }

  private static String key(ZipEntry entry, String name) throws TensorFileException {
    if (!entry.getName().endsWith(SUFFIX)) {
      throw new TensorFileException(name + ": not a .npy file");
    }
    return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
  }

  private static void checkSize(ZipEntry entry, String name, long fileSize)
      throws TensorFileException {
    long packed = entry.getCompressedSize();
    long most = entry.getMethod() == ZipEntry.STORED ? packed : (packed + 1) * DEFLATION;
    if (packed < 0 || packed > fileSize || entry.getSize() < 0 || entry.getSize() > most) {
      throw new TensorFileException(
          "%s: %d bytes are claimed to hold %d, in a file of %d"
              .formatted(name, packed, entry.getSize(), fileSize));
    }
  }

  /**
   * Writes a file, over an older one if there is one, without compression.
   *
   * @param file where to
   * @param tensors what, by names without {@code .npy}
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
    write(file, tensors, ZipEntry.STORED);
  }

  /**
   * Writes a file, over an older one if there is one, compressed.
   *
   * @param file where to
   * @param tensors what, by names without {@code .npy}
   * @throws IOException if it cannot be written
   */
  public static void writeCompressed(Path file, Map<String, Tensor> tensors) throws IOException {
    write(file, tensors, ZipEntry.DEFLATED);
  }

  private static void write(Path file, Map<String, Tensor> tensors, int method) throws IOException {
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Map.Entry<String, Tensor> named : List.copyOf(tensors.entrySet())) {
        ZipEntry entry = new ZipEntry(named.getKey() + SUFFIX);
        entry.setMethod(method);
        entry.setTime(0);
        if (method == ZipEntry.STORED) {
          measure(entry, named.getValue());
        }
        out.putNextEntry(entry);
        Npy.write(out, named.getValue());
        out.closeEntry();
      }
    }
  }

  /** An uncompressed entry says its size and checksum ahead. */
  private static void measure(ZipEntry entry, Tensor tensor) throws IOException {
    CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
    Npy.write(sum, tensor);
    entry.setCrc(sum.getChecksum().getValue());
    long header = NpyHeader.bytes(tensor.dtype(), tensor.shape()).length;
    entry.setSize(header + tensor.numel() * tensor.dtype().elementSize());
  }
}
