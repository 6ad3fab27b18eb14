package dev.adjoint.io;

import dev.adjoint.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One tensor in a file of NumPy's format {@code .npy}, as {@code numpy.save} writes it. */
public final class Npy {
  private Npy() {}

  /**
   * Reads a file.
   *
   * @param file a file of version 1.0, 2.0 or 3.0, in either order of bytes and of indices
   * @return a contiguous tensor that requires no gradient; what follows the array is not read
   * @throws TensorFileException if the file is damaged, or of a type that tensors do not have
   * @throws IOException if it cannot be read
   */
  public static Tensor read(Path file) throws IOException {
    try (SizedInput in = SizedInput.of(file)) {
      return read(in);
    }
  }

  /**
   * Reads the content of a file.
   *
   * @param content all bytes of the file
   * @return a contiguous tensor that requires no gradient; what follows the array is not read
   * @throws TensorFileException if they are damaged, or of a type that tensors do not have
   * @throws IOException never
   */
  public static Tensor read(byte[] content) throws IOException {
    try (SizedInput in = SizedInput.of(content)) {
      return read(in);
    }
  }

  static Tensor read(SizedInput in) throws IOException {
    NpyHeader header = NpyHeader.read(in);
    long[] shape = header.shape();
    if (!header.isColumnMajor()) {
      return Elements.read(in, header.dtype(), shape, header.order());
    }
    long[] reversed = new long[shape.length];
    int[] back = new int[shape.length];
    for (int d = 0; d < shape.length; d++) {
      back[d] = shape.length - 1 - d;
      reversed[d] = shape[back[d]];
    }
    return Elements.read(in, header.dtype(), reversed, header.order()).permute(back).contiguous();
  }

  /**
   * Writes a file, over an older one if there is one.
   *
   * @param file where to
   * @param tensor what; its elements are written in row-major order
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Tensor tensor) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(out, tensor);
    }
  }

  static void write(OutputStream out, Tensor tensor) throws IOException {
    out.write(NpyHeader.bytes(tensor.dtype(), tensor.shape()));
    Elements.write(tensor, out);
  }
}
