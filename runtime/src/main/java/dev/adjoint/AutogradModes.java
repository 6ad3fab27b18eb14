package dev.adjoint;

import dev.adjoint.autograd.AnomalyMode;
import dev.adjoint.autograd.DualLevel;
import dev.adjoint.autograd.ForwardMode;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.InferenceMode;
import dev.adjoint.autograd.SavedTensorHooks;
import java.util.function.Function;

/**
 * What autograd does in the current thread: the part of {@link Autograd} that switches modes on and
 * off. Every mode is per thread, virtual threads included, and new threads start without any.
 */
abstract sealed class AutogradModes permits JacobianFunctions {
  AutogradModes() {}

  /**
   * Turns recording on in the current thread until the scope is closed.
   *
   * @return a scope that restores the mode of before
   */
  public static GradMode.Scope enableGrad() {
    return GradMode.set(true);
  }

  /**
   * Sets whether the current thread records; as a plain call the scope may be ignored.
   *
   * @param enabled whether to record
   * @return a scope that restores the mode of before
   */
  public static GradMode.Scope setGradEnabled(boolean enabled) {
    return GradMode.set(enabled);
  }

  /**
   * Whether the current thread records operations.
   *
   * @return true unless turned off
   */
  public static boolean isGradEnabled() {
    return GradMode.isEnabled();
  }

  /**
   * Makes the current thread compute without any thought of gradients until the scope is closed:
   * nothing is recorded, and new tensors are inference tensors, which no recorded operation may
   * keep and which cannot be written outside this mode.
   *
   * @return a scope that restores the mode of before
   */
  public static InferenceMode inferenceMode() {
    return InferenceMode.set(true);
  }

  /**
   * Turns inference mode on or off in the current thread until the scope is closed.
   *
   * @param enabled false to record again within an outer scope
   * @return a scope that restores the mode of before
   */
  public static InferenceMode inferenceMode(boolean enabled) {
    return InferenceMode.set(enabled);
  }

  /**
   * Whether new tensors of the current thread are inference tensors.
   *
   * @return false unless turned on
   */
  public static boolean isInferenceModeEnabled() {
    return InferenceMode.isEnabled();
  }

  /**
   * Looks for mistakes in the current thread until the scope is closed: an error of a backward pass
   * tells where the failing operation was recorded (among its suppressed exceptions), and a
   * gradient that is NaN is an error. Slow.
   *
   * @return a scope that restores the mode of before
   */
  public static AnomalyMode detectAnomaly() {
    return AnomalyMode.set(true, true);
  }

  /**
   * Looks for mistakes, or not; see {@link #detectAnomaly()}.
   *
   * @param enabled whether errors tell where operations were recorded
   * @param checkNan whether a gradient that is NaN is an error
   * @return a scope that restores the mode of before
   */
  public static AnomalyMode setDetectAnomaly(boolean enabled, boolean checkNan) {
    return AnomalyMode.set(enabled, checkNan);
  }

  /**
   * Whether the current thread looks for mistakes.
   *
   * @return false unless turned on
   */
  public static boolean isAnomalyEnabled() {
    return AnomalyMode.isEnabled();
  }

  /**
   * Whether gradients that are NaN are errors in the current thread.
   *
   * @return false unless turned on
   */
  public static boolean isAnomalyCheckNanEnabled() {
    return AnomalyMode.isCheckingNan();
  }

  /**
   * Keeps something else instead of the values that the backward pass needs, say the name of a file
   * they were written to, until the scope is closed.
   *
   * <p>The first function gets a detached value and must not change it; the second is called each
   * time the value is read. In-place changes of the value after it was packed go unnoticed.
   *
   * @param <P> what is kept
   * @param pack turns a value into what is kept
   * @param unpack gets the value back
   * @return a scope that restores the functions of before
   */
  public static <P> SavedTensorHooks savedTensorsHooks(
      Function<Tensor, P> pack, Function<P, Tensor> unpack) {
    return SavedTensorHooks.set(pack, unpack);
  }

  /**
   * Opens forward mode in the current thread: within it, tensors can have tangents, which every
   * operation carries on to its results.
   *
   * <pre>{@code
   * try (var _ = Autograd.dualLevel()) {
   *   Tensor y = Autograd.makeDual(x, direction).sin();
   *   Tensor directional = Autograd.unpackDual(y).tangent();
   * }
   * }</pre>
   *
   * @return the level; its tangents are gone once it is closed
   * @throws IllegalStateException if forward mode is on already in this thread
   */
  public static DualLevel dualLevel() {
    return DualLevel.enter();
  }

  /**
   * A tensor with a tangent.
   *
   * @param primal the value
   * @param tangent the tangent, of the same shape
   * @return a view of {@code primal}
   * @throws IllegalStateException outside forward mode, or if {@code primal} has a tangent
   * @throws IllegalArgumentException if one of the two is not floating-point, or the shapes differ
   */
  public static Tensor makeDual(Tensor primal, Tensor tangent) {
    return ForwardMode.makeDual(primal, tangent);
  }

  /**
   * Value and tangent of a tensor.
   *
   * @param dual any tensor
   * @return the value without tangent, and the tangent, null if there is none
   */
  public static DualTensor unpackDual(Tensor dual) {
    return ForwardMode.unpackDual(dual);
  }
}
