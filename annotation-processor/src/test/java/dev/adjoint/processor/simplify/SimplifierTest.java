package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrText;
import org.junit.jupiter.api.Test;

class SimplifierTest {
  @Test
  void aLongerFunctionTakesNoMorePasses() {
    assertEquals(passes(10), passes(1000));
  }

  @Test
  void whatIsSimpleStaysTheSameObject() {
    IrFunction simple = Simplifier.simplify(IrText.parse(chain(10)));
    assertSame(simple, Simplifier.simplify(simple));
  }

  @Test
  void eachPassLooksOnceAtWhatIsSimple() {
    Simplifier simplifier = Simplifier.of(IrText.parse(chain(10)));
    IrFunction simple = simplifier.reach(IrText.parse(chain(10)));
    simplifier.reach(simple);
    assertEquals(7, simplifier.runs());
  }

  private static int passes(int length) {
    IrFunction function = IrText.parse(chain(length));
    Simplifier simplifier = Simplifier.of(function);
    simplifier.reach(function);
    return simplifier.runs();
  }

  /** A chain of products by one and of sums, each of which is there twice. */
  private static String chain(int length) {
    StringBuilder text =
        new StringBuilder(
            """
            func Case.f(%x: f64) -> f64 {
              %0: f64 = const 1.0
              turn
              %1: f64 = mul %x, %0
            """);
    int last = 1;
    for (int i = 0; i < length; i++, last += 4) {
      text.append("  %%%d: f64 = add %%%d, %%x\n".formatted(last + 1, last));
      text.append("  %%%d: f64 = add %%%d, %%x\n".formatted(last + 2, last));
      text.append("  %%%d: f64 = mul %%%d, %%0\n".formatted(last + 3, last + 2));
      text.append("  %%%d: f64 = div %%%d, %%%d\n".formatted(last + 4, last + 3, last + 1));
    }
    return text.append("  return %").append(last).append("\n}\n").toString();
  }
}
