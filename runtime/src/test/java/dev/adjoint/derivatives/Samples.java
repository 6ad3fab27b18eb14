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

  static Sample sample(String method, Object... arguments) {
    return new Sample(method, arguments);
  }

  /** Distinct values of both signs, none near zero. */
  static Tensor mixed(long... shape) {
    return rising(-1.7, shape);
  }

  /** Distinct positive values. */
  static Tensor positive(long... shape) {
    return rising(0.3, shape);
  }

  static Tensor rising(double start, long... shape) {
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
            LayerSamples.all(),
            LossSamples.all(),
            MatrixSamples.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Functions of two operands. */
  private static List<Sample> pairs() {
    Tensor m = mixed(2, 3);
    Tensor row = positive(3);
    return List.of(
        sample("atan2", m, row),
        sample("hypot", m, row),
        sample("copysign", m, row),
        sample("logaddexp", m, row),
        sample("logaddexp2", m, row),
        sample("xlogy", m, row),
        sample("xlog1py", m, row),
        sample("fmax", m, row),
        sample("fmin", m, row),
        sample("remainder", m, row),
        sample("remainder", m, 0.7),
        sample("fmod", m, 0.7),
        sample("fmod", m, row));
  }

  /** Functions of one operand. */
  private static List<Sample> functions() {
    Tensor m = mixed(2, 3);
    Tensor p = positive(2, 3);
    Tensor unit = p.detach().div(5).requiresGrad_();
    Tensor large = p.detach().add(1).requiresGrad_();
    return List.of(
        sample("floor", m),
        sample("ceil", m),
        sample("trunc", m),
        sample("round", m),
        sample("frac", m),
        sample("sgn", m),
        sample("exp2", m),
        sample("log2", p),
        sample("log10", p),
        sample("erf", m),
        sample("erfc", m),
        sample("erfinv", unit),
        sample("erfcx", m),
        sample("ndtr", m),
        sample("ndtri", unit),
        sample("logNdtr", m),
        sample("lgamma", p),
        sample("digamma", p),
        sample("i0", m),
        sample("i0e", m),
        sample("i1", m),
        sample("i1e", m),
        sample("entr", p),
        sample("acos", unit),
        sample("acosh", large),
        sample("asin", unit),
        sample("asinh", m),
        sample("atan", m),
        sample("atanh", unit),
        sample("tan", unit),
        sample("sinh", m),
        sample("cosh", m),
        sample("sinc", m),
        sample("deg2rad", m),
        sample("rad2deg", m),
        sample("polygamma", p, 1),
        sample("mvlgamma", large, 2),
        sample("logit", unit, 1e-3),
        sample("nanToNum", m, 0.0, 1e3, -1e3));
  }

  /** Scans, diagonals, windows and further reductions. */
  private static List<Sample> shapes() {
    Tensor m = mixed(2, 3);
    Tensor mask = Tensor.tensor(new boolean[][] {{true, false, true}, {false, true, true}});
    int[] rows = {1};
    return List.of(
        sample("cumsum", m, 1),
        sample("cumprod", m, 1),
        sample("logcumsumexp", m, 0),
        sample("diagonal", mixed(2, 3, 3), 1, 1, 2),
        sample("trace", mixed(3, 3)),
        sample("logsumexp", m, rows, true),
        sample("maskedFill", m, mask, 0.5),
        sample("var", m, rows, 1.0, false),
        sample("std", m, rows, 0.0, true),
        sample("prod", m),
        sample("prod", m, 1, false),
        sample("unfold", m, 1, 2L, 1L),
        sample("nansum", m, rows, false));
  }

  /** Bounds and choices between two operands. */
  private static List<Sample> bounds() {
    Tensor m = mixed(2, 3);
    Tensor row = positive(3);
    return List.of(
        sample("max", m, row),
        sample("min", m, row),
        sample("clampMin", m, 0.1),
        sample("clampMax", m, 0.2),
        sample("clamp", m, -0.5, 0.6),
        sample("var", m),
        sample("std", m),
        sample("softmax", m, 1),
        sample("logSoftmax", m, 0));
  }

  /** Activations, each with its defaults and with arguments, and linear maps. */
  private static List<Sample> units() {
    Tensor m = mixed(2, 3);
    return List.of(
        sample("relu", m),
        sample("hardtanh", m),
        sample("hardtanh", m, -0.5, 0.7),
        sample("relu6", m),
        sample("leakyRelu", m),
        sample("leakyRelu", m, 0.2),
        sample("elu", m),
        sample("elu", m, 0.7),
        sample("celu", m),
        sample("celu", m, 0.7),
        sample("selu", m),
        sample("silu", m),
        sample("mish", m),
        sample("softplus", m),
        sample("softplus", m, 2.0, 1.0),
        sample("hardswish", m),
        sample("hardsigmoid", m),
        sample("logsigmoid", m),
        sample("softshrink", m),
        sample("softshrink", m, 0.3),
        sample("hardshrink", m),
        sample("hardshrink", m, 0.3),
        sample("threshold", m, 0.1, -2.0),
        sample("gelu", m),
        sample("linear", m, positive(4, 3)),
        sample("linear", mixed(2, 2, 3), positive(4, 3), mixed(4)));
  }

  private static List<Sample> basic() {
    Tensor m = mixed(2, 3);
    Tensor row = positive(3);
    Tensor p = positive(2, 3);
    Tensor scalar = rising(1.3);
    Tensor index = indices(new long[] {0, 2}, new long[] {1, 1});
    Tensor condition = Tensor.tensor(new boolean[][] {{true, false, true}, {false, true, true}});
    Tensor classes = Tensor.tensor(new long[] {2, 0});
    Tensor weights = positive(2, 3).div(5).detach();
    return List.of(
        sample("add", m, row),
        sample("add", row, m),
        sample("add", m, scalar),
        sample("add", m, 1.5),
        sample("add", m, 2L),
        sample("add", m, row, 0.5),
        sample("add", m, row, 3L),
        sample("sub", m, row),
        sample("sub", scalar, m),
        sample("sub", m, 1.5),
        sample("sub", m, 2L),
        sample("sub", m, row, 0.5),
        sample("sub", m, row, 3L),
        sample("rsub", m, 1.5),
        sample("rsub", m, 2L),
        sample("mul", m, row),
        sample("mul", scalar, m),
        sample("mul", m, 1.5),
        sample("mul", m, 2L),
        sample("div", m, row),
        sample("div", row, p),
        sample("div", m, 1.5),
        sample("div", m, 2L),
        sample("rdiv", m, 1.5),
        sample("rdiv", m, 2L),
        sample("pow", p, row),
        sample("pow", p, m),
        sample("pow", p, 1.5),
        sample("pow", m, 3L),
        sample("pow", m, 2L),
        sample("pow", m, 2.0),
        sample("pow", p, 0.5),
        sample("pow", m, -1L),
        sample("pow", m, 0L),
        sample("pow", m, 1L),
        sample("rpow", m, 1.5),
        sample("rpow", m, 2L),
        sample("maximum", m, row),
        sample("minimum", m, row),
        sample("where", condition, m, row),
        sample("neg", m),
        sample("abs", m),
        sample("sign", m),
        sample("exp", m),
        sample("expm1", m),
        sample("log", p),
        sample("log1p", p),
        sample("sqrt", p),
        sample("rsqrt", p),
        sample("reciprocal", m),
        sample("square", m),
        sample("sin", m),
        sample("cos", m),
        sample("tanh", m),
        sample("sigmoid", m),
        sample("relu", m),
        sample("clone", m),
        sample("contiguous", m),
        sample("to", m, DType.FLOAT64),
        sample("toDouble", m),
        sample("toFloat", m),
        sample("view", m, new long[] {3, 2}),
        sample("reshape", m, new long[] {-1}),
        sample("flatten", m),
        sample("squeeze", mixed(2, 1, 3, 1)),
        sample("squeeze", mixed(2, 1, 3), 1),
        sample("unsqueeze", m, 1),
        sample("t", m),
        sample("transpose", mixed(2, 3, 2), 0, 2),
        sample("transpose", m, -1, 0),
        sample("permute", mixed(2, 3, 2), new int[] {2, 0, 1}),
        sample("expand", mixed(3, 1), new long[] {2, 3, 2}),
        sample("select", m, 1, 2L),
        sample("select", m, 0, -1L),
        sample("slice", m, 1, 0L, 3L, 2L),
        sample("narrow", m, 1, 1L, 2L),
        sample("gather", m, 1, index),
        sample("scatterAdd", m, 1, index, mixed(2, 2)),
        sample("scatterAdd", m, 1, index, mixed(3, 3)),
        sample("sum", m),
        sample("sum", m, new int[] {0}),
        sample("sum", m, new int[0]),
        sample("sum", m, 1, true),
        sample("sum", mixed(2, 3, 2), new int[] {0, 2}, false),
        sample("sum", m, -1, false),
        sample("sumToSize", m, new long[] {1, 3}),
        sample("sumToSize", m, new long[] {3}),
        sample("mean", m),
        sample("mean", m, new int[] {1}),
        sample("mean", m, 0, true),
        sample("mean", mixed(2, 3, 2), new int[] {-1, 0}, true),
        sample("norm", m),
        sample("norm", m, 1.0),
        sample("norm", m, 3.0),
        sample("norm", p, 1.5),
        sample("norm", m, Double.POSITIVE_INFINITY),
        sample("norm", m, 2.0, new int[] {1}, true),
        sample("norm", m, 3.0, new int[] {0}, false),
        sample("max", m),
        sample("min", m),
        sample("mm", m, mixed(3, 4)),
        sample("mv", m, row),
        sample("dot", mixed(3), row),
        sample("bmm", mixed(2, 2, 3), positive(2, 3, 2)),
        sample("matmul", mixed(3), row),
        sample("matmul", m, row),
        sample("matmul", mixed(2), m),
        sample("matmul", m, mixed(3, 2)),
        sample("matmul", mixed(3), mixed(2, 3, 2)),
        sample("matmul", mixed(2, 2, 3), row),
        sample("matmul", mixed(2, 2, 3), mixed(3, 2)),
        sample("matmul", mixed(2, 3), mixed(2, 3, 2)),
        sample("matmul", mixed(2, 1, 2, 3), mixed(2, 3, 2)),
        sample("softmax", m, 1),
        sample("logSoftmax", m, 0),
        sample("mseLoss", m, positive(2, 3)),
        sample("mseLoss", m, row, Reduction.SUM),
        sample("mseLoss", m, p, Reduction.NONE),
        sample("binaryCrossEntropyWithLogits", m, p),
        sample("binaryCrossEntropyWithLogits", m, p, Reduction.SUM),
        sample("binaryCrossEntropyWithLogits", m, p, Reduction.NONE),
        sample("crossEntropy", m, classes),
        sample("crossEntropy", m, classes, Reduction.SUM),
        sample("crossEntropy", m, classes, Reduction.NONE),
        sample("crossEntropy", m, weights),
        sample("crossEntropy", m, weights, Reduction.NONE),
        sample("nllLoss", m, classes),
        sample("nllLoss", m, classes, Reduction.SUM),
        sample("nllLoss", m, classes, Reduction.NONE),
        sample("nllLoss", mixed(2, 3, 2), indices(new long[] {0, 2}, new long[] {1, -100})));
  }
}
