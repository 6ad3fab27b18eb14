package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import java.util.List;

/** Compares what functions yield. */
final class Runs {
  private static final double ROUNDING = 1e-10;

  private Runs() {}

  /** Both functions yield the same for {@code arguments} and leave them alike. */
  static void assertSame(IrFunction expected, IrFunction actual, Object... arguments) {
    IrVerifier.verify(actual);
    Object[] ofExpected = copies(arguments);
    Object[] ofActual = copies(arguments);
    String text = IrPrinter.print(actual);
    assertClose(
        IrInterpreter.runInPlace(expected, ofExpected),
        IrInterpreter.runInPlace(actual, ofActual),
        text);
    assertClose(List.of(ofExpected), List.of(ofActual), text);
  }

  private static void assertClose(List<Object> expected, List<Object> actual, String text) {
    assertEquals(expected.size(), actual.size(), text);
    for (int i = 0; i < expected.size(); i++) {
      assertClose(expected.get(i), actual.get(i), text);
    }
  }

  private static void assertClose(Object expected, Object actual, String text) {
    if (expected instanceof double[] array) {
      assertArrayEquals(array, (double[]) actual, ROUNDING, text);
    } else if (expected instanceof Double number) {
      assertEquals(number, (Double) actual, ROUNDING * (1 + Math.abs(number)), text);
    } else {
      assertEquals(expected, actual, text);
    }
  }

  private static Object[] copies(Object[] arguments) {
    Object[] copies = arguments.clone();
    for (int i = 0; i < copies.length; i++) {
      if (copies[i] instanceof double[] array) {
        copies[i] = array.clone();
      }
    }
    return copies;
  }
}
