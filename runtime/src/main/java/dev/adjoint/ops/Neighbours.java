package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.FrexpResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.RefusingNode;
import dev.adjoint.autograd.SavedTensor;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.NeighbourDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.ops.Formula.Saves;

/** Floating-point numbers taken apart and put together, their neighbours, steps and powers. */
public final class Neighbours {
  private static final Formula NEXTAFTER =
      new Formula(
          "NextafterBackward0",
          Saves.OPERANDS,
          in -> next(in[0], in[1]),
          (g, saved, input) ->
              input == 0
                  ? NeighbourDerivatives.nextafterSelf(g[0], saved[0], saved[1])
                  : NeighbourDerivatives.nextafterOther(g[0], saved[0], saved[1]));

  private static final Formula LDEXP =
      new Formula(
          "LdexpBackward0",
          Saves.OPERANDS,
          in -> in[0].mul(in[1].rpow(2.0)),
          (g, saved, input) ->
              input == 0
                  ? NeighbourDerivatives.ldexpSelf(g[0], saved[0], saved[1])
                  : NeighbourDerivatives.ldexpOther(g[0], saved[0], saved[1]));

  private Neighbours() {}

  /** The next number towards another one. */
  public static Tensor nextafter(Tensor self, Tensor other) {
    return NEXTAFTER.apply(self, other);
  }

  /** The next number towards another one, in place. */
  public static Tensor nextafterInPlace(Tensor self, Tensor other) {
    return NEXTAFTER.applyInPlace(self, other);
  }

  private static Tensor next(Tensor self, Tensor other) {
    DType dtype = Promotion.of(self, other);
    Layout shape = Broadcast.of(self.layout(), other.layout());
    if (!dtype.isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"nextafter_cpu\" not implemented for '" + dtype.title() + "'");
    }
    Tensor result = Creation.zeros(dtype, shape.sizes());
    switch (result.storage().array()) {
      case float[] to -> next(Dense.floats(self, shape), Dense.floats(other, shape), to);
      case double[] to -> next(Dense.doubles(self, shape), Dense.doubles(other, shape), to);
      default -> throw new IllegalStateException("Neighbours: not floating: " + dtype);
    }
    return result;
  }

  private static void next(float[] from, float[] towards, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = Math.nextAfter(from[i], towards[i]);
    }
  }

  private static void next(double[] from, double[] towards, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = Math.nextAfter(from[i], towards[i]);
    }
  }

  /** The number times a power of two. */
  public static Tensor ldexp(Tensor self, Tensor other) {
    return LDEXP.apply(self, other);
  }

  /** The number times a power of two, in place. */
  public static Tensor ldexpInPlace(Tensor self, Tensor other) {
    return LDEXP.applyInPlace(self, other);
  }

  /** 0 below zero, 1 above it, and the other operand at zero. */
  public static Tensor heaviside(Tensor self, Tensor values) {
    return refusing(step(self, values), self, values);
  }

  private static Tensor step(Tensor self, Tensor values) {
    if (self.dtype() != values.dtype()) {
      throw new IllegalArgumentException(
          "heaviside is not yet implemented for tensors with different dtypes.");
    }
    Tensor bare = Conversions.detach(self);
    return Comparisons.where(bare.eq(0), Conversions.detach(values), bare.gt(0).to(self.dtype()));
  }

  private static Tensor refusing(Tensor result, Tensor self, Tensor values) {
    return Recording.isNeeded(self, values)
        ? Recording.attach(result, new RefusingNode("heaviside", self, values))
        : result;
  }

  /** {@link #heaviside} in place. */
  public static Tensor heavisideInPlace(Tensor self, Tensor values) {
    Tensor result = step(self, values);
    InPlace.check(self, result.dtype());
    InPlace.checkShape(self, result.layout());
    boolean recorded = Recording.isNeeded(self, values);
    RefusingNode node = recorded ? new RefusingNode("heaviside", self, values) : null;
    Dense.write(self, result.storage().array(), result.dtype());
    if (node != null) {
      Recording.rebase(self, node);
    }
    return self;
  }

  /** The mantissa, at least a half and below one, and the exponent of two. */
  public static FrexpResult frexp(Tensor self) {
    if (!self.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException("torch.frexp() only supports floating-point dtypes");
    }
    Layout shape = Broadcast.dense(self.layout());
    double[] values = Dense.doubles(self, shape);
    int n = shape.count();
    double[] mantissas = new double[n];
    long[] exponents = new long[n];
    for (int i = 0; i < n; i++) {
      exponents[i] = exponent(values[i]);
      mantissas[i] = scaled(values[i], (int) -exponents[i]);
    }
    Tensor mantissa = Creation.of(mantissas, self.dtype(), shape.sizes());
    Tensor exponent = Dense.ofLongs(exponents, DType.INT32, shape);
    if (Recording.isNeeded(self)) {
      SavedTensor kept = SavedTensor.of(exponent);
      new UnaryNode(
              "FrexpBackward0",
              Reads.NOTHING,
              (g, s, r) -> NeighbourDerivatives.frexpMantissa(g, kept.unpack()),
              self)
          .record(mantissa);
    }
    return new FrexpResult(mantissa, exponent);
  }

  private static int exponent(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return 0;
    }
    boolean isSubnormal = Math.abs(value) < Double.MIN_NORMAL;
    return isSubnormal ? Math.getExponent(value * 0x1p54) - 53 : Math.getExponent(value) + 1;
  }

  /** Subnormal numbers need two steps. */
  private static double scaled(double value, int exponent) {
    return Math.scalb(Math.scalb(value, exponent / 2), exponent - exponent / 2);
  }

  /** The power in double precision. */
  public static Tensor floatPower(Tensor self, Tensor exponent) {
    return self.to(DType.FLOAT64).pow(exponent.to(DType.FLOAT64));
  }

  /** The power in double precision, in place. */
  public static Tensor floatPowerInPlace(Tensor self, Tensor exponent) {
    if (self.dtype() != DType.FLOAT64) {
      throw new IllegalArgumentException(
          "the base given to float_power_ has dtype %s but the operation's result requires dtype Double"
              .formatted(self.dtype().title()));
    }
    return self.pow_(exponent.to(DType.FLOAT64));
  }
}
