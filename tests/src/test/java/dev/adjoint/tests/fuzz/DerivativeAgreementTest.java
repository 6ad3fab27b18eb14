package dev.adjoint.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a fault of a program whose derivatives are no numbers, and what is not. */
class DerivativeAgreementTest {
  private static final Signature TO_ARRAY = new Signature(Yield.ARRAY, Signature.ALL.subList(0, 4));

  private static final String NOTHING_FIXED = "";
  private static final String SOMETHING_FIXED = "n = (int) dev.adjoint.Autograd.stopGradient(x);\n";

  @ParameterizedTest
  @ValueSource(strings = {NOTHING_FIXED, SOMETHING_FIXED})
  void aChaoticDerivativeMayOutgrowTheNumbers(String first) {
    Trial.Verdict verdict =
        verdict(
            first
                + """
                double s = x;
                for (int i = 0; i < 2000; i++) {
                  s = 2 * Math.sin(7 * s);
                }
                return new double[] {s, y};
                """);
    assertEquals(Optional.empty(), verdict.fault());
    assertTrue(verdict.isCompared());
  }

  @ParameterizedTest
  @ValueSource(strings = {NOTHING_FIXED, SOMETHING_FIXED})
  void aDerivativeThatDifferencesTellHasToBeANumber(String first) {
    String fault =
        verdict(
                first
                    + """
                    double[] roots = {Math.sqrt(x - x), y};
                    return new double[] {x * y + 0 * roots[0], y};
                    """)
            .fault()
            .orElse("");
    assertTrue(fault.startsWith("difference 0 is "), fault);
    assertTrue(fault.contains(", gradient NaN for "), fault);
  }

  private static Trial.Verdict verdict(String body) {
    Specimen specimen = Specimen.written(TO_ARRAY, body);
    CompiledPrograms compiled = ProgramCompiler.compile(List.of(specimen.source()));
    return specimen.verdict(compiled);
  }
}
