package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.binary;
import static dev.adjoint.tests.golden.Families.unary;

import dev.adjoint.Tensor;
import dev.adjoint.ops.Parameterised;

/** Elementwise functions. */
final class PointwiseTable {

  private PointwiseTable() {}

  static void register(OperatorTable table) {
    elementary(table);
    trigonometry(table);
    special(table);
    rounding(table);
    tests(table);
    pairs(table);
    parameterised(table);
  }

  private static void elementary(OperatorTable table) {
    unary(table, "neg", Tensor::neg, Tensor::neg_);
    unary(table, "abs", Tensor::abs, Tensor::abs_);
    unary(table, "sign", Tensor::sign, Tensor::sign_);
    unary(table, "exp", Tensor::exp, Tensor::exp_);
    unary(table, "expm1", Tensor::expm1, Tensor::expm1_);
    unary(table, "log", Tensor::log, Tensor::log_);
    unary(table, "log1p", Tensor::log1p, Tensor::log1p_);
    unary(table, "sqrt", Tensor::sqrt, Tensor::sqrt_);
    unary(table, "rsqrt", Tensor::rsqrt, Tensor::rsqrt_);
    unary(table, "reciprocal", Tensor::reciprocal, Tensor::reciprocal_);
    unary(table, "square", Tensor::square, Tensor::square_);
    unary(table, "sigmoid", Tensor::sigmoid, Tensor::sigmoid_);
    unary(table, "relu", Tensor::relu, Tensor::relu_);
    unary(table, "nn.functional.relu", Tensor::relu);
    unary(table, "positive", Tensor::positive);
  }

  private static void trigonometry(OperatorTable table) {
    unary(table, "sin", Tensor::sin, Tensor::sin_);
    unary(table, "cos", Tensor::cos, Tensor::cos_);
    unary(table, "tan", Tensor::tan, Tensor::tan_);
    unary(table, "asin", Tensor::asin, Tensor::asin_);
    unary(table, "acos", Tensor::acos, Tensor::acos_);
    unary(table, "atan", Tensor::atan, Tensor::atan_);
    unary(table, "sinh", Tensor::sinh, Tensor::sinh_);
    unary(table, "cosh", Tensor::cosh, Tensor::cosh_);
    unary(table, "tanh", Tensor::tanh, Tensor::tanh_);
    unary(table, "asinh", Tensor::asinh, Tensor::asinh_);
    unary(table, "acosh", Tensor::acosh, Tensor::acosh_);
    unary(table, "atanh", Tensor::atanh, Tensor::atanh_);
    unary(table, "sinc", Tensor::sinc, Tensor::sinc_);
    unary(table, "deg2rad", Tensor::deg2rad, Tensor::deg2rad_);
    unary(table, "rad2deg", Tensor::rad2deg, Tensor::rad2deg_);
  }

  private static void special(OperatorTable table) {
    unary(table, "exp2", Tensor::exp2, Tensor::exp2_);
    unary(table, "log2", Tensor::log2, Tensor::log2_);
    unary(table, "log10", Tensor::log10, Tensor::log10_);
    unary(table, "erf", Tensor::erf, Tensor::erf_);
    unary(table, "erfc", Tensor::erfc, Tensor::erfc_);
    unary(table, "erfinv", Tensor::erfinv, Tensor::erfinv_);
    unary(table, "lgamma", Tensor::lgamma, Tensor::lgamma_);
    unary(table, "digamma", Tensor::digamma, Tensor::digamma_);
    unary(table, "i0", Tensor::i0, Tensor::i0_);
    unary(table, "special.i0e", Tensor::i0e);
    unary(table, "special.i1", Tensor::i1);
    unary(table, "special.i1e", Tensor::i1e);
    unary(table, "special.entr", Tensor::entr);
    unary(table, "special.erfcx", Tensor::erfcx);
    unary(table, "special.ndtr", Tensor::ndtr);
    unary(table, "special.ndtri", Tensor::ndtri);
    unary(table, "special.log_ndtr", Tensor::logNdtr);
  }

  private static void rounding(OperatorTable table) {
    unary(table, "floor", Tensor::floor, Tensor::floor_);
    unary(table, "ceil", Tensor::ceil, Tensor::ceil_);
    unary(table, "trunc", Tensor::trunc, Tensor::trunc_);
    unary(table, "frac", Tensor::frac, Tensor::frac_);
    unary(table, "sgn", Tensor::sgn, Tensor::sgn_);
    table.single(
        "round",
        a ->
            a.has(1, "decimals")
                ? a.tensor(0).round(a.integer(1, "decimals", 0))
                : a.tensor(0).round());
    table.single(
        "round_",
        a ->
            a.has(1, "decimals")
                ? a.tensor(0).round_(a.integer(1, "decimals", 0))
                : a.tensor(0).round_());
  }

  private static void tests(OperatorTable table) {
    unary(table, "isnan", Tensor::isnan);
    unary(table, "isinf", Tensor::isinf);
    unary(table, "isfinite", Tensor::isfinite);
    unary(table, "isposinf", Tensor::isposinf);
    unary(table, "isneginf", Tensor::isneginf);
    unary(table, "signbit", Tensor::signbit);
    unary(table, "logical_not", Tensor::logicalNot);
    unary(table, "bitwise_not", Tensor::bitwiseNot, Tensor::bitwiseNot_);
  }

  private static void pairs(OperatorTable table) {
    binary(table, "atan2", Tensor::atan2, Tensor::atan2_);
    binary(table, "hypot", Tensor::hypot, Tensor::hypot_);
    binary(table, "copysign", Tensor::copysign, Tensor::copysign_);
    binary(table, "logaddexp", Tensor::logaddexp);
    binary(table, "logaddexp2", Tensor::logaddexp2);
    binary(table, "xlogy", Tensor::xlogy, Tensor::xlogy_);
    binary(table, "special.xlog1py", Tensor::xlog1py);
    binary(table, "fmax", Tensor::fmax);
    binary(table, "fmin", Tensor::fmin);
    binary(table, "maximum", Tensor::maximum);
    binary(table, "minimum", Tensor::minimum);
    binary(table, "max:binary", Tensor::max);
    binary(table, "min:binary", Tensor::min);
  }

  private static void parameterised(OperatorTable table) {
    table.single("polygamma", a -> a.tensor(0).polygamma(a.integer(1)));
    table.single("polygamma_", a -> a.tensor(0).polygamma_(a.integer(1)));
    table.single("mvlgamma", a -> a.tensor(0).mvlgamma(a.integer(1)));
    table.single("mvlgamma_", a -> a.tensor(0).mvlgamma_(a.integer(1)));
    table.single("logit", a -> a.tensor(0).logit(a.number(1, "eps", Double.NaN)));
    table.single("logit_", a -> a.tensor(0).logit_(a.number(1, "eps", Double.NaN)));
    table.single("nan_to_num", a -> finite(a, false));
    table.single("nan_to_num_", a -> finite(a, true));
  }

  private static Tensor finite(Arguments a, boolean inPlace) {
    Tensor self = a.tensor(0);
    double limit = Parameterised.largest(self.dtype());
    double nan = a.number(1, "nan", 0);
    double posinf = a.number(2, "posinf", limit);
    double neginf = a.number(3, "neginf", -limit);
    return inPlace ? self.nanToNum_(nan, posinf, neginf) : self.nanToNum(nan, posinf, neginf);
  }
}
