package dev.adjoint.ops;

import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of tensors with gaps, which nodes save without them.
 *
 * @param tensors the list; null where there is none
 */
record OptionalTensors(@Nullable Tensor... tensors) {

  /** Those that are there. */
  Tensor[] present() {
    return Arrays.stream(tensors).filter(Objects::nonNull).toArray(Tensor[]::new);
  }

  /** The list with others in place of those that are there. */
  @Nullable Tensor[] restored(Tensor[] others) {
    @Nullable Tensor[] restored = new @Nullable Tensor[tensors.length];
    int next = 0;
    for (int i = 0; i < restored.length; i++) {
      restored[i] = tensors[i] == null ? null : others[next++];
    }
    return restored;
  }
}
