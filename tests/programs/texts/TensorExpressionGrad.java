import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.GeneratedNode;
import dev.adjoint.derivatives.ArithmeticDerivatives;
import dev.adjoint.derivatives.PointwiseDerivatives;
import dev.adjoint.derivatives.ProductDerivatives;
import dev.adjoint.derivatives.ReductionDerivatives;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code TensorExpression}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class TensorExpressionGrad {
  private TensorExpressionGrad() {
  }

  /**
   * The value of {@code tensorExpression(w, x, b)}, recorded in the dynamic graph as one node.
   *
   * <p>Differentiates {@code tensorExpression(dev.adjoint.Tensor, dev.adjoint.Tensor, dev.adjoint.Tensor)}.
   */
  static Tensor tensorExpression(Tensor w, Tensor x, Tensor b) {
    if (!GeneratedNode.isNeeded(w, x, b)) {
      try (var _ = Autograd.noGrad()) {
        return TensorExpression.tensorExpression(w, x, b);
      }
    }
    TensorExpressionFrame frame = new TensorExpressionFrame();
    Tensor value;
    try (var _ = Autograd.noGrad()) {
      value = tensorExpressionForward(w, x, b, frame);
    }
    return GeneratedNode.record(
        "TensorExpressionBackward",
        value,
        new Tensor[] {w, x, b},
        gradOutput -> {
          tensorExpressionReverse(frame, gradOutput);
          return new Tensor[] {frame.gradW, frame.gradX, frame.gradB};
        },
        (gradOutput, inputs) -> {
          TensorExpressionGradients gradients = tensorExpressionBackward(inputs[0], inputs[1],
              inputs[2], gradOutput);
          return new Tensor[] {gradients.w(), gradients.x(), gradients.b()};
        });
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * tensorExpression(w, x, b)}.
   *
   * <p>Differentiates {@code tensorExpression(dev.adjoint.Tensor, dev.adjoint.Tensor, dev.adjoint.Tensor)}.
   */
  static TensorExpressionGradients tensorExpressionBackward(Tensor w, Tensor x, Tensor b,
      Tensor gradOutput) {
    Tensor matmul = x.matmul(w);
    Tensor h = matmul.add(b).tanh();
    Tensor mul = h.mul(h);

    // return h.mul(h).sum();
    Tensor sumSelf = ReductionDerivatives.sumSelf(gradOutput, mul);
    Tensor gradH = ArithmeticDerivatives.mulSelf(sumSelf, h, h);
    Tensor gradH1 = ArithmeticDerivatives.mulOther(sumSelf, h, h);
    gradH = gradH.add(gradH1);
    // Tensor h = x.matmul(w).add(b).tanh();
    Tensor tanhSelf = PointwiseDerivatives.tanhSelf(gradH, h);
    Tensor addSelf = ArithmeticDerivatives.addSelf(tanhSelf, matmul);
    Tensor gradB = ArithmeticDerivatives.addOther(tanhSelf, b);
    Tensor gradX = ProductDerivatives.matmulSelf(addSelf, x, w);
    Tensor gradW = ProductDerivatives.matmulOther(addSelf, x, w);
    return new TensorExpressionGradients(gradW, gradX, gradB);
  }

  private static Tensor tensorExpressionForward(Tensor w, Tensor x, Tensor b,
      TensorExpressionFrame frame) {
    Tensor matmul = x.matmul(w);
    Tensor h = matmul.add(b).tanh();
    Tensor mul = h.mul(h);
    frame.kept = mul;
    frame.h = h;
    frame.kept2 = matmul;
    frame.b = b;
    frame.x = x;
    frame.w = w;
    return mul.sum();
  }

  private static void tensorExpressionReverse(TensorExpressionFrame frame, Tensor gradOutput) {
    // return h.mul(h).sum();
    Tensor sumSelf = ReductionDerivatives.sumSelf(gradOutput, frame.kept);
    Tensor gradH = ArithmeticDerivatives.mulSelf(sumSelf, frame.h, frame.h);
    Tensor gradH1 = ArithmeticDerivatives.mulOther(sumSelf, frame.h, frame.h);
    gradH = gradH.add(gradH1);
    // Tensor h = x.matmul(w).add(b).tanh();
    Tensor tanhSelf = PointwiseDerivatives.tanhSelf(gradH, frame.h);
    Tensor addSelf = ArithmeticDerivatives.addSelf(tanhSelf, frame.kept2);
    Tensor gradB = ArithmeticDerivatives.addOther(tanhSelf, frame.b);
    Tensor gradX = ProductDerivatives.matmulSelf(addSelf, frame.x, frame.w);
    Tensor gradW = ProductDerivatives.matmulOther(addSelf, frame.x, frame.w);
    frame.gradW = gradW;
    frame.gradX = gradX;
    frame.gradB = gradB;
  }

  /**
   * Gradients of {@code tensorExpression(dev.adjoint.Tensor, dev.adjoint.Tensor, dev.adjoint.Tensor)}, by parameter.
   */
  record TensorExpressionGradients(Tensor w, Tensor x, Tensor b) {
  }

  /**
   * What one call of {@code tensorExpression} keeps for its reverse sweep.
   */
  private static final class TensorExpressionFrame {
    Tensor kept;

    Tensor h;

    Tensor kept2;

    Tensor b;

    Tensor x;

    Tensor w;

    Tensor gradW;

    Tensor gradX;

    Tensor gradB;
  }
}
