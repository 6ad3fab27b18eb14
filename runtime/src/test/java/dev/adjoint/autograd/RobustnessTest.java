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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Large graphs, many threads, and errors in the middle of a pass. */
class RobustnessTest {
  private static final int MILLION = 1_000_000;

  private static Tensor leaf(double... values) {
    return Tensor.tensor(values, DType.FLOAT64).requiresGrad_();
  }

  @Test
  void aChainOfAMillionNodes() {
    Tensor x = leaf(1);
    Tensor y = x;
    for (int i = 0; i < MILLION; i++) {
      y = y.add(1);
    }
    y.backward();
    assertEquals(1, x.grad().item());
    assertEquals(MILLION + 1, y.item());
  }

  @Test
  void aFanOfAMillionInputs() {
    Tensor[] leaves = new Tensor[MILLION];
    for (int i = 0; i < MILLION; i++) {
      leaves[i] = leaf(i);
    }
    Tensor.cat(leaves, 0).mul(2).sum().backward();
    assertEquals(2, leaves[0].grad().item());
    assertEquals(2, leaves[MILLION - 1].grad().item());
  }

  /** Builds and drops graphs that would not fit together: run in a small heap of its own. */
  static final class Dropping {
    private Dropping() {}

    public static void main(String[] arguments) {
      double sum = 0;
      for (int round = 0; round < 40; round++) {
        Tensor x = leaf(1);
        Tensor y = x;
        for (int i = 0; i < 50_000; i++) {
          y = y.mul(1);
        }
        Tensor[] parts = new Tensor[10_000];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = x.add(i);
        }
        Autograd.gradCreateGraph(y.mul(y).add(Tensor.cat(parts, 0).sum()), x);
        sum += x.item();
      }
      System.out.println("dropped " + sum);
    }
  }

  @Test
  void droppedGraphsAreCollected() throws Exception {
    String classes = location(Tensor.class) + System.getProperty("path.separator");
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                classes + location(RobustnessTest.class),
                Dropping.class.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("dropped 40.0"), output);
  }

  private static String location(Class<?> type) throws java.net.URISyntaxException {
    return java.nio.file.Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  @Test
  void noUpdateOfSharedLeavesIsLost() throws Exception {
    Tensor x = leaf(1, 2, 3);
    Tensor shared = x.mul(2);
    int tasks = 400;
    try (ExecutorService threads = Executors.newFixedThreadPool(8);
        ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        ExecutorService runner = i % 2 == 0 ? threads : virtual;
        all.add(runner.submit(() -> x.mul(x).sum().backward()));
        all.add(runner.submit(() -> shared.sum().backward(null, true, false)));
      }
      for (Future<?> task : all) {
        task.get();
      }
    }
    assertArrayEquals(
        new double[] {4.0 * tasks, 6.0 * tasks, 8.0 * tasks}, x.grad().toDoubleArray());
  }

  @Test
  void modesBelongToTheThread() throws Exception {
    List<Boolean> seen = new ArrayList<>();
    try (var _ = Autograd.noGrad();
        var _ = Autograd.setDetectAnomaly(true, true)) {
      Runnable look =
          () -> {
            seen.add(Autograd.isGradEnabled());
            seen.add(Autograd.isAnomalyEnabled());
          };
      Thread.ofVirtual().start(look).join();
      Thread.ofPlatform().start(look).join();
    }
    assertEquals(List.of(true, false, true, false), seen);
  }

  private static final class Failing extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0].mul(1);
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      throw new UnsupportedOperationException("on purpose");
    }
  }

  @Test
  void aFailingPassAccumulatesNothing() {
    Tensor a = leaf(1);
    Tensor b = leaf(2);
    Tensor kept = a.mul(3);
    kept.retainGrad();
    Tensor failing = new Failing().apply(b).add(kept);
    assertThrows(UnsupportedOperationException.class, () -> failing.backward(null, true, false));
    assertNull(a.grad());
    assertNull(kept.grad());
    Tensor hooked = b.mul(kept);
    hooked.registerHook(
        gradient -> {
          throw new IllegalArgumentException("in a hook");
        });
    assertThrows(IllegalArgumentException.class, () -> hooked.backward(null, true, false));
    assertNull(a.grad());
    assertNull(b.grad());
    kept.backward();
    assertEquals(3, a.grad().item());
    assertEquals(1, kept.grad().item());
  }

  @Test
  void aGradientThatCannotBeAddedToStopsAllOthers() {
    Tensor a = leaf(1, 2);
    Tensor b = leaf(3, 4);
    b.setGrad(Tensor.ones(DType.FLOAT64, 1).expand(2));
    assertThrows(IllegalStateException.class, () -> a.mul(b).sum().backward());
    assertNull(a.grad());
    assertArrayEquals(new double[] {1, 1}, b.grad().toDoubleArray());
  }

  @Test
  void aFailingHookAfterwardsFindsEverythingAccumulated() {
    Tensor a = leaf(1);
    Tensor b = leaf(2);
    a.registerPostAccumulateGradHook(
        leaf -> {
          throw new IllegalArgumentException("afterwards");
        });
    assertThrows(IllegalArgumentException.class, () -> a.mul(b).backward());
    assertEquals(2, a.grad().item());
    assertEquals(1, b.grad().item());
  }

  @Test
  void retainedGradientsAccumulateLikeThoseOfLeaves() {
    Tensor h = leaf(1).mul(2);
    h.retainGrad();
    h.mul(3).backward(null, true, false);
    h.mul(3).backward();
    assertEquals(6, h.grad().item());
    assertFalse(h.isLeaf());
  }
}
