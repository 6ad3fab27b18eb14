package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gradients of the tensors in an array or a list, by position. What nothing was added to is
 * zero; the list grows as positions are used. For generated code.
 */
public final class GradientList {
  private final List<@Nullable Tensor> gradients = new ArrayList<>();

  /** All zero. */
  public GradientList() {}

  /**
   * Gradients that are handed in.
   *
   * @param gradients by position; null for zero
   * @return a list of its own
   */
  public static GradientList of(@Nullable Tensor[] gradients) {
    return of(Arrays.asList(gradients));
  }

  /**
   * Gradients that are handed in.
   *
   * @param gradients by position; null for zero
   * @return a list of its own
   */
  public static GradientList of(List<? extends @Nullable Tensor> gradients) {
    GradientList list = new GradientList();
    list.gradients.addAll(gradients);
    return list;
  }

  /**
   * Adds to a gradient.
   *
   * @param index its position
   * @param gradient what is added
   */
  public void add(int index, Tensor gradient) {
    Tensor before = at(index);
    set(index, before == null ? gradient : before.add(gradient));
  }

  /**
   * Adds to every gradient the one at its position in another list.
   *
   * @param other the other list
   */
  public void addAll(GradientList other) {
    for (int i = 0; i < other.gradients.size(); i++) {
      Tensor gradient = other.at(i);
      if (gradient != null) {
        add(i, gradient);
      }
    }
  }

  /**
   * Replaces a gradient.
   *
   * @param index its position
   * @param gradient the new one; null for zero
   */
  public void set(int index, @Nullable Tensor gradient) {
    while (gradients.size() <= index) {
      gradients.add(null);
    }
    gradients.set(index, gradient);
  }

  /**
   * A gradient.
   *
   * @param index its position
   * @param like what it is the gradient of
   * @return the gradient, or zeros shaped as {@code like}
   */
  public Tensor get(int index, @Nullable Tensor like) {
    return orZeros(at(index), like);
  }

  /**
   * A tangent that is there, or zeros.
   *
   * @param tangent null for zero
   * @param like what it is the tangent of
   * @return the tangent, or zeros shaped as {@code like}
   */
  public static Tensor orZeros(@Nullable Tensor tangent, @Nullable Tensor like) {
    return tangent == null ? zerosLike(like) : tangent;
  }

  /**
   * Zeros for a tensor that may be missing.
   *
   * @param tensor what they are the gradient of
   * @return zeros shaped as {@code tensor}; where there is none a single zero, which nothing reads
   */
  public static Tensor zerosLike(@Nullable Tensor tensor) {
    return tensor == null ? Tensor.zeros() : Tensor.zerosLike(tensor);
  }

  /**
   * Tangents that all are zero.
   *
   * @param tensors what they are the tangents of; may be missing
   * @return a list of as many nulls; null where there is no list
   */
  public static @Nullable List<@Nullable Tensor> zeros(
      @Nullable List<? extends @Nullable Tensor> tensors) {
    return tensors == null
        ? null
        : new ArrayList<>(Arrays.asList(new @Nullable Tensor[tensors.size()]));
  }

  /** A gradient; null for zero. */
  @Nullable Tensor at(int index) {
    return index < gradients.size() ? gradients.get(index) : null;
  }

  /**
   * The gradients as an array.
   *
   * @param tensors what they are the gradients of
   * @return as long; zeros where there is none, null in place of null
   */
  public @Nullable Tensor[] like(@Nullable Tensor[] tensors) {
    @Nullable Tensor[] array = new @Nullable Tensor[tensors.length];
    for (int i = 0; i < array.length; i++) {
      Tensor tensor = tensors[i];
      array[i] = tensor == null ? at(i) : get(i, tensor);
    }
    return array;
  }

  /**
   * The gradients as a list.
   *
   * @param tensors what they are the gradients of
   * @return as long; zeros where there is none
   */
  public List<@Nullable Tensor> like(List<? extends @Nullable Tensor> tensors) {
    return Arrays.asList(like(tensors.toArray(Tensor[]::new)));
  }
}
