package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.DType;
import dev.adjoint.Index;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import dev.adjoint.print.PrintOptions;
import java.util.Arrays;
import java.util.List;

/** What tensors print. */
final class PrintScenarios {

  private PrintScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("print-meta", PrintScenarios::meta),
        Scenario.of("print-options-precision", PrintScenarios::precision),
        Scenario.of("print-options-threshold", PrintScenarios::threshold),
        Scenario.of("print-options-profiles", PrintScenarios::profiles),
        Scenario.of("print-grad-wrap", PrintScenarios::wrapped),
        Scenario.of("print-summarise", PrintScenarios::summarised));
  }

  private static void meta(Console out) {
    Tensor x = Tensor.ones(2, 3);
    String size = PythonText.size(x.shape());
    // There is one device and one layout; types have one name.
    String place = "cpu torch.strided";
    String strides = PythonText.tuple(x.strides());
    out.print(
        size, size, x.size(1), x.dtype(), place, strides, x.numel(), x.dim(), x.elementSize());
    String empty = PythonText.size(Tensor.ones(new long[0]).shape());
    boolean isTwoByThree = Arrays.equals(x.shape(), new long[] {2, 3});
    String type = "torch.%sTensor".formatted(x.dtype().title());
    out.print(empty, empty, PythonText.tuple(x.shape()), x.shape()[0], isTwoByThree, type);
    DType[] types = {DType.FLOAT32, DType.FLOAT64, DType.INT64};
    out.print(types[0], types[1], types[2], DType.BOOL, DType.UINT8, types[0], types[1], types[2]);
    out.print(
        x.dtype().isFloatingPoint(),
        x.toLong().dtype().isFloatingPoint(),
        x.isContiguous(),
        x.t().isContiguous());
  }

  private static void withOptions(PrintOptions options, Runnable action) {
    PrintOptions before = PrintOptions.current();
    PrintOptions.set(options);
    try {
      action.run();
    } finally {
      PrintOptions.set(before);
    }
  }

  private static void precision(Console out) {
    Tensor x = vector(1.23456789, 100);
    for (int digits : new int[] {2, 8, 0}) {
      withOptions(PrintOptions.DEFAULT.withPrecision(digits), () -> out.print(x));
    }
    out.print(x);
  }

  private static void threshold(Console out) {
    PrintOptions few = PrintOptions.DEFAULT.withThreshold(5).withEdgeItems(2);
    withOptions(
        few,
        () -> {
          out.print(Tensor.arange(10));
          out.print(Tensor.arange(16.0).reshape(4, 4));
        });
    withOptions(few.withEdgeItems(1), () -> out.print(Tensor.arange(27).reshape(3, 3, 3)));
    withOptions(PrintOptions.DEFAULT.withLineWidth(40), () -> out.print(Tensor.arange(30.0)));
    out.print(Tensor.arange(3));
  }

  private static void profiles(Console out) {
    withOptions(
        PrintOptions.SHORT,
        () -> {
          out.print(Tensor.linspace(0, 1, 4));
          out.print(Tensor.arange(1001));
        });
    withOptions(PrintOptions.FULL, () -> out.print(PythonText.size(Tensor.arange(1001).shape())));
  }

  private static void wrapped(Console out) {
    Tensor x = leaf(Tensor.linspace(0, 1, 8, DType.FLOAT64));
    out.print(x);
    out.print(x.mul(2));
    out.print(x.mul(2).toFloat());
    out.print(x.get(Index.slice(null, 7)).sigmoid());
    out.print(Functional.binaryCrossEntropyWithLogits(x, x.detach(), Reduction.NONE));
  }

  private static void summarised(Console out) {
    Tensor x = leaf(Tensor.arange(2000.0));
    out.print(x);
    out.print(x.mul(1));
    out.print(x.reshape(40, 50).toDouble());
    out.print(Tensor.zeros(DType.BOOL, 2, 1000));
    out.print(Tensor.arange(1000).get(-1), Tensor.arange(1001));
  }
}
