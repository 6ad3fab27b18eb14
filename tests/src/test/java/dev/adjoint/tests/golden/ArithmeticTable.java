package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.binary;
import static dev.adjoint.tests.golden.Families.mixed;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.tests.golden.Families.Mixed;

/** Arithmetic, comparisons, bits, bounds and choices. */
final class ArithmeticTable {

  private ArithmeticTable() {}

  static void register(OperatorTable table) {
    sums(table);
    products(table);
    powers(table);
    comparisons(table);
    bits(table);
    bounds(table);
    fused(table);
    masks(table);
  }

  private static void sums(OperatorTable table) {
    Mixed add = new Mixed(Tensor::add, Tensor::add, Tensor::add);
    Mixed sub = new Mixed(Tensor::sub, Tensor::sub, Tensor::sub);
    Mixed rsub = new Mixed((x, y) -> y.sub(x), Tensor::rsub, Tensor::rsub);
    table.single("add", a -> weighted(a, add, add));
    table.single("sub", a -> weighted(a, sub, rsub));
    table.single("rsub", a -> reversedDifference(a, rsub));
    reversed(table, "__radd__", add);
    reversed(table, "__rsub__", rsub);
    table.single("add_", a -> accumulated(a, true));
    table.single("sub_", a -> accumulated(a, false));
  }

  /** The reversed operators belong to the tensor. */
  private static void reversed(OperatorTable table, String name, Mixed operation) {
    table.single(name, a -> operation.apply(a.tensor(0), a.scalar(1, "other", 0L)));
  }

  private static Tensor weighted(Arguments a, Mixed operation, Mixed reversed) {
    if (!(a.find(0, "input") instanceof Tensor self)) {
      return reversed.apply(a.tensor(1), a.scalar(0, "input", 0L));
    }
    Object other = a.scalar(1, "other", 0L);
    return switch (a.scalar(2, "alpha", 1L)) {
      case Long one when one == 1 -> operation.apply(self, other);
      case Long alpha -> operation.apply(self, ((Tensor) other).mul(alpha));
      case Object alpha -> self.add((Tensor) other, (Double) alpha);
    };
  }

  private static Tensor reversedDifference(Arguments a, Mixed rsub) {
    Tensor self = a.tensor(0);
    return switch (a.scalar(2, "alpha", 1L)) {
      case Long alpha -> rsub.apply(self.mul(alpha), a.scalar(1, "other", 0L));
      case Object alpha -> rsub.apply(self.mul((Double) alpha), a.scalar(1, "other", 0L));
    };
  }

  private static Tensor accumulated(Arguments a, boolean adds) {
    Tensor self = a.tensor(0);
    Object alpha = a.scalar(2, "alpha", 1L);
    return switch (a.scalar(1, "other", 0L)) {
      case Tensor other when alpha instanceof Long factor ->
          adds ? self.add_(other, factor) : self.sub_(other, factor);
      case Tensor other ->
          adds ? self.add_(other, (double) alpha) : self.sub_(other, (double) alpha);
      case Long other -> adds ? self.add_(other) : self.sub_(other);
      case Double other -> adds ? self.add_(other) : self.sub_(other);
      case Object other -> {
        Tensor number = Tensor.tensor((boolean) other);
        yield adds ? self.add_(number) : self.sub_(number);
      }
    };
  }

  private static void products(OperatorTable table) {
    Mixed mul = new Mixed(Tensor::mul, Tensor::mul, Tensor::mul);
    Mixed div = new Mixed(Tensor::div, Tensor::div, Tensor::div);
    Mixed rdiv = new Mixed((x, y) -> y.div(x), Tensor::rdiv, Tensor::rdiv);
    mixed(table, "mul", mul, mul);
    reversed(table, "__rmul__", mul);
    binary(table, "mul_", Tensor::mul_);
    table.single("div", a -> divided(a, div, rdiv));
    table.single("div_", a -> dividedInPlace(a));
    mixed(table, "true_divide", div, rdiv);
    binary(table, "true_divide_", Tensor::div_);
    reversed(table, "__rdiv__", rdiv);
    rounded(table, "floor_divide", Tensor::floorDivide, Tensor::floorDivide_);
    rounded(table, "remainder", Tensor::remainder, Tensor::remainder_);
    rounded(table, "fmod", Tensor::fmod, Tensor::fmod_);
  }

  private static void rounded(
      OperatorTable table,
      String name,
      java.util.function.BinaryOperator<Tensor> operation,
      java.util.function.BinaryOperator<Tensor> twin) {
    Mixed forward =
        new Mixed(
            operation,
            (x, n) -> operation.apply(x, number(x, n)),
            (x, v) -> operation.apply(x, number(x, v)));
    Mixed reversed =
        new Mixed(
            (x, y) -> operation.apply(y, x),
            (x, n) -> operation.apply(number(x, n), x),
            (x, v) -> operation.apply(number(x, v), x));
    mixed(table, name, forward, reversed);
    binary(table, name + "_", twin);
  }

  /** A number in the type in which it meets a tensor. */
  private static Tensor number(Tensor tensor, long value) {
    boolean truth = tensor.dtype() == DType.BOOL;
    return Tensor.tensor(value, truth ? DType.INT64 : tensor.dtype());
  }

  private static Tensor number(Tensor tensor, double value) {
    boolean real = tensor.dtype().isFloatingPoint();
    return Tensor.tensor(value, real ? tensor.dtype() : DType.FLOAT32);
  }

  private static Tensor divided(Arguments a, Mixed div, Mixed rdiv) {
    String mode = a.text(2, "rounding_mode", "");
    if (!mode.isEmpty()) {
      return a.tensor(0).div(a.tensor(1), mode);
    }
    return a.find(0, "input") instanceof Tensor self
        ? div.apply(self, a.scalar(1, "other", 1L))
        : rdiv.apply(a.tensor(1), a.scalar(0, "input", 1L));
  }

  private static Tensor dividedInPlace(Arguments a) {
    String mode = a.text(2, "rounding_mode", "");
    return mode.isEmpty() ? a.tensor(0).div_(a.tensor(1)) : a.tensor(0).div_(a.tensor(1), mode);
  }

  private static void powers(OperatorTable table) {
    Mixed pow = new Mixed(Tensor::pow, Tensor::pow, Tensor::pow);
    Mixed rpow = new Mixed((x, y) -> y.pow(x), Tensor::rpow, Tensor::rpow);
    table.single("pow", a -> power(a, pow, rpow));
    reversed(table, "__rpow__", rpow);
    Mixed twin = new Mixed(Tensor::pow_, Tensor::pow_, Tensor::pow_);
    mixed(table, "pow_", twin, twin);
  }

  private static Tensor power(Arguments a, Mixed pow, Mixed rpow) {
    if (!(a.find(0, "self") instanceof Tensor self)) {
      return rpow.apply(a.tensor(1), a.scalar(0, "self", 0L));
    }
    return a.find(1, "exponent") instanceof Boolean truth
        ? self.pow((boolean) truth)
        : pow.apply(self, a.scalar(1, "exponent", 0L));
  }

  private static void comparisons(OperatorTable table) {
    Mixed eq = new Mixed(Tensor::eq, Tensor::eq, Tensor::eq);
    Mixed ne = new Mixed(Tensor::ne, Tensor::ne, Tensor::ne);
    Mixed lt = new Mixed(Tensor::lt, Tensor::lt, Tensor::lt);
    Mixed le = new Mixed(Tensor::le, Tensor::le, Tensor::le);
    Mixed gt = new Mixed(Tensor::gt, Tensor::gt, Tensor::gt);
    Mixed ge = new Mixed(Tensor::ge, Tensor::ge, Tensor::ge);
    mixed(table, "eq", eq, eq);
    mixed(table, "ne", ne, ne);
    mixed(table, "lt", lt, gt);
    mixed(table, "le", le, ge);
    mixed(table, "gt", gt, lt);
    mixed(table, "ge", ge, le);
    table.single("equal", a -> a.tensor(0).equal(a.tensor(1)));
    binary(table, "logical_and", Tensor::logicalAnd);
    binary(table, "logical_or", Tensor::logicalOr);
    binary(table, "logical_xor", Tensor::logicalXor);
    table.single("where", ArithmeticTable::chosen);
  }

  /** Recorded with the condition second; promotion cases have it first. */
  private static Tensor chosen(Arguments a) {
    if (a.find(1, "condition") instanceof Tensor condition
        && condition.dtype() == DType.BOOL
        && a.tensor(0).dtype() != DType.BOOL) {
      return Tensor.where(condition, a.tensor(0), a.tensor(2));
    }
    Object input = a.scalar(1, "input", 0L);
    Object other = a.scalar(2, "other", 0L);
    return Tensor.where(a.tensor(0), operand(input, other), operand(other, input));
  }

  private static Tensor operand(Object value, Object beside) {
    return switch (value) {
      case Tensor tensor -> tensor;
      case Long number when beside instanceof Tensor tensor -> number(tensor, number);
      case Double number when beside instanceof Tensor tensor -> number(tensor, number);
      case Long number -> Tensor.tensor(number);
      case Double number -> Tensor.tensor(number);
      default -> Tensor.tensor((boolean) value);
    };
  }

  private static void bits(OperatorTable table) {
    rounded(table, "bitwise_and", Tensor::bitwiseAnd, Tensor::bitwiseAnd_);
    binary(table, "bitwise_or", Tensor::bitwiseOr, Tensor::bitwiseOr_);
    binary(table, "bitwise_xor", Tensor::bitwiseXor, Tensor::bitwiseXor_);
    binary(table, "bitwise_left_shift", Tensor::bitwiseLeftShift, Tensor::bitwiseLeftShift_);
    binary(table, "bitwise_right_shift", Tensor::bitwiseRightShift, Tensor::bitwiseRightShift_);
  }

  private static void bounds(OperatorTable table) {
    table.single("clamp", a -> clamped(a, false));
    table.single("clamp_", a -> clamped(a, true));
    binary(table, "clamp_min", Tensor::clampMin, Tensor::clampMin_);
    binary(table, "clamp_max", Tensor::clampMax, Tensor::clampMax_);
  }

  private static Tensor clamped(Arguments a, boolean inPlace) {
    Tensor self = a.tensor(0);
    Object min = a.find(1, "min");
    Object max = a.find(2, "max");
    if (min instanceof Tensor || max instanceof Tensor) {
      return inPlace
          ? self.clamp_((Tensor) min, (Tensor) max)
          : self.clamp((Tensor) min, (Tensor) max);
    }
    return inPlace
        ? self.clamp_((Number) min, (Number) max)
        : self.clamp((Number) min, (Number) max);
  }

  private static void fused(OperatorTable table) {
    table.single("addcmul", a -> a.tensor(0).addcmul(a.tensor(1), a.tensor(2), value(a)));
    table.single("addcmul_", a -> a.tensor(0).addcmul_(a.tensor(1), a.tensor(2), value(a)));
    table.single("addcdiv", a -> a.tensor(0).addcdiv(a.tensor(1), a.tensor(2), value(a)));
    table.single("addcdiv_", a -> a.tensor(0).addcdiv_(a.tensor(1), a.tensor(2), value(a)));
    table.single(
        "lerp",
        a ->
            a.find(2, "weight") instanceof Tensor weight
                ? a.tensor(0).lerp(a.tensor(1), weight)
                : a.tensor(0).lerp(a.tensor(1), a.number(2, "weight", 0)));
    table.single(
        "lerp_",
        a ->
            a.find(2, "weight") instanceof Tensor weight
                ? a.tensor(0).lerp_(a.tensor(1), weight)
                : a.tensor(0).lerp_(a.tensor(1), a.number(2, "weight", 0)));
  }

  private static double value(Arguments a) {
    return a.number(3, "value", 1);
  }

  private static void masks(OperatorTable table) {
    table.single(
        "masked_fill",
        a ->
            a.find(2, "value") instanceof Tensor value
                ? a.tensor(0).maskedFill(a.tensor(1), value)
                : a.tensor(0).maskedFill(a.tensor(1), a.number(2, "value", 0)));
    table.single(
        "masked_fill_",
        a ->
            a.find(2, "value") instanceof Tensor value
                ? a.tensor(0).maskedFill_(a.tensor(1), value)
                : a.tensor(0).maskedFill_(a.tensor(1), a.number(2, "value", 0)));
    binary(table, "masked_select", Tensor::maskedSelect);
  }
}
