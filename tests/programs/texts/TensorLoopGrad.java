import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.GeneratedDerivative;
import dev.adjoint.autograd.GeneratedNode;
import dev.adjoint.autograd.GradientList;
import dev.adjoint.derivatives.PointwiseDerivatives;
import dev.adjoint.derivatives.ProductDerivatives;
import dev.adjoint.derivatives.ReductionDerivatives;
import dev.adjoint.tape.ObjectTape;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code TensorLoop}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class TensorLoopGrad {
  private TensorLoopGrad() {
  }

  /**
   * The value of {@code tensorLoop(w, x, steps)}, recorded in the dynamic graph as one node.
   *
   * <p>Differentiates {@code tensorLoop(dev.adjoint.Tensor, dev.adjoint.Tensor, int)}.
   */
  static Tensor tensorLoop(Tensor w, Tensor x, int steps) {
    if (!GeneratedNode.isNeeded(w)) {
      try (var _ = Autograd.noGrad()) {
        return GeneratedNode.constant(TensorLoop.tensorLoop(w, x, steps));
      }
    }
    TensorLoopFrame frame = new TensorLoopFrame();
    Tensor value;
    try (var _ = Autograd.noGrad()) {
      value = tensorLoopForward(w, x, steps, frame);
    }
    return GeneratedNode.record(
        "TensorLoopBackward",
        value,
        new Tensor[] {w, x.detach()},
        gradOutput -> {
          tensorLoopReverse(frame, gradOutput);
          return new Tensor[] {frame.gradW, null};
        },
        (gradOutput, inputs) -> {
          TensorLoopGradients gradients = tensorLoopBackward(inputs[0], inputs[1],
              steps, gradOutput);
          return new Tensor[] {gradients.w(), null};
        });
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * tensorLoop(w, x, steps)}.
   *
   * <p>Differentiates {@code tensorLoop(dev.adjoint.Tensor, dev.adjoint.Tensor, int)}. Keeps {@code h} and {@code h} of each loop iteration, on growing tapes.
   */
  @GeneratedDerivative(
      wrt = {0}
  )
  static TensorLoopGradients tensorLoopBackward(Tensor w, Tensor x, int steps, Tensor gradOutput) {
    ObjectTape<Tensor> hTape = new ObjectTape<>();
    ObjectTape<Tensor> hTape1 = new ObjectTape<>();
    Tensor h = x;
    for (int i = 0; i < steps; i++) {
      hTape.push(h);
      h = h.matmul(w).relu();
      hTape1.push(h);
    }

    // return h.mean();
    Tensor gradH = ReductionDerivatives.meanSelf(gradOutput, h);
    Tensor gradW = GradientList.zerosLike(w);
    for (int i = steps - 1; i >= 0; i--) {
      h = hTape1.pop();
      Tensor h1 = hTape.pop();
      // h = h.matmul(w).relu();
      Tensor reluSelf = PointwiseDerivatives.reluSelf(gradH, h);
      gradH = ProductDerivatives.matmulSelf(reluSelf, h1, w);
      Tensor gradW1 = ProductDerivatives.matmulOther(reluSelf, h1, w);
      gradW = gradW.add(gradW1);
    }
    return new TensorLoopGradients(gradW);
  }

  private static Tensor tensorLoopForward(Tensor w, Tensor x, int steps, TensorLoopFrame frame) {
    ObjectTape<Tensor> hTape = new ObjectTape<>();
    ObjectTape<Tensor> hTape1 = new ObjectTape<>();
    Tensor h = x;
    for (int i = 0; i < steps; i++) {
      hTape.push(h);
      h = h.matmul(w).relu();
      hTape1.push(h);
    }
    frame.h = h;
    frame.w = w;
    frame.steps = steps;
    frame.hTape = hTape1;
    frame.hTape2 = hTape;
    return h.mean();
  }

  private static void tensorLoopReverse(TensorLoopFrame frame, Tensor gradOutput) {
    // return h.mean();
    Tensor gradH = ReductionDerivatives.meanSelf(gradOutput, frame.h);
    Tensor gradW = GradientList.zerosLike(frame.w);
    for (int i = frame.steps - 1; i >= 0; i--) {
      Tensor h = frame.hTape.pop();
      Tensor h1 = frame.hTape2.pop();
      // h = h.matmul(w).relu();
      Tensor reluSelf = PointwiseDerivatives.reluSelf(gradH, h);
      gradH = ProductDerivatives.matmulSelf(reluSelf, h1, frame.w);
      Tensor gradW1 = ProductDerivatives.matmulOther(reluSelf, h1, frame.w);
      gradW = gradW.add(gradW1);
    }
    frame.gradW = gradW;
  }

  /**
   * Gradients of {@code tensorLoop(dev.adjoint.Tensor, dev.adjoint.Tensor, int)}, by parameter.
   */
  record TensorLoopGradients(Tensor w) {
  }

  /**
   * What one call of {@code tensorLoop} keeps for its reverse sweep.
   */
  private static final class TensorLoopFrame {
    Tensor h;

    Tensor w;

    int steps;

    ObjectTape<Tensor> hTape;

    ObjectTape<Tensor> hTape2;

    Tensor gradW;
  }
}
