package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values kept for the backward pass go through the hooks of the thread. */
class SavedTensorHooksTest {

  private static Tensor leaf(double value) {
    return Tensor.tensor(value, DType.FLOAT64).requiresGrad_();
  }

  @Test
  void valuesArePackedOnceAndUnpackedWhenRead() {
    Tensor x = leaf(3);
    List<Double> packed = new ArrayList<>();
    List<Double> read = new ArrayList<>();
    Tensor y;
    try (var _ =
        Autograd.savedTensorsHooks(
            value -> {
              packed.add(value.item());
              return value.item();
            },
            (Double kept) -> {
              read.add(kept);
              return Tensor.tensor(kept, DType.FLOAT64);
            })) {
      y = x.exp().mul(x);
    }
    assertEquals(List.of(Math.exp(3), Math.exp(3), 3.0), packed);
    y.backward(null, true, false);
    assertEquals(4 * Math.exp(3), x.grad().item(), 1e-12);
    assertEquals(3, read.size());
    y.backward();
    assertEquals(6, read.size());
  }

  @Test
  void unpackedValuesKeepTheirPlaceInTheGraph() {
    Tensor x = leaf(2);
    Tensor y;
    try (var _ = Autograd.savedTensorsHooks(Tensor::item, (Double v) -> leaf(v).detach())) {
      y = x.pow(3).exp().sigmoid();
    }
    Tensor first = Autograd.gradCreateGraph(y, x)[0];
    Tensor plain = leaf(2);
    Tensor expected = Autograd.gradCreateGraph(plain.pow(3).exp().sigmoid(), plain)[0];
    assertEquals(expected.item(), first.item());
    assertEquals(Autograd.grad(expected, plain)[0].item(), Autograd.grad(first, x)[0].item(), 1e-9);
  }

  @Test
  void valuesMayLiveOnDisk(@TempDir Path folder) {
    Tensor x = leaf(5);
    Tensor y;
    try (var _ =
        Autograd.savedTensorsHooks(
            value -> written(folder, value.item()),
            (Path file) -> Tensor.tensor(read(file), DType.FLOAT64))) {
      y = x.mul(x);
    }
    y.backward();
    assertEquals(10, x.grad().item());
  }

  private static Path written(Path folder, double value) {
    try {
      Path file = Files.createTempFile(folder, "saved", ".bin");
      return Files.write(file, ByteBuffer.allocate(8).putDouble(value).array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double read(Path file) {
    try {
      return ByteBuffer.wrap(Files.readAllBytes(file)).getDouble();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aHookMustNotChangeTheValue() {
    Tensor x = leaf(1).mul(2);
    try (var _ = Autograd.savedTensorsHooks(value -> value.add_(1), (Tensor kept) -> kept)) {
      assertTrue(
          assertThrows(IllegalStateException.class, x::exp)
              .getMessage()
              .startsWith("A saved tensor pack hook is modifying its input in place."));
    }
    assertFalse(x.exp().isLeaf());
  }

  @Test
  void theInnermostPairIsUsed() {
    List<String> used = new ArrayList<>();
    try (var _ = naming("outer", used)) {
      try (var _ = naming("inner", used)) {
        leaf(1).exp();
      }
      leaf(1).exp();
    }
    leaf(1).exp();
    assertEquals(List.of("inner", "outer"), used);
  }

  private static SavedTensorHooks naming(String name, List<String> used) {
    return Autograd.savedTensorsHooks(
        value -> {
          used.add(name);
          return value;
        },
        (Tensor kept) -> kept);
  }
}
