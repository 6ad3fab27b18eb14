package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrText;
import dev.adjoint.processor.ir.IrVerifier;
import java.util.function.UnaryOperator;

/** Runs a pass on IR text. */
final class Passes {
  private Passes() {}

  /** {@code pass} makes {@code after} of {@code before}, whatever the numbers of the values. */
  static void assertBecomes(UnaryOperator<IrFunction> pass, String before, String after) {
    IrFunction function = IrText.parse(before);
    IrVerifier.verify(function);
    IrFunction changed = pass.apply(function);
    IrVerifier.verify(changed);
    assertEquals(IrPrinter.print(IrText.parse(after)), IrPrinter.print(changed));
  }

  /** {@code pass} leaves {@code function} as it is. */
  static void assertStays(UnaryOperator<IrFunction> pass, String function) {
    assertBecomes(pass, function, function);
  }
}
