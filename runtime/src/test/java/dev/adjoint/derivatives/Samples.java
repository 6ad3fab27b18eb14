package dev.adjoint.derivatives;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Reduction;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Arguments at which every registered derivative is checked: away from kinks and ties. */
final class Samples {

  /**
   * One call.
   *
   * @param method the operation's name
   * @param arguments the receiver, if there is one, and the arguments
   */
  record Sample(String method, Object... arguments) {

    boolean fits(Method operation) {
      Class<?>[] types = operation.getParameterTypes();
      int first = arguments.length - types.length;
      boolean isStatic = java.lang.reflect.Modifier.isStatic(operation.getModifiers());
      if (!operation.getName().equals(method) || first != (isStatic ? 0 : 1)) {
        return false;
      }
      for (int i = 0; i < types.length; i++) {
        if (!boxed(types[i]).isInstance(arguments[first + i])) {
          return false;
        }
      }
      return true;
    }

    private static Class<?> boxed(Class<?> type) {
      return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    @Override
    public String toString() {
      return method
          + Arrays.stream(arguments)
              .map(a -> a instanceof Tensor t ? Arrays.toString(t.shape()) : text(a))
              .toList();
    }

    private static String text(Object argument) {
      return switch (argument) {
        case int[] ints -> Arrays.toString(ints);
        case long[] longs -> Arrays.toString(longs);
        default -> Objects.toString(argument);
      };
    }
  }

  private Samples() {}

  static Sample of(String method, Object... arguments) {
    return new Sample(method, arguments);
  }

  /** Distinct values of both signs, none near zero. */
  static Tensor mixed(long... shape) {
    return values(-1.7, shape);
  }

  /** Distinct positive values. */
  static Tensor positive(long... shape) {
    return values(0.3, shape);
  }

  static Tensor values(double start, long... shape) {
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = start + ((i * 5) % 7) * 0.47 + i * 0.013;
    }
    return Tensor.tensor(values, DType.FLOAT64).reshape(shape).requiresGrad_();
  }

  static Tensor indices(long[]... rows) {
    return Tensor.tensor(rows);
  }

  static List<Sample> all() {
    return Stream.of(
            basic(),
            IndexingSamples.all(),
            pairs(),
            functions(),
            shapes(),
            bounds(),
            units(),
            ImageSamples.all(),
            ConvolutionSamples.all(),
            LinearAlgebraSamples.all(),
            LossSamples.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Functions of two operands. */
  private static List<Sample> pairs() {
    Tensor m = mixed(2, 3);
    Tensor row = positive(3);
    return List.of(
        of("atan2", m, row),
        of("hypot", m, row),
        of("copysign", m, row),
        of("logaddexp", m, row),
        of("logaddexp2", m, row),
        of("xlogy", m, row),
        of("xlog1py", m, row),
        of("fmax", m, row),
        of("fmin", m, row),
        of("remainder", m, row),
        of("fmod", m, row));
  }

  /** Functions of one operand. */
  private static List<Sample> functions() {
    Tensor m = mixed(2, 3);
    Tensor p = positive(2, 3);
    Tensor unit = p.detach().div(5).requiresGrad_();
    Tensor large = p.detach().add(1).requiresGrad_();
    return List.of(
        of("floor", m),
        of("ceil", m),
        of("trunc", m),
        of("round", m),
        of("frac", m),
        of("sgn", m),
        of("exp2", m),
        of("log2", p),
        of("log10", p),
        of("erf", m),
        of("erfc", m),
        of("erfinv", unit),
        of("erfcx", m),
        of("ndtr", m),
        of("ndtri", unit),
        of("logNdtr", m),
        of("lgamma", p),
        of("digamma", p),
        of("i0", m),
        of("i0e", m),
        of("i1", m),
        of("i1e", m),
        of("entr", p),
        of("acos", unit),
        of("acosh", large),
        of("asin", unit),
        of("asinh", m),
        of("atan", m),
        of("atanh", unit),
        of("tan", unit),
        of("sinh", m),
        of("cosh", m),
        of("sinc", m),
        of("deg2rad", m),
        of("rad2deg", m),
        of("polygamma", p, 1),
        of("mvlgamma", large, 2),
        of("logit", unit, 1e-3),
        of("nanToNum", m, 0.0, 1e3, -1e3));
  }

  /** Scans, diagonals, windows and further reductions. */
  private static List<Sample> shapes() {
    Tensor m = mixed(2, 3);
    Tensor mask = Tensor.tensor(new boolean[][] {{true, false, true}, {false, true, true}});
    int[] rows = {1};
    return List.of(
        of("cumsum", m, 1),
        of("cumprod", m, 1),
        of("logcumsumexp", m, 0),
        of("diagonal", mixed(2, 3, 3), 1, 1, 2),
        of("trace", mixed(3, 3)),
        of("logsumexp", m, rows, true),
        of("maskedFill", m, mask, 0.5),
        of("var", m, rows, 1.0, false),
        of("std", m, rows, 0.0, true),
        of("prod", m),
        of("prod", m, 1, false),
        of("unfold", m, 1, 2L, 1L),
        of("nansum", m, rows, false));
  }

  /** Bounds and choices between two operands. */
  private static List<Sample> bounds() {
    Tensor m = mixed(2, 3);
    Tensor row = positive(3);
    return List.of(
        of("max", m, row),
        of("min", m, row),
        of("clampMin", m, 0.1),
        of("clampMax", m, 0.2),
        of("clamp", m, -0.5, 0.6),
        of("var", m),
        of("std", m),
        of("softmax", m, 1),
        of("logSoftmax", m, 0));
  }

  /** Activations, each with its defaults and with arguments, and linear maps. */
  private static List<Sample> units() {
    Tensor m = mixed(2, 3);
    return List.of(
        of("relu", m),
        of("hardtanh", m),
        of("hardtanh", m, -0.5, 0.7),
        of("relu6", m),
        of("leakyRelu", m),
        of("leakyRelu", m, 0.2),
        of("elu", m),
        of("elu", m, 0.7),
        of("celu", m),
        of("celu", m, 0.7),
        of("selu", m),
        of("silu", m),
        of("mish", m),
        of("softplus", m),
        of("softplus", m, 2.0, 1.0),
        of("hardswish", m),
        of("hardsigmoid", m),
        of("logsigmoid", m),
        of("softshrink", m),
        of("softshrink", m, 0.3),
        of("hardshrink", m),
        of("hardshrink", m, 0.3),
        of("threshold", m, 0.1, -2.0),
        of("gelu", m),
        of("linear", m, positive(4, 3)),
        of("linear", mixed(2, 2, 3), positive(4, 3), mixed(4)));
  }

  private static List<Sample> basic() {
    Tensor m = mixed(2, 3);
    Tensor row = positive(3);
    Tensor p = positive(2, 3);
    Tensor scalar = values(1.3);
    Tensor index = indices(new long[] {0, 2}, new long[] {1, 1});
    Tensor condition = Tensor.tensor(new boolean[][] {{true, false, true}, {false, true, true}});
    Tensor classes = Tensor.tensor(new long[] {2, 0});
    Tensor weights = positive(2, 3).div(5).detach();
    return List.of(
        of("add", m, row),
        of("add", row, m),
        of("add", m, scalar),
        of("add", m, 1.5),
        of("add", m, 2L),
        of("add", m, row, 0.5),
        of("add", m, row, 3L),
        of("sub", m, row),
        of("sub", scalar, m),
        of("sub", m, 1.5),
        of("sub", m, 2L),
        of("sub", m, row, 0.5),
        of("sub", m, row, 3L),
        of("rsub", m, 1.5),
        of("rsub", m, 2L),
        of("mul", m, row),
        of("mul", scalar, m),
        of("mul", m, 1.5),
        of("mul", m, 2L),
        of("div", m, row),
        of("div", row, p),
        of("div", m, 1.5),
        of("div", m, 2L),
        of("rdiv", m, 1.5),
        of("rdiv", m, 2L),
        of("pow", p, row),
        of("pow", p, m),
        of("pow", p, 1.5),
        of("pow", m, 3L),
        of("pow", m, 2L),
        of("pow", m, 2.0),
        of("pow", p, 0.5),
        of("pow", m, -1L),
        of("pow", m, 0L),
        of("pow", m, 1L),
        of("rpow", m, 1.5),
        of("rpow", m, 2L),
        of("maximum", m, row),
        of("minimum", m, row),
        of("where", condition, m, row),
        of("neg", m),
        of("abs", m),
        of("sign", m),
        of("exp", m),
        of("expm1", m),
        of("log", p),
        of("log1p", p),
        of("sqrt", p),
        of("rsqrt", p),
        of("reciprocal", m),
        of("square", m),
        of("sin", m),
        of("cos", m),
        of("tanh", m),
        of("sigmoid", m),
        of("relu", m),
        of("clone", m),
        of("contiguous", m),
        of("to", m, DType.FLOAT64),
        of("toDouble", m),
        of("toFloat", m),
        of("view", m, new long[] {3, 2}),
        of("reshape", m, new long[] {-1}),
        of("flatten", m),
        of("squeeze", mixed(2, 1, 3, 1)),
        of("squeeze", mixed(2, 1, 3), 1),
        of("unsqueeze", m, 1),
        of("t", m),
        of("transpose", mixed(2, 3, 2), 0, 2),
        of("transpose", m, -1, 0),
        of("permute", mixed(2, 3, 2), new int[] {2, 0, 1}),
        of("expand", mixed(3, 1), new long[] {2, 3, 2}),
        of("select", m, 1, 2L),
        of("select", m, 0, -1L),
        of("slice", m, 1, 0L, 3L, 2L),
        of("narrow", m, 1, 1L, 2L),
        of("gather", m, 1, index),
        of("scatterAdd", m, 1, index, mixed(2, 2)),
        of("scatterAdd", m, 1, index, mixed(3, 3)),
        of("sum", m),
        of("sum", m, new int[] {0}),
        of("sum", m, new int[0]),
        of("sum", m, 1, true),
        of("sum", mixed(2, 3, 2), new int[] {0, 2}, false),
        of("sum", m, -1, false),
        of("sumToSize", m, new long[] {1, 3}),
        of("sumToSize", m, new long[] {3}),
        of("mean", m),
        of("mean", m, new int[] {1}),
        of("mean", m, 0, true),
        of("mean", mixed(2, 3, 2), new int[] {-1, 0}, true),
        of("norm", m),
        of("norm", m, 1.0),
        of("norm", m, 3.0),
        of("norm", p, 1.5),
        of("norm", m, Double.POSITIVE_INFINITY),
        of("norm", m, 2.0, new int[] {1}, true),
        of("norm", m, 3.0, new int[] {0}, false),
        of("max", m),
        of("min", m),
        of("mm", m, mixed(3, 4)),
        of("mv", m, row),
        of("dot", mixed(3), row),
        of("bmm", mixed(2, 2, 3), positive(2, 3, 2)),
        of("matmul", mixed(3), row),
        of("matmul", m, row),
        of("matmul", mixed(2), m),
        of("matmul", m, mixed(3, 2)),
        of("matmul", mixed(3), mixed(2, 3, 2)),
        of("matmul", mixed(2, 2, 3), row),
        of("matmul", mixed(2, 2, 3), mixed(3, 2)),
        of("matmul", mixed(2, 3), mixed(2, 3, 2)),
        of("matmul", mixed(2, 1, 2, 3), mixed(2, 3, 2)),
        of("softmax", m, 1),
        of("logSoftmax", m, 0),
        of("mseLoss", m, positive(2, 3)),
        of("mseLoss", m, row, Reduction.SUM),
        of("mseLoss", m, p, Reduction.NONE),
        of("binaryCrossEntropyWithLogits", m, p),
        of("binaryCrossEntropyWithLogits", m, p, Reduction.SUM),
        of("binaryCrossEntropyWithLogits", m, p, Reduction.NONE),
        of("crossEntropy", m, classes),
        of("crossEntropy", m, classes, Reduction.SUM),
        of("crossEntropy", m, classes, Reduction.NONE),
        of("crossEntropy", m, weights),
        of("crossEntropy", m, weights, Reduction.NONE),
        of("nllLoss", m, classes),
        of("nllLoss", m, classes, Reduction.SUM),
        of("nllLoss", m, classes, Reduction.NONE),
        of("nllLoss", mixed(2, 3, 2), indices(new long[] {0, 2}, new long[] {1, -100})));
  }
}
