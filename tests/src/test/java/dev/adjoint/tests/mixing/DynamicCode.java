package dev.adjoint.tests.mixing;

import dev.adjoint.Context;
import dev.adjoint.Function;
import dev.adjoint.Tensor;

/** Code that the compiler does not read: its derivatives come from the dynamic graph. */
final class DynamicCode {
  private DynamicCode() {}

  /** Which operations it is made of depends on values. */
  static Tensor bent(Tensor a, Tensor b, double k) {
    return a.sum().item() > 0 ? a.mul(b).mul(k).tanh() : a.square().add(b);
  }

  static Tensor total(Tensor... tensors) {
    Tensor sum = tensors[0];
    for (int i = 1; i < tensors.length; i++) {
      sum = sum.add(tensors[i].mul(i));
    }
    return sum;
  }

  /** A function with a derivative of its own, which is not that of its value: it is doubled. */
  static final class Doubled extends Function {
    private final double constant;

    Doubled(double constant) {
      this.constant = constant;
    }

    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      ctx.saveForBackward(inputs[0]);
      return inputs[0].square().mul(constant);
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return new Tensor[] {gradOutputs[0].mul(ctx.savedTensors()[0]).mul(4 * constant)};
    }
  }
}
