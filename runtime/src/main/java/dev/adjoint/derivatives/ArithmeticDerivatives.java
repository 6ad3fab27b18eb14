package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of sums, differences, products and quotients. */
public final class ArithmeticDerivatives {
  private ArithmeticDerivatives() {}

  /** Of {@code self + other}: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "add",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor addSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code self + other}: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "add",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor addOther(Tensor gradOutput, Tensor other) {
    return Operands.fit(gradOutput, other);
  }

  /** Of {@code self + alpha * other}: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "add",
      parameters = {Tensor.class, double.class},
      wrt = "self")
  public static Tensor addAlphaSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code self + alpha * other}: {@code alpha * gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "add",
      parameters = {Tensor.class, double.class},
      wrt = "other")
  public static Tensor addAlphaOther(Tensor gradOutput, Tensor other, double alpha) {
    return Operands.fit(gradOutput.mul(alpha), other);
  }

  /** Of {@code self + other} with a number: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "add",
      parameters = {double.class},
      wrt = "self")
  public static Tensor addNumberSelf(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of {@code self + alpha * other}: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "add",
      parameters = {Tensor.class, long.class},
      wrt = "self")
  public static Tensor addAlphaSelfLong(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code self + alpha * other}: {@code alpha * gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "add",
      parameters = {Tensor.class, long.class},
      wrt = "other")
  public static Tensor addAlphaOtherLong(Tensor gradOutput, Tensor other, long alpha) {
    return Operands.fit(gradOutput.mul(alpha), other);
  }

  /** Of {@code self + other} with a number: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "add",
      parameters = {long.class},
      wrt = "self")
  public static Tensor addNumberSelfLong(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of {@code self - other}: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sub",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor subSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code self - other}: {@code -gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sub",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor subOther(Tensor gradOutput, Tensor other) {
    return Operands.fit(gradOutput.neg(), other);
  }

  /** Of {@code self - alpha * other}: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sub",
      parameters = {Tensor.class, double.class},
      wrt = "self")
  public static Tensor subAlphaSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code self - alpha * other}: {@code -alpha * gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sub",
      parameters = {Tensor.class, double.class},
      wrt = "other")
  public static Tensor subAlphaOther(Tensor gradOutput, Tensor other, double alpha) {
    return Operands.fit(gradOutput.mul(-alpha), other);
  }

  /** Of {@code self - other} with a number: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sub",
      parameters = {double.class},
      wrt = "self")
  public static Tensor subNumberSelf(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of {@code self - alpha * other}: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sub",
      parameters = {Tensor.class, long.class},
      wrt = "self")
  public static Tensor subAlphaSelfLong(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code self - alpha * other}: {@code -alpha * gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sub",
      parameters = {Tensor.class, long.class},
      wrt = "other")
  public static Tensor subAlphaOtherLong(Tensor gradOutput, Tensor other, long alpha) {
    return Operands.fit(gradOutput.mul(-alpha), other);
  }

  /** Of {@code self - other} with a number: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sub",
      parameters = {long.class},
      wrt = "self")
  public static Tensor subNumberSelfLong(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of {@code other - self}: {@code -gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "rsub",
      parameters = {double.class},
      wrt = "self")
  public static Tensor rsubSelf(Tensor gradOutput) {
    return gradOutput.neg();
  }

  /** Of {@code other - self}: {@code -gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "rsub",
      parameters = {long.class},
      wrt = "self")
  public static Tensor rsubSelfLong(Tensor gradOutput) {
    return gradOutput.neg();
  }

  /** Of {@code self * other}: {@code gradOutput * other}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mul",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor mulSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(other), self);
  }

  /** Of {@code self * other}: {@code gradOutput * self}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mul",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor mulOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(self), other);
  }

  /** Of {@code self * other} with a number: {@code gradOutput * other}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mul",
      parameters = {double.class},
      wrt = "self")
  public static Tensor mulSelf(Tensor gradOutput, double other) {
    return gradOutput.mul(other);
  }

  /** Of {@code self * other} with a number: {@code gradOutput * other}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mul",
      parameters = {long.class},
      wrt = "self")
  public static Tensor mulSelf(Tensor gradOutput, long other) {
    return gradOutput.mul(other);
  }

  /** Of {@code self / other}: {@code gradOutput / other}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "div",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor divSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.div(other), self);
  }

  /** Of {@code self / other}: {@code -gradOutput * self / other^2}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "div",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor divOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.neg().mul(self.div(other).div(other)), other);
  }

  /** Of {@code self / other} with a number: {@code gradOutput / other}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "div",
      parameters = {double.class},
      wrt = "self")
  public static Tensor divSelf(Tensor gradOutput, double other) {
    return gradOutput.div(other);
  }

  /** Of {@code self / other} with a number: {@code gradOutput / other}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "div",
      parameters = {long.class},
      wrt = "self")
  public static Tensor divSelf(Tensor gradOutput, long other) {
    return gradOutput.div(other);
  }

  /** Of {@code other / self}: {@code -gradOutput * other / self^2}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "rdiv",
      parameters = {double.class},
      wrt = "self")
  public static Tensor rdivSelf(Tensor gradOutput, Tensor self, double other) {
    return gradOutput.mul(-other).mul(self.reciprocal().square());
  }

  /** Of {@code other / self}: {@code -gradOutput * other / self^2}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "rdiv",
      parameters = {long.class},
      wrt = "self")
  public static Tensor rdivSelf(Tensor gradOutput, Tensor self, long other) {
    return gradOutput.mul(-other).mul(self.reciprocal().square());
  }
}
