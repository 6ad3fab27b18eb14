package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.PointwiseDerivatives;
import dev.adjoint.kernels.BinaryOp;
import dev.adjoint.kernels.UnaryOp;

/** Elementwise functions. Those with real values turn integers into the default floating type. */
public final class Pointwise {
  private static final UnaryRule NEG =
      new UnaryRule(
          "NegBackward0",
          UnaryOp.NEG,
          Reads.NOTHING,
          (g, self, r) -> PointwiseDerivatives.negSelf(g));
  private static final UnaryRule ABS =
      new UnaryRule(
          "AbsBackward0",
          UnaryOp.ABS,
          Reads.SELF,
          (g, self, r) -> PointwiseDerivatives.absSelf(g, self));
  private static final UnaryRule SIGN =
      new UnaryRule(
          "SignBackward0",
          UnaryOp.SIGN,
          Reads.NOTHING,
          (g, self, r) -> PointwiseDerivatives.signSelf(g));
  private static final UnaryRule EXP =
      new UnaryRule(
          "ExpBackward0",
          UnaryOp.EXP,
          Reads.RESULT,
          (g, self, r) -> PointwiseDerivatives.expSelf(g, r));
  private static final UnaryRule EXPM1 =
      new UnaryRule(
          "Expm1Backward0",
          UnaryOp.EXPM1,
          Reads.RESULT,
          (g, self, r) -> PointwiseDerivatives.expm1Self(g, r));
  private static final UnaryRule LOG =
      new UnaryRule(
          "LogBackward0",
          UnaryOp.LOG,
          Reads.SELF,
          (g, self, r) -> PointwiseDerivatives.logSelf(g, self));
  private static final UnaryRule LOG1P =
      new UnaryRule(
          "Log1PBackward0",
          UnaryOp.LOG1P,
          Reads.SELF,
          (g, self, r) -> PointwiseDerivatives.log1pSelf(g, self));
  private static final UnaryRule SQRT =
      new UnaryRule(
          "SqrtBackward0",
          UnaryOp.SQRT,
          Reads.RESULT,
          (g, self, r) -> PointwiseDerivatives.sqrtSelf(g, r));
  private static final UnaryRule RSQRT =
      new UnaryRule(
          "RsqrtBackward0",
          UnaryOp.RSQRT,
          Reads.RESULT,
          (g, self, r) -> PointwiseDerivatives.rsqrtSelf(g, r));
  private static final UnaryRule RECIPROCAL =
      new UnaryRule(
          "ReciprocalBackward0",
          UnaryOp.RECIPROCAL,
          Reads.RESULT,
          (g, self, r) -> PointwiseDerivatives.reciprocalSelf(g, r));
  private static final UnaryRule SQUARE =
      new UnaryRule(
          "PowBackward0",
          UnaryOp.SQUARE,
          Reads.SELF,
          (g, self, r) -> PointwiseDerivatives.squareSelf(g, self));
  private static final UnaryRule SIN =
      new UnaryRule(
          "SinBackward0",
          UnaryOp.SIN,
          Reads.SELF,
          (g, self, r) -> PointwiseDerivatives.sinSelf(g, self));
  private static final UnaryRule COS =
      new UnaryRule(
          "CosBackward0",
          UnaryOp.COS,
          Reads.SELF,
          (g, self, r) -> PointwiseDerivatives.cosSelf(g, self));
  private static final UnaryRule TANH =
      new UnaryRule(
          "TanhBackward0",
          UnaryOp.TANH,
          Reads.RESULT,
          (g, self, r) -> PointwiseDerivatives.tanhSelf(g, r));
  private static final UnaryRule SIGMOID =
      new UnaryRule(
          "SigmoidBackward0",
          UnaryOp.SIGMOID,
          Reads.RESULT,
          (g, self, r) -> PointwiseDerivatives.sigmoidSelf(g, r));
  private static final UnaryRule RELU =
      new UnaryRule(
          "ReluBackward0",
          UnaryOp.RELU,
          Reads.RESULT,
          (g, self, r) -> PointwiseDerivatives.reluSelf(g, r));
  private static final BinaryRule TANH_BACKWARD =
      new BinaryRule(
          "TanhBackwardBackward0",
          BinaryOp.TANH_BACKWARD,
          new Partial(
              Reads.OTHER,
              (g, gradOutput, result, r) -> PointwiseDerivatives.tanhBackwardGradOutput(g, result)),
          new Partial(
              Reads.OPERANDS,
              (g, gradOutput, result, r) ->
                  PointwiseDerivatives.tanhBackwardResult(g, gradOutput, result)));
  private static final BinaryRule SIGMOID_BACKWARD =
      new BinaryRule(
          "SigmoidBackwardBackward0",
          BinaryOp.SIGMOID_BACKWARD,
          new Partial(
              Reads.OTHER,
              (g, gradOutput, result, r) ->
                  PointwiseDerivatives.sigmoidBackwardGradOutput(g, result)),
          new Partial(
              Reads.OPERANDS,
              (g, gradOutput, result, r) ->
                  PointwiseDerivatives.sigmoidBackwardResult(g, gradOutput, result)));
  private static final BinaryRule RELU_BACKWARD =
      new BinaryRule(
          "ThresholdBackwardBackward0",
          BinaryOp.RELU_BACKWARD,
          new Partial(
              Reads.OTHER,
              (g, gradOutput, result, r) -> PointwiseDerivatives.reluBackwardGradOutput(g, result)),
          new Partial(
              Reads.OPERANDS,
              (g, gradOutput, result, r) ->
                  PointwiseDerivatives.reluBackwardResult(g, gradOutput, result)));

  private Pointwise() {}

  /** The negated elements. */
  public static Tensor neg(Tensor self) {
    refuseBoolean(
        self,
        "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert"
            + " a mask, use the `~` or `logical_not()` operator instead.");
    return Elementwise.apply(NEG, self, self.dtype());
  }

  /** The negated elements, in place. */
  public static Tensor negInPlace(Tensor self) {
    refuseBoolean(
        self,
        "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert"
            + " a mask, use the `~` or `logical_not()` operator instead.");
    return Elementwise.applyInPlace(NEG, self, self.dtype());
  }

  private static void refuseAbsOfBoolean(Tensor self) {
    if (self.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException("\"abs_cpu\" not implemented for 'Bool'");
    }
  }

  /** The absolute values. */
  public static Tensor abs(Tensor self) {
    refuseAbsOfBoolean(self);
    return Elementwise.apply(ABS, self, self.dtype());
  }

  /** The absolute values, in place. */
  public static Tensor absInPlace(Tensor self) {
    refuseAbsOfBoolean(self);
    return Elementwise.applyInPlace(ABS, self, self.dtype());
  }

  /** -1, 0 or 1 by sign. */
  public static Tensor sign(Tensor self) {
    return Elementwise.apply(SIGN, self, self.dtype());
  }

  /** -1, 0 or 1 by sign, in place. */
  public static Tensor signInPlace(Tensor self) {
    return Elementwise.applyInPlace(SIGN, self, self.dtype());
  }

  /** The exponential. */
  public static Tensor exp(Tensor self) {
    return Elementwise.apply(EXP, self, Promotion.floating(self.dtype()));
  }

  /** The exponential, in place. */
  public static Tensor expInPlace(Tensor self) {
    return Elementwise.applyInPlace(EXP, self, Promotion.floating(self.dtype()));
  }

  /** The exponential less one. */
  public static Tensor expm1(Tensor self) {
    return Elementwise.apply(EXPM1, self, Promotion.floating(self.dtype()));
  }

  /** The exponential less one, in place. */
  public static Tensor expm1InPlace(Tensor self) {
    return Elementwise.applyInPlace(EXPM1, self, Promotion.floating(self.dtype()));
  }

  /** The natural logarithm. */
  public static Tensor log(Tensor self) {
    return Elementwise.apply(LOG, self, Promotion.floating(self.dtype()));
  }

  /** The natural logarithm, in place. */
  public static Tensor logInPlace(Tensor self) {
    return Elementwise.applyInPlace(LOG, self, Promotion.floating(self.dtype()));
  }

  /** The logarithm of one plus the element. */
  public static Tensor log1p(Tensor self) {
    return Elementwise.apply(LOG1P, self, Promotion.floating(self.dtype()));
  }

  /** The logarithm of one plus the element, in place. */
  public static Tensor log1pInPlace(Tensor self) {
    return Elementwise.applyInPlace(LOG1P, self, Promotion.floating(self.dtype()));
  }

  /** The square root. */
  public static Tensor sqrt(Tensor self) {
    return Elementwise.apply(SQRT, self, Promotion.floating(self.dtype()));
  }

  /** The square root, in place. */
  public static Tensor sqrtInPlace(Tensor self) {
    return Elementwise.applyInPlace(SQRT, self, Promotion.floating(self.dtype()));
  }

  /** One over the square root. */
  public static Tensor rsqrt(Tensor self) {
    return Elementwise.apply(RSQRT, self, Promotion.floating(self.dtype()));
  }

  /** One over the square root, in place. */
  public static Tensor rsqrtInPlace(Tensor self) {
    return Elementwise.applyInPlace(RSQRT, self, Promotion.floating(self.dtype()));
  }

  /** One over the element. */
  public static Tensor reciprocal(Tensor self) {
    return Elementwise.apply(RECIPROCAL, self, Promotion.floating(self.dtype()));
  }

  /** One over the element, in place. */
  public static Tensor reciprocalInPlace(Tensor self) {
    return Elementwise.applyInPlace(RECIPROCAL, self, Promotion.floating(self.dtype()));
  }

  /** The element times itself. */
  public static Tensor square(Tensor self) {
    DType dtype = self.dtype() == DType.BOOL ? DType.INT64 : self.dtype();
    return Elementwise.apply(SQUARE, self, dtype);
  }

  /** The element times itself, in place. */
  public static Tensor squareInPlace(Tensor self) {
    return Elementwise.applyInPlace(SQUARE, self, self.dtype());
  }

  /** The sine. */
  public static Tensor sin(Tensor self) {
    return Elementwise.apply(SIN, self, Promotion.floating(self.dtype()));
  }

  /** The sine, in place. */
  public static Tensor sinInPlace(Tensor self) {
    return Elementwise.applyInPlace(SIN, self, Promotion.floating(self.dtype()));
  }

  /** The cosine. */
  public static Tensor cos(Tensor self) {
    return Elementwise.apply(COS, self, Promotion.floating(self.dtype()));
  }

  /** The cosine, in place. */
  public static Tensor cosInPlace(Tensor self) {
    return Elementwise.applyInPlace(COS, self, Promotion.floating(self.dtype()));
  }

  /** The hyperbolic tangent. */
  public static Tensor tanh(Tensor self) {
    return Elementwise.apply(TANH, self, Promotion.floating(self.dtype()));
  }

  /** The hyperbolic tangent, in place. */
  public static Tensor tanhInPlace(Tensor self) {
    return Elementwise.applyInPlace(TANH, self, Promotion.floating(self.dtype()));
  }

  /** The logistic function. */
  public static Tensor sigmoid(Tensor self) {
    return Elementwise.apply(SIGMOID, self, Promotion.floating(self.dtype()));
  }

  /** The logistic function, in place. */
  public static Tensor sigmoidInPlace(Tensor self) {
    return Elementwise.applyInPlace(SIGMOID, self, Promotion.floating(self.dtype()));
  }

  /** The positive part. */
  public static Tensor relu(Tensor self) {
    refuseBoolean(self, "Boolean inputs not supported for relu");
    return Elementwise.apply(RELU, self, self.dtype());
  }

  /** The positive part, in place. */
  public static Tensor reluInPlace(Tensor self) {
    refuseBoolean(self, "Boolean inputs not supported for relu");
    return Elementwise.applyInPlace(RELU, self, self.dtype());
  }

  /** From the gradient of the result and the result itself, the gradient of tanh, in one pass. */
  public static Tensor tanhBackward(Tensor gradOutput, Tensor result) {
    return Elementwise.apply(TANH_BACKWARD, gradOutput, result, gradOutput.dtype());
  }

  /**
   * From the gradient of the result and the result itself, the gradient of sigmoid, in one pass.
   */
  public static Tensor sigmoidBackward(Tensor gradOutput, Tensor result) {
    return Elementwise.apply(SIGMOID_BACKWARD, gradOutput, result, gradOutput.dtype());
  }

  /** From the gradient of the result and the result itself, the gradient of relu, in one pass. */
  public static Tensor reluBackward(Tensor gradOutput, Tensor result) {
    return Elementwise.apply(RELU_BACKWARD, gradOutput, result, gradOutput.dtype());
  }

  private static void refuseBoolean(Tensor self, String message) {
    if (self.dtype() == DType.BOOL) {
      throw new IllegalArgumentException(message);
    }
  }
}
