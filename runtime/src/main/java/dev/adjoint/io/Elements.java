package dev.adjoint.io;

import dev.adjoint.DType;
import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The elements of a tensor as bytes, one after the other in row-major order. */
final class Elements {
  private static final int BLOCK = 1 << 16;
  private static final int MAX_DIMS = 64;

  private Elements() {}

  /** How many bytes a shape takes; what one Java array cannot hold is refused. */
  static long bytes(SizedInput in, DType dtype, long[] shape) throws TensorFileException {
    String text = "shape " + Arrays.toString(shape);
    if (shape.length > MAX_DIMS) {
      throw in.malformed(text + " has more than 64 dimensions");
    }
    long count = 1;
    long nonEmpty = 1;
    for (long size : shape) {
      if (size < 0) {
        throw in.malformed(text + " has a negative size");
      }
      if (size > Integer.MAX_VALUE || nonEmpty * Math.max(1, size) > Integer.MAX_VALUE) {
        throw in.malformed(text + " is above 2147483647 elements, the most a tensor holds");
      }
      nonEmpty *= Math.max(1, size);
      count *= size;
    }
    return count * dtype.elementSize();
  }

  /** Reads a tensor. */
  static Tensor read(SizedInput in, DType dtype, long[] shape, ByteOrder order) throws IOException {
    long bytes = bytes(in, dtype, shape);
    in.demand(bytes, "the data of shape " + Arrays.toString(shape));
    int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    Storage storage = Storage.allocate(dtype, (int) (bytes / dtype.elementSize()));
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(order);
    int step = BLOCK / dtype.elementSize();
    for (int from = 0; from < storage.size(); from += step) {
      int count = Math.min(step, storage.size() - from);
      in.fill(block.array(), count * dtype.elementSize(), "a part of the data");
      load(block, storage, from, count);
    }
    return new Tensor(storage, Layout.dense(sizes));
  }

  private static void load(ByteBuffer block, Storage storage, int from, int count) {
    switch (storage.array()) {
      case float[] floats -> block.asFloatBuffer().get(floats, from, count);
      case double[] doubles -> block.asDoubleBuffer().get(doubles, from, count);
      case long[] longs -> block.asLongBuffer().get(longs, from, count);
      case int[] ints -> block.asIntBuffer().get(ints, from, count);
      case short[] shorts -> block.asShortBuffer().get(shorts, from, count);
      case byte[] bytes -> {
        block.get(0, bytes, from, count);
        if (storage.dtype() == DType.BOOL) {
          normalise(bytes, from, count);
        }
      }
      default -> throw unknown(storage);
    }
  }

  /** Any byte but 0 is true; tensors keep it as 1. */
  private static void normalise(byte[] truths, int from, int count) {
    for (int i = from; i < from + count; i++) {
      truths[i] = (byte) (truths[i] == 0 ? 0 : 1);
    }
  }

  /** Writes a tensor, the lowest byte of each element first. */
  static void write(Tensor tensor, OutputStream out) throws IOException {
    Tensor dense = tensor.detach().contiguous();
    int begin = (int) dense.storageOffset();
    int end = begin + (int) dense.numel();
    int size = dense.dtype().elementSize();
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = begin; from < end; from += BLOCK / size) {
      int count = Math.min(BLOCK / size, end - from);
      store(dense.storage(), from, count, block);
      out.write(block.array(), 0, count * size);
    }
  }

  private static void store(Storage storage, int from, int count, ByteBuffer block) {
    switch (storage.array()) {
      case float[] floats -> block.asFloatBuffer().put(floats, from, count);
      case double[] doubles -> block.asDoubleBuffer().put(doubles, from, count);
      case long[] longs -> block.asLongBuffer().put(longs, from, count);
      case int[] ints -> block.asIntBuffer().put(ints, from, count);
      case short[] shorts -> block.asShortBuffer().put(shorts, from, count);
      case byte[] bytes -> block.put(0, bytes, from, count);
      default -> throw unknown(storage);
    }
  }

  private static IllegalStateException unknown(Storage storage) {
    return new IllegalStateException("Elements: unknown storage of " + storage.dtype());
  }
}
