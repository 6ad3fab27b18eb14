package dev.adjoint;

import dev.adjoint.autograd.InferenceMode;

/**
 * The flat Java array under one or more tensors, and the number of times it was written in place.
 * Views share the storage of their base. The array is of the type that {@link DType} names.
 */
public final class Storage {
  private static final int INFERENCE = -1;

  private final Holder elements;
  private final DType dtype;
  private int version;

  /** The array, which grows for every storage over it at once. */
  private static final class Holder {
    private Object array;

    Holder(Object array) {
      this.array = array;
    }
  }

  private Storage(Holder elements, DType dtype, boolean isInference) {
    this.elements = elements;
    this.dtype = dtype;
    this.version = isInference ? INFERENCE : 0;
  }

  /**
   * Storage over an array, which is not copied.
   *
   * @param array an array of the Java type that {@code dtype} is stored in
   * @param dtype the element type
   * @return storage at version 0
   */
  public static Storage of(Object array, DType dtype) {
    return new Storage(new Holder(array), dtype, InferenceMode.isEnabled());
  }

  /**
   * Zero-filled storage.
   *
   * @param dtype the element type
   * @param size the number of elements
   * @return storage over a new array, of an inference tensor in inference mode
   */
  public static Storage allocate(DType dtype, int size) {
    Object array =
        switch (dtype) {
          case FLOAT32 -> new float[size];
          case FLOAT64 -> new double[size];
          case INT64 -> new long[size];
          case INT32 -> new int[size];
          case INT16 -> new short[size];
          case INT8, UINT8, BOOL -> new byte[size];
        };
    return of(array, dtype);
  }

  /**
   * Storage over the same array with a version counter of its own.
   *
   * @return storage at version 0 whose writes this one does not count
   */
  public Storage withOwnVersion() {
    return new Storage(elements, dtype, isInference());
  }

  /**
   * Storage over the same array whose version counter goes on from another one.
   *
   * @param version the counter to go on from
   * @return storage one version later, whose writes this one does not count
   */
  public Storage succeeding(int version) {
    Storage successor = new Storage(elements, dtype, isInference());
    if (!isInference()) {
      successor.version = version + 1;
    }
    return successor;
  }

  /**
   * Makes room for more elements; those there stay, new ones are zero. Every tensor over this
   * storage keeps it, and so does every storage over the same array.
   *
   * @param size the wanted number of elements; nothing happens if there are as many
   */
  public void grow(int size) {
    int present = size();
    if (size > present) {
      Object larger = allocate(dtype, size).array();
      System.arraycopy(elements.array, 0, larger, 0, present);
      elements.array = larger;
    }
  }

  /**
   * The element type.
   *
   * @return the type given at creation
   */
  public DType dtype() {
    return dtype;
  }

  /**
   * The array itself, not a copy. Whoever writes to it calls {@link #markWritten()}.
   *
   * @return a primitive array
   */
  public Object array() {
    return elements.array;
  }

  /**
   * The array of a {@link DType#FLOAT32} storage.
   *
   * @return the array itself, not a copy
   */
  public float[] floats() {
    return (float[]) elements.array;
  }

  /**
   * The array of a {@link DType#FLOAT64} storage.
   *
   * @return the array itself, not a copy
   */
  public double[] doubles() {
    return (double[]) elements.array;
  }

  /**
   * The array of a {@link DType#INT64} storage.
   *
   * @return the array itself, not a copy
   */
  public long[] longs() {
    return (long[]) elements.array;
  }

  /**
   * The array of a {@link DType#BOOL}, {@link DType#INT8} or {@link DType#UINT8} storage.
   *
   * @return the array itself, not a copy
   */
  public byte[] bytes() {
    return (byte[]) elements.array;
  }

  /**
   * The number of elements.
   *
   * @return the array's length
   */
  public int size() {
    return java.lang.reflect.Array.getLength(elements.array);
  }

  /**
   * How often the elements were changed in place.
   *
   * @return a counter that starts at 0
   * @throws IllegalStateException for an inference tensor, which has none
   */
  public int version() {
    if (isInference()) {
      throw new IllegalStateException("Inference tensors do not track version counter.");
    }
    return version;
  }

  /**
   * As {@link #version()}, with a mark instead of an error.
   *
   * @return the counter, or a negative number for an inference tensor
   */
  public int versionOrMark() {
    return version;
  }

  /**
   * Whether these are the elements of an inference tensor.
   *
   * @return true if they were made in inference mode
   */
  public boolean isInference() {
    return version < 0;
  }

  /** Counts one in-place change, so that values saved before it are found stale. */
  public void markWritten() {
    if (!isInference()) {
      version++;
    }
  }
}
