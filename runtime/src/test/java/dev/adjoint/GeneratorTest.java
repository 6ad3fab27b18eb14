package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** A generator's place in its sequence can be kept, copied and gone back to. */
class GeneratorTest {

  @Test
  void goesOnFromAState() {
    Generator generator = new Generator(7);
    Tensor.randn(generator, 5);
    Tensor state = generator.state();
    double[] expected = Tensor.randn(generator, 700).toDoubleArray();
    assertArrayEquals(
        expected, Tensor.randn(new Generator(1).setState(state), 700).toDoubleArray());
  }

  @Test
  void keepsItsStateAsPyTorchDoes() {
    Generator generator = new Generator(7);
    Tensor.randn(generator, 3);
    byte[] state = generator.state().storage().bytes();
    assertEquals(5056, state.length);
    assertEquals(7, state[0]);
    assertEquals(617 % 256, state[8]);
    assertEquals(8, state[16]);
    assertEquals(1, state[24 + 624 * 8 + 24]);
  }

  @Test
  void refusesWhatIsNoState() {
    Generator generator = new Generator(7);
    assertThrows(IllegalArgumentException.class, () -> generator.setState(Tensor.zeros(5056)));
    assertThrows(
        IllegalArgumentException.class, () -> generator.setState(Tensor.zeros(DType.UINT8, 3)));
    assertThrows(
        IllegalArgumentException.class, () -> generator.setState(Tensor.zeros(DType.UINT8, 5056)));
  }

  @Test
  void forksGoOnIndependently() {
    Generator generator = new Generator(7);
    Generator fork = generator.fork();
    double first = fork.nextDouble();
    assertNotEquals(first, fork.nextDouble());
    assertEquals(first, generator.nextDouble());
    assertEquals(7, fork.initialSeed());
  }

  @Test
  void startsAgainFromASeed() {
    Generator generator = new Generator(7);
    double first = generator.nextNormal();
    assertNotEquals(first, generator.nextNormal());
    generator.nextNormal();
    assertEquals(first, generator.manualSeed(7).nextNormal());
    long chosen = generator.seed();
    assertEquals(new Generator(chosen).nextLong(), generator.nextLong());
  }
}
