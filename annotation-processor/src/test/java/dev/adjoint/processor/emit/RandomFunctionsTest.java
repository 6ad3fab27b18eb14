package dev.adjoint.processor.emit;

import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Printed functions compute, to the last bit, what the IR says. */
final class RandomFunctionsTest {
  private static final int FUNCTIONS = Integer.getInteger("adjoint.functions", 150);

  @Test
  void printedFunctionsComputeTheSame() {
    List<IrFunction> functions = new ArrayList<>();
    List<GeneratedMethod> methods = new ArrayList<>();
    for (int seed = 0; seed < FUNCTIONS; seed++) {
      IrFunction function = Emitted.irFunction(DOUBLE, new RandomFunction(seed).build());
      functions.add(function);
      methods.add(new GeneratedMethod.Primal("f" + seed, function, false));
    }
    Emitted emitted = Emitted.of(methods.toArray(GeneratedMethod[]::new));
    for (int seed = 0; seed < FUNCTIONS; seed++) {
      for (int n = 0; n < 4; n++) {
        Object expected = IrInterpreter.run(functions.get(seed), arguments(n)).getFirst();
        String name = "f" + seed;
        assertEquals(
            expected, emitted.run(name, arguments(n)), () -> name + "\n" + emitted.body(name));
      }
    }
  }

  private static Object[] arguments(int n) {
    return new Object[] {0.75, -1.25, n, new double[] {0.5, 2, -3}};
  }
}
