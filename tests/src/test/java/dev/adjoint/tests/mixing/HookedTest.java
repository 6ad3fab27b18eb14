package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSame;
import static dev.adjoint.tests.mixing.Agreement.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import dev.adjoint.autograd.TensorHook;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks registered in a generated method, beside the same method in the dynamic graph. */
class HookedTest {
  private final Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);

  private static void assertSameGradients(
      TensorFunction generated, TensorFunction dynamic, Tensor... inputs) {
    Tensor expected = dynamic.apply(inputs);
    Tensor actual = generated.apply(inputs);
    assertSame(expected, actual);
    Tensor[] gradients = Autograd.grad(actual.mul(0.5).tanh(), inputs);
    Tensor[] wanted = Autograd.grad(expected.mul(0.5).tanh(), inputs);
    for (int i = 0; i < inputs.length; i++) {
      assertSame(wanted[i], gradients[i]);
    }
  }

  @BeforeEach
  void nothingNoted() {
    Hooked.NOTED.clear();
  }

  @Test
  void hooksOfOneTensorRunInTheirOrder() {
    TensorHook hook = gradient -> gradient.mul(gradient);
    assertSameGradients(
        in -> HookedGrad.several(in[0], in[1], hook, 1.5),
        in -> Hooked.several(in[0], in[1], hook, 1.5),
        x,
        w);
  }

  @Test
  void aHookMayLeaveTheGradient() {
    assertSameGradients(
        in -> HookedGrad.several(in[0], in[1], _ -> null, -0.5),
        in -> Hooked.several(in[0], in[1], _ -> null, -0.5),
        x,
        w);
  }

  @Test
  void aHookMayReadItsTensor() {
    assertSameGradients(
        in -> HookedGrad.ofItself(in[0], in[1]), in -> Hooked.ofItself(in[0], in[1]), x, w);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void inCalleesLoopsBranchesAndCheckpoints(boolean isHooked) {
    assertSameGradients(
        in -> HookedGrad.net(in[0], in[1], isHooked, 3),
        in -> Hooked.net(in[0], in[1], isHooked, 3),
        x,
        w);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHookIsCalledOnceWhereAGradientArrives(boolean isUsed) {
    List<String> expected = noted(in -> Hooked.branched(in[0], in[1], isUsed));
    assertEquals(isUsed ? 1 : 0, expected.size());
    assertEquals(expected, noted(in -> HookedGrad.branched(in[0], in[1], isUsed)));
    Hooked.NOTED.clear();
    HookedGrad.branchedBackward(x.detach(), w.detach(), isUsed, Tensor.ones().toDouble());
    assertEquals(expected, Hooked.NOTED);
  }

  /** Then the hook would have to be called once more. */
  @Test
  void theGradientCannotBeDifferentiated() {
    Tensor value = HookedGrad.branched(x, w, true);
    assertThrows(UnsupportedOperationException.class, () -> Autograd.gradCreateGraph(value, x));
    Tensor one = Tensor.ones().toDouble();
    assertThrows(
        UnsupportedOperationException.class, () -> HookedGrad.branchedBackward(x, w, true, one));
    assertSame(x.detach().mul(2), HookedGrad.branchedBackward(x, w, false, one).x());
  }

  private List<String> noted(TensorFunction function) {
    Hooked.NOTED.clear();
    Tensor[] inputs = {x, w};
    Autograd.gradMaterialized(new Tensor[] {function.apply(inputs)}, inputs, null, false, false);
    return List.copyOf(Hooked.NOTED);
  }

  @Test
  void ofMethodsOnArrays() {
    Tensor y = x.cos().detach().requiresGrad_();
    Tensor[] expected = Autograd.grad(Hooked.ofSeveral(new Tensor[] {x, y}, w), x, y, w);
    Tensor[] detached = {x.detach(), y.detach()};
    var actual = HookedGrad.ofSeveralBackward(detached, w.detach(), Tensor.ones().toDouble());
    assertSame(expected[0], actual.xs()[0]);
    assertSame(expected[1], actual.xs()[1]);
    assertSame(expected[2], actual.w());
    Tensor[] recorded = Autograd.grad(HookedGrad.ofSeveral(new Tensor[] {x, y}, w), x, y, w);
    assertSame(expected[2], recorded[2]);
  }

  @Test
  void withoutAGraphNothingIsCalled() {
    Tensor value = HookedGrad.branched(x.detach(), w.detach(), true);
    assertSame(Hooked.branched(x, w, true), value);
    assertEquals(List.of(), Hooked.NOTED);
  }
}
