package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSameDerivatives;
import static dev.adjoint.tests.mixing.Agreement.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Tensor;
import dev.adjoint.tests.cases.Finding;
import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.cases.ProgramSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is a constant for the first derivative stays one for the second, or is refused. */
class ConstantsTest {
  private final Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);

  @Test
  void detachedTensors() {
    assertSameDerivatives(
        in -> EnergiesGrad.detached(in[0], in[1]), in -> Energies.detached(in[0], in[1]), w, x);
  }

  @Test
  void blocksWithoutGradients() {
    assertSameDerivatives(
        in -> EnergiesGrad.withoutGrad(in[0], in[1]),
        in -> Energies.withoutGrad(in[0], in[1]),
        w,
        x);
  }

  @Test
  void stoppedGradients() {
    assertSameDerivatives(
        in -> EnergiesGrad.stopped(in[0], x), in -> Energies.stopped(in[0], x), w);
  }

  @Test
  void anActiveNumberIsRefusedWhereAnOperationHasNoDerivativeForIt() {
    var source =
        new ProgramSource(
            "Scaled",
            """
            package cases;

            import dev.adjoint.Differentiable;
            import dev.adjoint.Tensor;

            final class Scaled {
              @Differentiable
              static Tensor scaled(Tensor w, double k) {
                return w.mul(k).sum();
              }
            }
            """);
    List<Finding> findings = ProgramCompiler.compile(List.of(source)).findings(source);
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(8, findings.getFirst().line());
    assertTrue(findings.getFirst().text().contains("the derivative of k stops at Tensor.mul"));
  }
}
