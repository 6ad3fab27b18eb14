package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tensors, arrays and lists of tensors as parts of one array, one after the other. For generated
 * code.
 */
public final class TensorPack {
  private final Tensor[] tensors;
  private final int[] starts;

  private TensorPack(Tensor[] tensors, int[] starts) {
    this.tensors = tensors;
    this.starts = starts;
  }

  /**
   * Packs tensors.
   *
   * @param parts each a tensor, an array or a list of tensors
   * @return all of them, in order
   */
  public static TensorPack of(Object... parts) {
    List<Tensor> all = new ArrayList<>();
    int[] starts = new int[parts.length + 1];
    for (int i = 0; i < parts.length; i++) {
      switch (parts[i]) {
        case Tensor tensor -> all.add(tensor);
        case Tensor[] array -> all.addAll(Arrays.asList(array));
        case List<?> list -> list.forEach(tensor -> all.add((Tensor) tensor));
        default -> throw new IllegalStateException("no tensors: " + parts[i].getClass());
      }
      starts[i + 1] = all.size();
    }
    return new TensorPack(all.toArray(Tensor[]::new), starts);
  }

  /**
   * Packs the tensors of one array or list.
   *
   * @param part the array or list
   * @return its tensors
   */
  public static TensorPack only(Object part) {
    return of(new Object[] {part});
  }

  /**
   * All tensors.
   *
   * @return in order
   */
  public Tensor[] flat() {
    return tensors.clone();
  }

  /**
   * Other tensors in the same order.
   *
   * @param others as many
   * @return the parts they form
   */
  public TensorPack with(Tensor[] others) {
    return new TensorPack(others, starts);
  }

  /**
   * The same with some of the parts cut off from their history.
   *
   * @param parts indices of these parts
   * @return the other tensors as they are
   */
  public TensorPack detached(int... parts) {
    Tensor[] cut = tensors.clone();
    for (int part : parts) {
      for (int i = starts[part]; i < starts[part + 1]; i++) {
        cut[i] = cut[i].detach();
      }
    }
    return with(cut);
  }

  /**
   * Lays gradients out as the tensors are.
   *
   * @param parts for each part its gradients in the same form; null where it has none
   * @return one gradient per tensor, or null
   */
  public @Nullable Tensor[] gradients(@Nullable Object... parts) {
    @Nullable Tensor[] gradients = new @Nullable Tensor[tensors.length];
    for (int i = 0; i < parts.length; i++) {
      Object part = parts[i];
      if (part != null) {
        Tensor[] own = of(part).tensors;
        System.arraycopy(own, 0, gradients, starts[i], own.length);
      }
    }
    return gradients;
  }

  /**
   * A part that is one tensor.
   *
   * @param part its index
   * @return the tensor
   */
  public Tensor tensor(int part) {
    return tensors[starts[part]];
  }

  /**
   * A part as an array.
   *
   * @param part its index
   * @return a new array
   */
  public Tensor[] array(int part) {
    return Arrays.copyOfRange(tensors, starts[part], starts[part + 1]);
  }

  /**
   * A part as a list.
   *
   * @param part its index
   * @return a new list
   */
  public List<Tensor> list(int part) {
    return new ArrayList<>(Arrays.asList(array(part)));
  }

  /** Where a part begins. */
  int start(int part) {
    return starts[part];
  }
}
