package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSame;
import static dev.adjoint.tests.mixing.Agreement.assertSameDerivatives;
import static dev.adjoint.tests.mixing.Agreement.assertSameTangents;
import static dev.adjoint.tests.mixing.Agreement.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import dev.adjoint.tests.mixing.Sequences.Affine;
import dev.adjoint.tests.mixing.SequencesGrad.SquaresGradients;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrays, lists and records of tensors in generated methods, against the dynamic ones. */
class SequencesTest {
  private final Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);
  private final Tensor y = matrix(-0.2, 1.1, 0.6, -1.4);
  private final Tensor wTangent = matrix(0.2, 1, -0.4, 0.7).detach();
  private final Tensor xTangent = matrix(-1, 0.5, 0.3, 2).detach();
  private final Tensor yTangent = matrix(0.1, 0.8, -2, 0.6).detach();

  private static Tensor[] array(Tensor... tensors) {
    return tensors;
  }

  @Test
  void statesOfARecurrence() {
    assertSameDerivatives(
        in -> SequencesGrad.recurrent(array(in[0], in[1]), in[2]),
        in -> Sequences.recurrent(array(in[0], in[1]), in[2]),
        x,
        y,
        w);
    assertSameTangents(
        SequencesGrad.recurrentJvp(array(x, y), w, array(xTangent, yTangent), wTangent).tangent(),
        in -> Sequences.recurrent(array(in[0], in[1]), in[2]),
        array(x, y, w),
        array(xTangent, yTangent, wTangent));
  }

  @Test
  void listsThatGrowInLoopsAndBranches() {
    assertSameDerivatives(
        in -> SequencesGrad.collected(List.of(in[0], in[1], in[0]), in[2]),
        in -> Sequences.collected(List.of(in[0], in[1], in[0]), in[2]),
        x,
        y,
        w);
    assertSameTangents(
        SequencesGrad.collectedJvp(List.of(x, y), w, List.of(xTangent, yTangent), wTangent)
            .tangent(),
        in -> Sequences.collected(List.of(in[0], in[1]), in[2]),
        array(x, y, w),
        array(xTangent, yTangent, wTangent));
  }

  @Test
  void variableArguments() {
    assertSameDerivatives(SequencesGrad::product, Sequences::product, x, y, w);
    assertSameDerivatives(
        in -> SequencesGrad.products(in[0], in[1]), in -> Sequences.products(in[0], in[1]), x, w);
    assertSameTangents(
        SequencesGrad.productsJvp(x, w, xTangent, wTangent).tangent(),
        in -> Sequences.products(in[0], in[1]),
        array(x, w),
        array(xTangent, wTangent));
  }

  @Test
  void partsOfATensor() {
    assertSameDerivatives(
        in -> SequencesGrad.halves(in[0], in[1]), in -> Sequences.halves(in[0], in[1]), x, w);
    assertSameTangents(
        SequencesGrad.halvesJvp(x, w, xTangent, wTangent).tangent(),
        in -> Sequences.halves(in[0], in[1]),
        array(x, w),
        array(xTangent, wTangent));
  }

  @Test
  void recordsOfResults() {
    assertSameDerivatives(
        in -> SequencesGrad.extremes(in[0], in[1]), in -> Sequences.extremes(in[0], in[1]), x, w);
    assertSameDerivatives(
        in -> SequencesGrad.factored(in[0], in[1]), in -> Sequences.factored(in[0], in[1]), x, w);
    assertSameTangents(
        SequencesGrad.extremesJvp(x, w, xTangent, wTangent).tangent(),
        in -> Sequences.extremes(in[0], in[1]),
        array(x, w),
        array(xTangent, wTangent));
  }

  @Test
  void arraysWrittenByCallees() {
    assertSameDerivatives(
        in -> SequencesGrad.shifted(array(in[0], in[1]), in[2]),
        in -> Sequences.shifted(array(in[0], in[1]), in[2]),
        x,
        y,
        w);
    assertSameDerivatives(
        in -> SequencesGrad.grown(in[0], List.of(y)), in -> Sequences.grown(in[0], List.of(y)), x);
    assertSameTangents(
        SequencesGrad.shiftedJvp(array(x, y), w, array(xTangent, yTangent), wTangent).tangent(),
        in -> Sequences.shifted(array(in[0], in[1]), in[2]),
        array(x, y, w),
        array(xTangent, yTangent, wTangent));
    assertSameTangents(
        SequencesGrad.grownJvp(x, List.of(y), xTangent).tangent(),
        in -> Sequences.grown(in[0], List.of(y)),
        array(x),
        array(xTangent));
  }

  @Test
  void arraysAndListsAsResults() {
    Tensor[] values = Sequences.prefixes(array(x, y), w);
    Tensor[] expected = Autograd.grad(values[0].mul(xTangent).add(values[1].mul(y)).sum(), x, y, w);
    var gradients = SequencesGrad.prefixesBackward(array(x, y), w, array(xTangent, y));
    assertSame(expected[0], gradients.xs()[0]);
    assertSame(Tensor.zerosLike(y), gradients.xs()[1]);
    assertSame(expected[2], gradients.w());
    List<Tensor> pair = Sequences.pairs(List.of(x, y));
    Tensor[] first = Autograd.grad(pair.get(0).mul(w).sum().add(pair.get(1).sum()), x, y);
    List<Tensor> ones = List.of(w, Tensor.onesLike(y));
    List<Tensor> both = SequencesGrad.pairsBackward(List.of(x, y), ones).xs();
    assertSame(first[0], both.get(0));
    assertSame(first[1], both.get(1));
  }

  @Test
  void whatIsWrittenIntoAnArgument() {
    Tensor[] values = array(x, y);
    Sequences.squares(values, w);
    Tensor[] expected = Autograd.grad(values[0].mul(wTangent).add(values[1]).sum(), x, y, w);
    SquaresGradients gradients =
        SequencesGrad.squaresBackward(array(x, y), w, array(wTangent, Tensor.onesLike(y)));
    assertSame(expected[0], gradients.xs()[0]);
    assertSame(expected[1], gradients.xs()[1]);
    assertSame(expected[2], gradients.w());
  }

  @Test
  void elementsThatAreWrittenOver() {
    assertSameDerivatives(
        in -> SequencesGrad.overwritten(array(in[0], in[1]), in[2]),
        in -> Sequences.overwritten(array(in[0], in[1]), in[2]),
        x,
        y,
        w);
    Tensor[] given = array(x, y);
    Tensor value = SequencesGrad.overwritten(given, w);
    assertSame(w.sin(), given[0]);
    assertEquals("OverwrittenBackward", value.gradFn().name());
  }

  @Test
  void tensorsThatAreMissingAtFirst() {
    assertSameDerivatives(
        in -> SequencesGrad.returned(in[0], in[1]), in -> Sequences.returned(in[0], in[1]), w, x);
    assertSameDerivatives(
        in -> SequencesGrad.sparse(in[0], in[1]), in -> Sequences.sparse(in[0], in[1]), w, x);
    assertSameTangents(
        SequencesGrad.returnedJvp(w, x, wTangent, xTangent).tangent(),
        in -> Sequences.returned(in[0], in[1]),
        array(w, x),
        array(wTangent, xTangent));
    assertSameTangents(
        SequencesGrad.sparseJvp(w, x, wTangent, xTangent).tangent(),
        in -> Sequences.sparse(in[0], in[1]),
        array(w, x),
        array(wTangent, xTangent));
  }

  @Test
  void listsThatChangeWhileLoopedOver() {
    for (int limit : new int[] {2, 3}) {
      assertSameDerivatives(
          in -> SequencesGrad.changed(in[0], limit), in -> Sequences.changed(in[0], limit), x);
    }
    assertThrows(ConcurrentModificationException.class, () -> Sequences.changed(x, 4));
    assertThrows(
        ConcurrentModificationException.class, () -> SequencesGrad.changedBackward(x, 4, y));
    assertThrows(ConcurrentModificationException.class, () -> SequencesGrad.changedJvp(x, 4, y));
  }

  @Test
  void recordsOfTensorsInPatterns() {
    assertSameDerivatives(
        in -> SequencesGrad.deconstructed(new Affine(in[0], in[1]), in[2]),
        in -> Sequences.deconstructed(new Affine(in[0], in[1]), in[2]),
        w,
        y,
        x);
  }
}
