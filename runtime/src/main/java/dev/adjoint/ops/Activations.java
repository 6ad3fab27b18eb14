package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.ActivationDerivatives;
import dev.adjoint.derivatives.GatedActivationDerivatives;
import java.util.Arrays;

/** Activation functions of neural networks, elementwise. */
public final class Activations {

  /** Makes mean 0 and variance 1 a fixed point; Klambauer et al., 2017. */
  private static final double SELU_ALPHA = 1.6732632423543772;

  private static final double SELU_SCALE = 1.0507009873554805;

  private Activations() {}

  /** The element, kept between two bounds. */
  public static Tensor hardtanh(Tensor self, double minVal, double maxVal) {
    if (minVal > maxVal) {
      throw new IllegalArgumentException(
          "min_val cannot be greater than max_val, got %s and %s".formatted(minVal, maxVal));
    }
    if (self.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException("Bool inputs not supported for hardtanh");
    }
    if (self.dtype() == DType.UINT8 && (minVal < 0 || maxVal < 0)) {
      throw new IllegalArgumentException(
          "cannot do hardtanh on an unsigned type with negative limits");
    }
    if (!self.dtype().isFloatingPoint()) {
      return Clamping.clamp(self, Scalar.of((long) minVal), Scalar.of((long) maxVal));
    }
    return Mapped.real(
        new MappedRule(
            "HardtanhBackward0",
            x -> Math.min(Math.max(x, minVal), maxVal),
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.hardtanhInput(g, s, minVal, maxVal)),
        self);
  }

  /** The element, kept between 0 and 6. */
  public static Tensor relu6(Tensor self) {
    return hardtanh(self, 0, 6);
  }

  /** The element, scaled below zero. */
  public static Tensor leakyRelu(Tensor self, double negativeSlope) {
    return Mapped.real(
        new MappedRule(
            "LeakyReluBackward0",
            x -> x > 0 ? x : x * negativeSlope,
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.leakyReluInput(g, s, negativeSlope)),
        Kernels.floating("leaky_relu_cpu", self));
  }

  /** The element above zero, {@code alpha (exp(x) - 1)} below. */
  public static Tensor elu(Tensor self, double alpha) {
    return Mapped.real(
        new MappedRule(
            "EluBackward0",
            x -> x > 0 ? x : alpha * Math.expm1(x),
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.eluInput(g, s, alpha)),
        Kernels.floating("elu_cpu", self));
  }

  /** The element above zero, {@code alpha (exp(x / alpha) - 1)} below. */
  public static Tensor celu(Tensor self, double alpha) {
    if (alpha == 0) {
      throw new IllegalArgumentException("ZeroDivisionError: alpha cannot be 0 for CELU");
    }
    return Mapped.real(
        new MappedRule(
            "CeluBackward0",
            x -> x > 0 ? x : alpha * Math.expm1(x / alpha),
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.celuInput(g, s, alpha)),
        Kernels.floating("elu_cpu", self));
  }

  /** The self-normalising exponential unit. */
  public static Tensor selu(Tensor self) {
    return Mapped.real(
        new MappedRule(
            "EluBackward0",
            x -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x)),
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.seluInput(g, s)),
        Kernels.floating("elu_cpu", self));
  }

  /** The element times its sigmoid. */
  public static Tensor silu(Tensor self) {
    return Mapped.real(
        new MappedRule(
            "SiluBackward0",
            x -> x / (1 + Math.exp(-x)),
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.siluInput(g, s)),
        Kernels.floating("silu_cpu", self));
  }

  /** The element times the hyperbolic tangent of its softplus. */
  public static Tensor mish(Tensor self) {
    return Mapped.real(
        new MappedRule(
            "MishBackward0",
            x -> x * Math.tanh(softplus(x)),
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.mishInput(g, s)),
        Kernels.floating("mish_cpu", self));
  }

  /** A smooth form of the rectifier, {@code log(1 + exp(beta x)) / beta}. */
  public static Tensor softplus(Tensor self, double beta, double threshold) {
    return Mapped.real(
        new MappedRule(
            "SoftplusBackward0",
            x -> x * beta > threshold ? x : Math.log1p(Math.exp(x * beta)) / beta,
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.softplusInput(g, s, beta, threshold)),
        Kernels.floating("softplus_cpu", self));
  }

  /** The element times a clipped line through 1/2. */
  public static Tensor hardswish(Tensor self) {
    return Mapped.real(
        new MappedRule(
            "HardswishBackward0",
            x -> x * (Double.isNaN(x) ? x : Math.clamp(x + 3, 0, 6)) / 6,
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.hardswishInput(g, s)),
        Kernels.floating("hardswish_cpu", self));
  }

  /** A clipped line through 1/2. */
  public static Tensor hardsigmoid(Tensor self) {
    return Mapped.real(
        new MappedRule(
            "HardsigmoidBackward0",
            x -> Double.isNaN(x) ? x : Math.clamp(x + 3, 0, 6) / 6,
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.hardsigmoidInput(g, s)),
        Kernels.floating("hardsigmoid_cpu", self));
  }

  /** The logarithm of the sigmoid. */
  public static Tensor logsigmoid(Tensor self) {
    return Mapped.real(
        new MappedRule(
            "LogSigmoidBackward0",
            x -> Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.logsigmoidInput(g, s)),
        Kernels.floating("log_sigmoid_cpu", self));
  }

  /** The element moved towards zero, zero in the gap. */
  public static Tensor softshrink(Tensor self, double lambd) {
    if (!(lambd >= 0)) {
      throw new IllegalArgumentException(
          "lambda must be in range [0, 3.40282e+38] for input dtype %s, but found %s"
              .formatted(self.dtype().title(), lambd));
    }
    return Mapped.real(
        new MappedRule(
            "SoftshrinkBackward0",
            x -> x > lambd ? x - lambd : x < -lambd ? x + lambd : x * 0,
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.softshrinkInput(g, s, lambd)),
        Kernels.floating("softshrink_check", self));
  }

  /** The element outside of a gap around zero, zero inside. */
  public static Tensor hardshrink(Tensor self, double lambd) {
    return Mapped.real(
        new MappedRule(
            "HardshrinkBackward0",
            x -> x >= -lambd && x <= lambd ? 0 : x,
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.hardshrinkInput(g, s, lambd)),
        Kernels.floating("hardshrink_cpu", self));
  }

  /** The element above a limit, another value up to it. */
  public static Tensor threshold(Tensor self, double threshold, double value) {
    if (!self.dtype().isFloatingPoint()) {
      return self.maskedFill(self.le(threshold), value);
    }
    return Mapped.real(
        new MappedRule(
            "ThresholdBackward0",
            x -> x <= threshold ? value : x,
            Reads.SELF,
            (g, s, r) -> ActivationDerivatives.thresholdInput(g, s, threshold, value)),
        self);
  }

  /** The first half along a dimension times the sigmoid of the second. */
  public static Tensor glu(Tensor self, int dim) {
    Kernels.floating("glu_cpu", self);
    if (self.dim() == 0) {
      throw new IllegalArgumentException("glu does not support 0-dimensional tensors");
    }
    long size = self.size(dim);
    if (size % 2 != 0) {
      throw new IllegalArgumentException(
          "Halving dimension must be even, but dimension %d is size %d".formatted(dim, size));
    }
    return new Formula(
            "GluBackward0",
            Formula.Saves.OPERANDS,
            all -> half(all[0], dim, 0).mul(half(all[0], dim, 1).sigmoid()),
            (g, all, i) ->
                g[0] == null ? null : GatedActivationDerivatives.gluInput(g[0], all[0], dim))
        .apply(self);
  }

  /** The first or second half along a dimension. */
  public static Tensor half(Tensor self, int dim, int which) {
    long size = self.size(dim) / 2;
    return self.narrow(dim, which * size, size);
  }

  /** The element times the normal distribution function. */
  public static Tensor gelu(Tensor self) {
    requireFloating("GeluKernelImpl", self);
    return new Formula(
            "GeluBackward0",
            Formula.Saves.OPERANDS,
            all -> all[0].mul(all[0].ndtr()),
            (g, all, i) -> g[0] == null ? null : ActivationDerivatives.geluInput(g[0], all[0]))
        .apply(self);
  }

  private static void requireFloating(String name, Tensor self) {
    if (!self.dtype().isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"%s\" not implemented for '%s'".formatted(name, self.dtype().title()));
    }
  }

  /** The element times a hyperbolic tangent close to the normal distribution function. */
  public static Tensor geluTanh(Tensor self) {
    requireFloating("GeluKernelImpl", self);
    return new Formula(
            "GeluBackward0",
            Formula.Saves.OPERANDS,
            all -> all[0].mul(0.5).mul(geluInner(all[0]).tanh().add(1)),
            (g, all, i) ->
                g[0] == null ? null : GatedActivationDerivatives.geluTanhInput(g[0], all[0]))
        .apply(self);
  }

  /** The argument of the hyperbolic tangent in {@link #geluTanh}. */
  public static Tensor geluInner(Tensor self) {
    return self.add(self.pow(3).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
  }

  /** The element, scaled below zero by the weight of its channel. */
  public static Tensor prelu(Tensor self, Tensor weight) {
    if (weight.dim() > 1) {
      throw new IllegalArgumentException(
          "prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = " + weight.dim());
    }
    Kernels.same(
        self.dtype(),
        weight.dtype(),
        "prelu: Type promoting not supported. Got %s and %s"
            .formatted(self.dtype().title(), weight.dtype().title()));
    Kernels.floating("prelu_cpu", self);
    long channels = self.dim() < 2 ? 1 : self.size(1);
    if (weight.numel() != 1 && weight.numel() != channels) {
      throw new IllegalArgumentException(
          "Mismatch of parameter numbers and input channel size. Found parameter numbers = %d and channel size = %d."
              .formatted(weight.numel(), channels));
    }
    return new Formula(
            "PreluKernelBackward0",
            Formula.Saves.OPERANDS,
            all -> Tensor.where(all[0].gt(0), all[0], all[0].mul(all[1])),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : i == 0
                        ? GatedActivationDerivatives.preluInput(g[0], all[0], all[1])
                        : GatedActivationDerivatives.preluWeight(g[0], all[0], all[1]))
        .apply(self, slopes(self, weight));
  }

  /** The slope of each channel, in a shape that broadcasts. */
  public static Tensor slopes(Tensor self, Tensor weight) {
    if (self.dim() == weight.dim()) {
      return weight;
    }
    long[] shape = new long[self.dim()];
    Arrays.fill(shape, 1);
    if (self.dim() > 1) {
      shape[1] = weight.numel();
    }
    return weight.reshape(shape);
  }

  private static double softplus(double x) {
    return x > 20 ? x : Math.log1p(Math.exp(x));
  }
}
