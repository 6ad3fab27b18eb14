package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSame;
import static dev.adjoint.tests.mixing.Agreement.matrix;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import org.junit.jupiter.api.Test;

/** The generated forward mode of tensor methods, against the gradients of the dynamic version. */
class ForwardModeTest {
  private final Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);
  private final Tensor wTangent = matrix(0.2, 1, -0.4, 0.7).detach();
  private final Tensor xTangent = matrix(-1, 0.5, 0.3, 2).detach();

  /** The tangent in a direction, as the sum over outputs of their gradients along it. */
  private static Tensor expected(TensorFunction function, Tensor[] inputs, Tensor... tangents) {
    Tensor value = function.apply(inputs);
    double[] tangent = new double[(int) value.numel()];
    Tensor flat = value.reshape(-1);
    for (int i = 0; i < tangent.length; i++) {
      Tensor[] gradients = Autograd.grad(flat.select(0, i), inputs);
      for (int k = 0; k < inputs.length; k++) {
        tangent[i] += gradients[k].mul(tangents[k]).sum().item();
      }
      flat = function.apply(inputs).reshape(-1);
    }
    return Tensor.tensor(tangent, value.dtype()).view(value.shape());
  }

  private Tensor expected(TensorFunction function) {
    return expected(function, new Tensor[] {w, x}, wTangent, xTangent);
  }

  @Test
  void followsStraightLineCodeAndLoops() {
    assertSame(
        expected(in -> Energies.energy(in[0], in[1])),
        EnergiesGrad.energyJvp(w, x, wTangent, xTangent).tangent());
    assertSame(
        expected(in -> Energies.layers(in[0], in[1])),
        EnergiesGrad.layersJvp(w, x, wTangent, xTangent).tangent());
    assertSame(Energies.layers(w, x), EnergiesGrad.layersJvp(w, x, wTangent, xTangent).value());
  }

  @Test
  void hasTangentsOfTheChosenParametersOnly() {
    assertSame(
        expected(in -> Energies.fitted(in[0], x, 0.5), new Tensor[] {w}, wTangent),
        EnergiesGrad.fittedJvp(w, x, 0.5, wTangent).tangent());
    assertSame(
        expected(in -> Energies.weighted(x, in[0], 0.5), new Tensor[] {w}, wTangent),
        EnergiesGrad.weightedJvp(x, w, 0.5, wTangent).tangent());
  }

  @Test
  void stopsWhereTheGradientDoes() {
    assertSame(
        expected(in -> Energies.detached(in[0], in[1])),
        EnergiesGrad.detachedJvp(w, x, wTangent, xTangent).tangent());
    assertSame(
        expected(in -> Energies.withoutGrad(in[0], in[1])),
        EnergiesGrad.withoutGradJvp(w, x, wTangent, xTangent).tangent());
    assertSame(
        expected(in -> Energies.stopped(in[0], x), new Tensor[] {w}, wTangent),
        EnergiesGrad.stoppedJvp(w, x, wTangent).tangent());
  }

  @Test
  void tangentIsItselfDifferentiable() {
    Tensor[] inputs = {w};
    Tensor tangent = EnergiesGrad.energyJvp(w, x, wTangent, xTangent.mul(0)).tangent();
    Tensor gradient = Autograd.gradCreateGraph(Energies.energy(w, x), inputs)[0];
    Tensor along = gradient.mul(wTangent).sum();
    assertSame(Autograd.grad(along, inputs)[0], Autograd.grad(tangent, inputs)[0]);
  }

  @Test
  void islandsHaveTangents() {
    assertSame(
        expected(in -> Islands.helped(in[0], in[1], 0.7)),
        IslandsGrad.helpedJvp(w, x, 0.7, wTangent, xTangent).tangent());
    assertSame(
        expected(in -> Islands.custom(in[0], in[1])),
        IslandsGrad.customJvp(w, x, wTangent, xTangent).tangent());
    assertSame(
        expected(in -> Islands.several(in[0], in[1])),
        IslandsGrad.severalJvp(w, x, wTangent, xTangent).tangent());
    assertSame(
        expected(in -> Islands.repeated(in[0], in[1])),
        IslandsGrad.repeatedJvp(w, x, wTangent, xTangent).tangent());
    assertSame(
        expected(in -> Islands.masked(in[0], in[1])),
        IslandsGrad.maskedJvp(w, x, wTangent, xTangent).tangent());
  }
}
