package dev.adjoint;

import dev.adjoint.kernels.MersenneTwister;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What decides about a generator's next numbers, and its form in bytes, which is that of PyTorch:
 * seed, words left, whether seeded, next word, 624 words of 64 bits, two unused numbers around the
 * spare normal one, whether there is one, and padding.
 */
record GeneratorState(
    long seed, MersenneTwister engine, boolean hasSpareNormal, double spareNormal) {
  private static final int BYTES = 5056;

  Tensor toTensor() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int next = engine.position();
    int left = MersenneTwister.SIZE + 1 - next;
    bytes.putLong(seed).putInt(left).putInt(1).putLong(next);
    for (int word : engine.state()) {
      bytes.putLong(word & 0xffffffffL);
    }
    bytes.putDouble(0).putDouble(hasSpareNormal ? spareNormal : 0).putDouble(0);
    bytes.putInt(hasSpareNormal ? 1 : 0);
    Tensor state = Tensor.zeros(DType.UINT8, BYTES);
    System.arraycopy(bytes.array(), 0, state.storage().bytes(), 0, BYTES);
    return state;
  }

  static GeneratorState of(Tensor state) {
    if (state.dtype() != DType.UINT8) {
      throw new IllegalArgumentException(
          "RNG state must be a tensor of type uint8, not " + state.dtype().label());
    }
    if (state.numel() != BYTES) {
      throw new IllegalArgumentException(
          "Expected a generator state of size %d but found the input RNG state size to be %d"
              .formatted(BYTES, state.numel()));
    }
    Tensor dense = state.clone();
    ByteBuffer bytes = ByteBuffer.wrap(dense.storage().bytes()).order(ByteOrder.LITTLE_ENDIAN);
    long seed = bytes.getLong();
    int left = bytes.getInt();
    boolean isSeeded = bytes.getInt() == 1;
    bytes.getLong();
    if (!isSeeded || left < 1 || left > MersenneTwister.SIZE) {
      throw new IllegalArgumentException("Invalid mt19937 state");
    }
    int[] words = new int[MersenneTwister.SIZE];
    for (int i = 0; i < words.length; i++) {
      words[i] = (int) bytes.getLong();
    }
    bytes.getDouble();
    double spare = bytes.getDouble();
    bytes.getDouble();
    // one word left means that the next draw refills them
    MersenneTwister engine = new MersenneTwister(words, MersenneTwister.SIZE + 1 - left);
    return new GeneratorState(seed, engine, bytes.getInt() != 0, spare);
  }
}
