package dev.adjoint;

import dev.adjoint.autograd.ForwardMode;
import dev.adjoint.autograd.Node;
import dev.adjoint.print.ElementKind;
import dev.adjoint.print.TensorContent;
import org.jspecify.annotations.Nullable;

/** A tensor as the printer reads it. */
final class TensorText implements TensorContent {
  private final Tensor tensor;
  private final Tensor dense;

  TensorText(Tensor tensor) {
    this.tensor = tensor;
    Tensor detached = tensor.detach();
    this.dense = detached.layout().isDense() ? detached : detached.clone();
  }

  @Override
  public long[] shape() {
    return tensor.shape();
  }

  @Override
  public ElementKind kind() {
    return switch (tensor.dtype().kind()) {
      case FLOATING -> ElementKind.FLOATING;
      case INTEGRAL -> ElementKind.INTEGRAL;
      case BOOLEAN -> ElementKind.BOOLEAN;
    };
  }

  @Override
  public double floatingAt(long position) {
    return element(position).item();
  }

  @Override
  public long integralAt(long position) {
    return element(position).itemLong();
  }

  private Tensor element(long position) {
    return dense.asStrided(new long[0], new long[0], position);
  }

  @Override
  public String dtypeName() {
    return tensor.dtype().label();
  }

  @Override
  public @Nullable String gradFn() {
    Node node;
    try {
      node = tensor.gradFn();
    } catch (IllegalStateException e) {
      // A view whose history was lost by an in-place change can still be printed.
      return "Invalid";
    }
    return node == null ? null : node.name().substring(node.name().lastIndexOf(':') + 1);
  }

  @Override
  public @Nullable String tangent() {
    Tensor tangent = ForwardMode.tangent(tensor);
    return tangent == null ? null : tangent.toString();
  }

  @Override
  public boolean requiresGrad() {
    return tensor.requiresGrad();
  }
}
