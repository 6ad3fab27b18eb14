package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.Context;
import dev.adjoint.DType;
import dev.adjoint.Function;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Wherever a backward pass fails, no gradient is changed by it, and where the graph is kept the
 * next pass finds it whole.
 */
class FailingPassTest {
  private static final ThreadLocal<Boolean> FAILS = ThreadLocal.withInitial(() -> true);

  /** Thrown on purpose; no exception, so that nobody who only expects those is in the way. */
  private static final class OnPurpose extends Error {
    private static final long serialVersionUID = 1;
  }

  private static <T> T failing(T value) {
    if (FAILS.get()) {
      throw new OnPurpose();
    }
    return value;
  }

  private static final class FailingBackward extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0].mul(1);
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return new Tensor[] {failing(gradOutputs[0])};
    }
  }

  /** Where the pass fails; each leaves the values and gradients of {@code a * b} as they are. */
  enum Place {
    HOOK_OF_A_RESULT((a, b) -> hooked(a.mul(b))),
    HOOK_OF_A_LEAF((a, b) -> hooked(a).mul(b)),
    HOOK_BEFORE_A_NODE(
        (a, b) -> {
          Tensor y = a.mul(b);
          node(y).registerPrehook(gradients -> failing(null));
          return y;
        }),
    HOOK_AFTER_A_NODE(
        (a, b) -> {
          Tensor y = a.mul(b);
          node(y).registerHook((inputs, outputs) -> failing(null));
          return y;
        }),
    BACKWARD_OF_A_FUNCTION((a, b) -> new FailingBackward().apply(a).mul(b)),
    UNPACKING(
        (a, b) -> {
          try (var _ = Autograd.savedTensorsHooks(value -> value, (Tensor v) -> failing(v))) {
            return a.mul(b);
          }
        });

    @SuppressWarnings("ImmutableEnumChecker") // without state
    private final BiFunction<Tensor, Tensor, Tensor> product;

    Place(BiFunction<Tensor, Tensor, Tensor> product) {
      this.product = product;
    }

    private static Tensor hooked(Tensor tensor) {
      tensor.registerHook(FailingPassTest::failing);
      return tensor;
    }

    private static Node node(Tensor tensor) {
      return Objects.requireNonNull(tensor.gradFn());
    }
  }

  private final Tensor a = leaf(2);
  private final Tensor b = leaf(3);
  private final Tensor c = leaf(5);

  private static Tensor leaf(double value) {
    return Tensor.tensor(new double[] {value}, DType.FLOAT64).requiresGrad_(true);
  }

  /** Half of the graph is passed before the place, the other half would be after it. */
  private Tensor graph(Place place) {
    Tensor other = b.mul(c);
    other.retainGrad();
    Tensor product = place.product.apply(a, b);
    return product.add(other).mul(c).sum();
  }

  private void assertGradients(double ofA, double ofB, double ofC) {
    assertEquals(ofA, gradient(a));
    assertEquals(ofB, gradient(b));
    assertEquals(ofC, gradient(c));
  }

  private static double gradient(Tensor leaf) {
    return Objects.requireNonNull(leaf.grad()).item();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void nothingIsAccumulatedAndTheGraphIsWhole(Place place) {
    FAILS.set(true);
    Tensor loss = graph(place);
    assertThrows(OnPurpose.class, () -> loss.backward(null, true, false));
    assertNull(a.grad());
    assertNull(b.grad());
    assertNull(c.grad());
    FAILS.set(false);
    loss.backward();
    assertGradients(15, 35, 36);
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void presentGradientsStayAsTheyAre(Place place) {
    for (Tensor leaf : List.of(a, b, c)) {
      leaf.setGrad(Tensor.ones(DType.FLOAT64, 1));
    }
    FAILS.set(true);
    assertThrows(OnPurpose.class, () -> graph(place).backward());
    assertGradients(1, 1, 1);
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void secondDerivativesFollowAfterAFailure(Place place) {
    FAILS.set(true);
    Tensor loss = graph(place);
    assertThrows(OnPurpose.class, () -> Autograd.gradCreateGraph(loss, a));
    FAILS.set(false);
    Tensor first = Autograd.gradCreateGraph(loss, b)[0];
    first.sum().backward();
    assertEquals(5, gradient(a));
    assertEquals(12, gradient(c));
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aFailureOnOneThreadIsNoneOnAnother(Place place) throws Exception {
    int passes = 32;
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < passes; i++) {
      boolean fails = i % 2 == 0;
      calls.add(() -> passes(place, fails));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      int succeeded = 0;
      for (Future<Boolean> passed : threads.invokeAll(calls)) {
        succeeded += passed.get() ? 1 : 0;
      }
      assertEquals(passes / 2, succeeded);
    }
    assertGradients(15 * passes / 2.0, 35 * passes / 2.0, 36 * passes / 2.0);
  }

  private boolean passes(Place place, boolean fails) {
    FAILS.set(false);
    // A hook of a leaf is there for all threads: it asks whose pass it is in.
    Tensor loss = graph(place);
    FAILS.set(fails);
    if (fails) {
      assertThrows(OnPurpose.class, loss::backward);
    } else {
      loss.backward();
    }
    return !fails;
  }

  @Test
  void withoutBeingKeptTheGraphIsFreedAsFarAsThePassCame() {
    FAILS.set(true);
    Tensor inner = a.mul(b);
    inner.registerHook(FailingPassTest::failing);
    Tensor loss = inner.mul(c);
    assertThrows(OnPurpose.class, loss::backward);
    FAILS.set(false);
    var again = assertThrows(IllegalStateException.class, loss::backward);
    assertTrue(again.getMessage().startsWith("Trying to backward through the graph a second time"));
    inner.backward(); // was not reached
    assertEquals(3, gradient(a));
    assertNull(c.grad());
  }

  @Test
  void aHookThatFailsWhilePackingRecordsNothing() {
    FAILS.set(true);
    try (var _ = Autograd.savedTensorsHooks(FailingPassTest::failing, (Tensor v) -> v)) {
      assertThrows(OnPurpose.class, () -> a.mul(b));
      assertThrows(OnPurpose.class, () -> a.mul(2).mul_(b));
    }
    assertTrue(a.isLeaf());
    a.mul(b).backward();
    assertEquals(3, gradient(a));
  }

  @Test
  void aFunctionThatFailsGoingForwardLeavesModesAsTheyWere() {
    FAILS.set(true);
    Function forward =
        new Function() {
          @Override
          protected Tensor forward(Context ctx, Tensor... inputs) {
            return failing(inputs[0]);
          }
        };
    assertThrows(OnPurpose.class, () -> forward.apply(a));
    assertTrue(Autograd.isGradEnabled());
    assertTrue(a.mul(2).requiresGrad());
    assertFalse(a.detach().mul(2).requiresGrad());
  }

  @Test
  void aGradientOfTheWrongShapeStopsThePass() {
    a.setGrad(Tensor.ones(DType.FLOAT64, 1));
    Tensor y = a.mul(b);
    y.registerHook(gradient -> Tensor.ones(DType.FLOAT64, 4));
    assertThrows(IllegalArgumentException.class, () -> y.add(c).backward());
    assertArrayEquals(new double[] {1}, Objects.requireNonNull(a.grad()).toDoubleArray());
    assertNull(c.grad());
  }
}
