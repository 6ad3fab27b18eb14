package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSameDerivatives;
import static dev.adjoint.tests.mixing.Agreement.matrix;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated derivatives of every operation agree with those of the dynamic graph. */
class SeedOperationsTest {

  private static Arguments pair(
      String name, BinaryOperator<Tensor> dynamic, BinaryOperator<Tensor> generated) {
    return Arguments.of(name, dynamic, generated);
  }

  static Stream<Arguments> operations() {
    return Stream.of(
        pair("sums", SeedOperations::sums, SeedOperationsGrad::sums),
        pair("differences", SeedOperations::differences, SeedOperationsGrad::differences),
        pair("products", SeedOperations::products, SeedOperationsGrad::products),
        pair("quotients", SeedOperations::quotients, SeedOperationsGrad::quotients),
        pair("powers", SeedOperations::powers, SeedOperationsGrad::powers),
        pair("elementary", SeedOperations::elementary, SeedOperationsGrad::elementary),
        pair("activations", SeedOperations::activations, SeedOperationsGrad::activations),
        pair(
            "functionalActivations",
            SeedOperations::functionalActivations,
            SeedOperationsGrad::functionalActivations),
        pair("totals", SeedOperations::totals, SeedOperationsGrad::totals),
        pair("means", SeedOperations::means, SeedOperationsGrad::means),
        pair("norms", SeedOperations::norms, SeedOperationsGrad::norms),
        pair("extremes", SeedOperations::extremes, SeedOperationsGrad::extremes),
        pair("matrices", SeedOperations::matrices, SeedOperationsGrad::matrices),
        pair("vectors", SeedOperations::vectors, SeedOperationsGrad::vectors),
        pair("batches", SeedOperations::batches, SeedOperationsGrad::batches),
        pair("shapes", SeedOperations::shapes, SeedOperationsGrad::shapes),
        pair("comparisons", SeedOperations::comparisons, SeedOperationsGrad::comparisons),
        pair("chosen", SeedOperations::chosen, SeedOperationsGrad::chosen),
        pair("created", SeedOperations::created, SeedOperationsGrad::created),
        pair("copied", SeedOperations::copied, SeedOperationsGrad::copied),
        pair("squaredError", SeedOperations::squaredError, SeedOperationsGrad::squaredError),
        pair("clamped", SeedOperations::clamped, SeedOperationsGrad::clamped),
        pair("units", SeedOperations::units, SeedOperationsGrad::units),
        pair("layer", SeedOperations::layer, SeedOperationsGrad::layer),
        pair("spread", SeedOperations::spread, SeedOperationsGrad::spread));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void hasTheDerivativesOfTheDynamicGraph(
      String name, BinaryOperator<Tensor> dynamic, BinaryOperator<Tensor> generated) {
    Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
    Tensor x = matrix(1.5, 0.4, -0.7, 0.9);
    assertSameDerivatives(
        in -> generated.apply(in[0], in[1]), in -> dynamic.apply(in[0], in[1]), w, x);
  }

  @Test
  void lossesHaveTheDerivativesOfTheDynamicGraph() {
    Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
    Tensor labels = Tensor.tensor(new double[] {0, 1}, DType.FLOAT64).expand(2, 2);
    Tensor classes = Tensor.tensor(new long[] {1, 0});
    assertSame(
        in -> SeedOperationsGrad.logisticLoss(in[0], labels),
        in -> SeedOperations.logisticLoss(in[0], labels),
        w);
    assertSame(
        in -> SeedOperationsGrad.classLoss(in[0], classes),
        in -> SeedOperations.classLoss(in[0], classes),
        w);
  }

  private static void assertSame(TensorFunction generated, TensorFunction dynamic, Tensor input) {
    assertSameDerivatives(generated, dynamic, input);
  }
}
