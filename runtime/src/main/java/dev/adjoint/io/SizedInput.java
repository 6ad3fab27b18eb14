package dev.adjoint.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of which the number is known, so that claims about them can be checked first. */
final class SizedInput implements AutoCloseable {
  private final InputStream in;
  private final String name;
  private long left;

  SizedInput(InputStream in, long size, String name) {
    this.in = in;
    this.left = size;
    this.name = name;
  }

  static SizedInput of(Path file) throws IOException {
    long size = Files.size(file);
    return new SizedInput(new BufferedInputStream(Files.newInputStream(file)), size, "" + file);
  }

  static SizedInput of(byte[] bytes) {
    return new SizedInput(new ByteArrayInputStream(bytes), bytes.length, "the given bytes");
  }

  /** How many bytes there are still. */
  long left() {
    return left;
  }

  /** The next bytes, all of them. */
  byte[] take(int count, String what) throws IOException {
    demand(count, what);
    byte[] bytes = new byte[count];
    fill(bytes, count, what);
    return bytes;
  }

  /** The next bytes into the beginning of an array. */
  void fill(byte[] bytes, int count, String what) throws IOException {
    demand(count, what);
    int read = in.readNBytes(bytes, 0, count);
    left -= read;
    if (read < count) {
      throw shortage(what, count, read);
    }
  }

  /** Checks that so many bytes are there, before anything is allocated for them. */
  void demand(long count, String what) throws TensorFileException {
    if (count > left) {
      throw shortage(what, count, left);
    }
  }

  private TensorFileException shortage(String what, long count, long there) {
    return malformed("%s takes %d bytes, %d are left".formatted(what, count, there));
  }

  /** An exception that names the source of the bytes. */
  TensorFileException malformed(String problem) {
    return new TensorFileException(name + ": " + problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
