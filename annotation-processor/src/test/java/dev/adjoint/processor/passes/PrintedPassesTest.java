package dev.adjoint.processor.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pass makes of the functions in {@code src/test/resources/passes} the text that is kept
 * there. {@code -Dadjoint.passes=write} writes the files anew; each difference is to be read.
 */
class PrintedPassesTest {
  private static final boolean IS_WRITING = "write".equals(System.getProperty("adjoint.passes"));

  static List<PassCase> cases() {
    return PassCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPassMakesTheTextThatIsKept(PassCase pass) {
    Stages stages = new Stages(pass);
    Map<String, String> actual = new LinkedHashMap<>();
    for (String name : pass.expected().keySet()) {
      actual.put(name, IrPrinter.print(stages.after(name)));
    }
    if (IS_WRITING) {
      pass.write(actual);
    } else {
      pass.expected().forEach((name, text) -> assertEquals(text, actual.get(name), name));
    }
  }
}
