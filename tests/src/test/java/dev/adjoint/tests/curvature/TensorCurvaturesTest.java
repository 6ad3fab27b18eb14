package dev.adjoint.tests.curvature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import dev.adjoint.tests.curvature.TensorCurvatures.Model;
import dev.adjoint.tests.curvature.TensorCurvatures.Weights;
import dev.adjoint.tests.curvature.TensorCurvaturesGrad.WeightsGradient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Second derivatives of methods on tensors are those of the same code on the dynamic graph. */
final class TensorCurvaturesTest {
  private static final Tensor W = tensor(0.3, -0.7, 1.1, 0.2);
  private static final Tensor X = tensor(-0.5, 0.4, 0.8, 1.3);
  private static final Tensor U = tensor(1, -2, 0.5, 3);
  private static final Tensor V = tensor(-1, 0.25, 2, 0.5);

  private static Tensor tensor(double... elements) {
    return Tensor.tensor(elements, DType.FLOAT64).reshape(2, 2);
  }

  private static void close(Tensor expected, Tensor got) {
    assertTrue(expected.allclose(got, 1e-9, 1e-12, false), () -> expected + " but got " + got);
  }

  private static void compare(
      TensorFunction function, Tensor[] at, Tensor[] direction, Tensor[] product) {
    List<Tensor> expected = Autograd.hvp(function, at, direction, false, false).products();
    assertEquals(expected.size(), product.length);
    for (int i = 0; i < product.length; i++) {
      close(expected.get(i), product[i]);
    }
  }

  private static void compare(TensorFunction function, Tensor[] at, Tensor[][] matrix) {
    Tensor[][] expected = Autograd.hessian(function, at, false, false);
    assertEquals(expected.length, matrix.length);
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        close(expected[i][j], matrix[i][j]);
      }
    }
  }

  @Test
  void ofAMethodOnTensors() {
    TensorFunction function = in -> TensorCurvatures.loss(in[0], X, 3);
    var product = TensorCurvaturesGrad.lossHvp(W, X, 3, V);
    compare(function, new Tensor[] {W}, new Tensor[] {V}, new Tensor[] {product.w()});
    compare(function, new Tensor[] {W}, TensorCurvaturesGrad.lossHessian(W, X, 3));
  }

  @Test
  void tensorsWithAHistoryAreLeftAlone() {
    Tensor w = W.detach().requiresGrad_(true);
    var product = TensorCurvaturesGrad.lossHvp(w.mul(1), X, 3, V);
    close(TensorCurvaturesGrad.lossHvp(W, X, 3, V).w(), product.w());
    assertTrue(w.grad() == null);
    assertTrue(!product.w().requiresGrad());
  }

  @Test
  void ofARecordOfTensors() {
    TensorFunction function = in -> TensorCurvatures.network(new Weights(in[0], U, in[1]), in[2]);
    Weights weights = new Weights(W, U, V);
    Tensor[] at = {W, V, X};
    var product = TensorCurvaturesGrad.networkHvp(weights, X, new WeightsGradient(U, X), V.mul(2));
    compare(
        function,
        at,
        new Tensor[] {U, X, V.mul(2)},
        new Tensor[] {product.weights().inner(), product.weights().outer(), product.x()});
    compare(function, at, TensorCurvaturesGrad.networkHessian(weights, X));
  }

  @Test
  void ofListsAndArrays() {
    TensorFunction function =
        in -> TensorCurvatures.several(List.of(in[0], in[1]), new Tensor[] {in[2], in[3]});
    Tensor[] at = {W, U, X, V};
    var product =
        TensorCurvaturesGrad.severalHvp(
            List.of(W, U), new Tensor[] {X, V}, List.of(V, X), new Tensor[] {W, U});
    compare(
        function,
        at,
        new Tensor[] {V, X, W, U},
        new Tensor[] {
          product.layers().get(0), product.layers().get(1), product.biases()[0], product.biases()[1]
        });
    Tensor[][] matrix = TensorCurvaturesGrad.severalHessian(List.of(W, U), new Tensor[] {X, V});
    compare(function, at, matrix);
  }

  @Test
  void ofCodeOnTheDynamicGraph() {
    TensorFunction function = in -> TensorCurvatures.island(in[0]);
    var product = TensorCurvaturesGrad.islandHvp(W, V);
    compare(function, new Tensor[] {W}, new Tensor[] {V}, new Tensor[] {product.x()});
  }

  @Test
  void ofAPrivateMethod() {
    TensorFunction function = in -> TensorCurvatures.callHidden(in[0]);
    compare(function, new Tensor[] {W}, TensorCurvaturesGrad.hiddenHessian(W));
  }

  @Test
  void ofFields() {
    TensorFunction function = in -> new Model(in[0], U).loss(in[1]);
    Model model = new Model(W, U);
    var product = TensorCurvatures_ModelGrad.lossHvp(model, X, V, U);
    compare(
        function,
        new Tensor[] {W, X},
        new Tensor[] {V, U},
        new Tensor[] {product.weight(), product.x()});
    var byWeight = TensorCurvatures_ModelGrad.byWeightHvp(model, X, V);
    compare(
        in -> new Model(in[0], U).squares(X),
        new Tensor[] {W},
        new Tensor[] {V},
        new Tensor[] {byWeight.weight()});
  }

  @Test
  void onlyOfOneNumber() {
    assertThrows(IllegalArgumentException.class, () -> TensorCurvaturesGrad.wideHvp(W, V));
    assertThrows(
        IllegalArgumentException.class, () -> TensorCurvaturesGrad.lossHvp(W, X, 3, V.sum()));
  }
}
