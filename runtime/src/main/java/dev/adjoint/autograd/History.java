package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The place of a tensor in the graph: leaf or result, view or base. */
public final class History {
  private History() {}

  /**
   * Whether gradients flow to a tensor.
   *
   * @param tensor any tensor
   * @return true for leaves that ask for a gradient, for recorded results, and for views of these
   */
  public static boolean requiresGrad(Tensor tensor) {
    return switch (tensor.place()) {
      case null -> false;
      case Node _ -> true;
      case AutogradMeta meta -> requiresGrad(meta);
    };
  }

  private static boolean requiresGrad(AutogradMeta meta) {
    return meta.requiresGrad
        || meta.gradFn != null
        || (meta.view != null && requiresGrad(meta.view.base));
  }

  /**
   * Whether a tensor was made by the user rather than by a recorded operation.
   *
   * @param tensor any tensor
   * @return true without a history
   */
  public static boolean isLeaf(Tensor tensor) {
    return gradFn(tensor) == null;
  }

  /**
   * The operation that produced a tensor. The history of a view is rebuilt from its base once the
   * storage was written after the view was made.
   *
   * @param tensor any tensor
   * @return the node, or null for leaves
   */
  public static @Nullable Node gradFn(Tensor tensor) {
    return switch (tensor.place()) {
      case null -> null;
      case Node node -> node;
      case AutogradMeta meta -> gradFn(tensor, meta);
    };
  }

  private static @Nullable Node gradFn(Tensor tensor, AutogradMeta meta) {
    ViewOrigin view = meta.view;
    if (view != null && view.version != tensor.storage().versionOrMark()) {
      rebuild(tensor, meta, view);
    }
    return meta.gradFn;
  }

  private static void rebuild(Tensor tensor, AutogradMeta meta, ViewOrigin view) {
    boolean isChanged = requiresGrad(view.base);
    if (isChanged) {
      view.requirePlain(meta, true);
    }
    view.version = tensor.storage().versionOrMark();
    if (!isChanged) {
      return;
    }
    try (var _ = GradMode.set(true)) {
      long[] shape = tensor.shape();
      Tensor replay = view.base.asStrided(shape, tensor.strides(), tensor.storageOffset());
      meta.gradFn = gradFn(replay);
      meta.outputNumber = 0;
    }
  }

  /**
   * Which output of its node a tensor is.
   *
   * @param tensor any tensor
   * @return the index; 0 for leaves
   */
  public static int outputNumber(Tensor tensor) {
    return tensor.place() instanceof AutogradMeta meta ? meta.outputNumber : 0;
  }

  /**
   * The node that gradients for a tensor go to.
   *
   * @param tensor any tensor
   * @return its operation, its accumulator if it is a leaf that requires a gradient, else null
   */
  public static @Nullable Node gradientNode(Tensor tensor) {
    return switch (tensor.place()) {
      case null -> null;
      case Node node -> node;
      case AutogradMeta meta -> gradientNode(tensor, meta);
    };
  }

  private static @Nullable Node gradientNode(Tensor tensor, AutogradMeta meta) {
    Node gradFn = gradFn(tensor, meta);
    return gradFn != null || !requiresGrad(meta) ? gradFn : accumulator(tensor, meta);
  }

  /** As {@link #gradientNode}, with the tangent of the tensor if it has one. */
  static @Nullable Node edge(Tensor tensor) {
    Node node = gradientNode(tensor);
    return DualLevel.isAnyOpen() ? ForwardMode.edge(tensor, node) : node;
  }

  /** Puts a tensor without history at a place in the graph. */
  static void connect(Tensor tensor, Node producer, int output) {
    AutogradMeta meta = meta(tensor);
    switch (producer) {
      case AccumulateGrad leaf -> {
        meta.requiresGrad = true;
        meta.accumulator = leaf;
      }
      case DualNode dual -> {
        if (dual.next != null) {
          connect(tensor, dual.next, output);
        }
      }
      default -> {
        meta.gradFn = producer;
        meta.outputNumber = output;
      }
    }
  }

  private static AccumulateGrad accumulator(Tensor tensor, AutogradMeta meta) {
    synchronized (meta) {
      AccumulateGrad present = meta.accumulator;
      if (present == null) {
        present = new AccumulateGrad(tensor);
        meta.accumulator = present;
      }
      return present;
    }
  }

  /** The metadata of a tensor, made if there is none. */
  static AutogradMeta meta(Tensor tensor) {
    if (tensor.place() instanceof AutogradMeta present) {
      return present;
    }
    AutogradMeta fresh = new AutogradMeta();
    fresh.gradFn = tensor.place() instanceof Node node ? node : null;
    tensor.place(fresh);
    return fresh;
  }

  /** The metadata of a tensor that has more than a node, or none at all. */
  static @Nullable AutogradMeta metaOrNull(Tensor tensor) {
    return tensor.place() instanceof AutogradMeta meta ? meta : null;
  }

  /**
   * Makes a leaf require a gradient, or not.
   *
   * @param tensor a leaf; a result only to confirm that it requires a gradient
   * @param requiresGrad the wanted state
   * @throws IllegalStateException for a result and false
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   */
  public static void setRequiresGrad(Tensor tensor, boolean requiresGrad) {
    if (!requiresGrad && !isLeaf(tensor)) {
      throw new IllegalStateException(
          "you can only change requires_grad flags of leaf variables. If you want to use a computed"
              + " variable in a subgraph that doesn't require differentiation use"
              + " var_no_grad = var.detach().");
    }
    if (requiresGrad && tensor.storage().isInference() && !InferenceMode.isEnabled()) {
      throw new IllegalStateException(
          "Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.");
    }
    if (requiresGrad && !tensor.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "Only Tensors of floating point and complex dtype can require gradients");
    }
    if (isLeaf(tensor) && (requiresGrad || tensor.place() != null)) {
      meta(tensor).requiresGrad = requiresGrad;
    }
  }

  /**
   * The accumulated gradient.
   *
   * @param tensor any tensor
   * @return the gradient, or null
   */
  public static @Nullable Tensor grad(Tensor tensor) {
    return switch (tensor.place()) {
      case null -> null;
      case Node _ -> {
        warnNotLeaf();
        yield null;
      }
      case AutogradMeta meta -> {
        if (meta.grad == null && meta.gradFn != null && !meta.retainsGrad) {
          warnNotLeaf();
        }
        yield meta.grad;
      }
    };
  }

  private static void warnNotLeaf() {
    System.getLogger("dev.adjoint.autograd")
        .log(
            System.Logger.Level.WARNING,
            "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad"
                + " attribute won't be populated during autograd.backward(). If you indeed want the"
                + " .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the"
                + " non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you"
                + " access the leaf Tensor instead.");
  }

  /**
   * Replaces the accumulated gradient.
   *
   * @param tensor any tensor
   * @param grad of the same shape and type, or null for none
   * @throws IllegalArgumentException if shape or type differ
   */
  public static void setGrad(Tensor tensor, @Nullable Tensor grad) {
    if (grad == tensor) {
      throw new IllegalArgumentException("can't assign Variable as its own grad");
    }
    if (grad != null && grad.dtype() != tensor.dtype()) {
      throw new IllegalArgumentException(
          "attempting to assign a gradient with dtype '%s' to a tensor with grad_dtype '%s'. The"
                  .formatted(grad.dtype().scalarName(), tensor.dtype().title())
              + " gradient must match the tensor's grad_dtype (defaults to the tensor's dtype).");
    }
    if (grad != null && !grad.layout().sameShape(tensor.layout())) {
      throw new IllegalArgumentException(
          "attempting to assign a gradient of size '%s' to a tensor of size '%s'. Please ensure that"
                  .formatted(Shapes.text(grad), Shapes.text(tensor))
              + " the gradient and the tensor are the same size");
    }
    meta(tensor).grad = grad;
  }

  /**
   * Registers a hook on the gradient of a tensor.
   *
   * @param tensor a tensor that requires a gradient
   * @param hook the hook
   * @return a handle that removes it
   * @throws IllegalStateException if the tensor requires no gradient
   */
  public static HookHandle registerHook(Tensor tensor, TensorHook hook) {
    Node node = gradientNode(tensor);
    if (node == null) {
      throw new IllegalStateException(
          "cannot register a hook on a tensor that doesn't require gradient");
    }
    return node.hooks().addOutput(outputNumber(tensor), hook);
  }

  /**
   * Registers a hook that runs after a leaf's gradient was accumulated.
   *
   * @param tensor a leaf that requires a gradient
   * @param hook receives the leaf
   * @return a handle that removes it
   * @throws IllegalStateException for a result, or without a gradient
   */
  public static HookHandle registerPostAccumulateGradHook(Tensor tensor, Consumer<Tensor> hook) {
    if (!requiresGrad(tensor)) {
      throw new IllegalStateException(
          "cannot register a hook on a tensor that doesn't require gradient");
    }
    if (!isLeaf(tensor)) {
      throw new IllegalStateException(
          "post accumulate grad hooks cannot be registered on non-leaf tensors");
    }
    return meta(tensor).postAccumulateHooks().add(hook);
  }

  /**
   * Keeps the gradient of a result in its {@code grad}, as leaves do.
   *
   * @param tensor a tensor that requires a gradient
   * @throws IllegalStateException if it requires none
   */
  public static void retainGrad(Tensor tensor) {
    if (!requiresGrad(tensor)) {
      throw new IllegalStateException("can't retain_grad on Tensor that has requires_grad=False");
    }
    Node node = gradFn(tensor);
    AutogradMeta meta = meta(tensor);
    if (node != null && !meta.retainsGrad) {
      meta.retainsGrad = true;
      node.hooks().retain(meta.outputNumber, tensor);
    }
  }

  /**
   * Whether {@link #retainGrad} was called on a result.
   *
   * @param tensor any tensor
   * @return false for leaves
   */
  public static boolean retainsGrad(Tensor tensor) {
    return tensor.place() instanceof AutogradMeta meta && meta.retainsGrad;
  }

  /**
   * The tensor a view looks at.
   *
   * @param tensor any tensor
   * @return the base, itself not a view; null if {@code tensor} is not a view
   */
  public static @Nullable Tensor base(Tensor tensor) {
    return tensor.place() instanceof AutogradMeta meta && meta.view != null ? meta.view.base : null;
  }

  /**
   * Turns a result into a leaf.
   *
   * @param tensor not a view
   * @throws IllegalStateException for views
   */
  public static void detachInPlace(Tensor tensor) {
    AutogradMeta meta = metaOrNull(tensor);
    if (meta == null) {
      tensor.place(null);
      return;
    }
    if (meta.view != null) {
      throw new IllegalStateException(
          "Can't detach views in-place. Use detach() instead. If you are using"
              + " DistributedDataParallel (DDP) for training, and gradient_as_bucket_view is set as"
              + " True, gradients are views of DDP buckets, and hence detach_() cannot be called on"
              + " these gradients. To fix this error, please refer to the Optimizer.zero_grad()"
              + " function in torch/optim/optimizer.py as the solution.");
    }
    meta.requiresGrad = false;
    meta.gradFn = null;
    meta.outputNumber = 0;
    meta.retainsGrad = false;
  }
}
