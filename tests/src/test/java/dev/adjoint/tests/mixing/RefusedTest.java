package dev.adjoint.tests.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tests.cases.Finding;
import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.cases.ProgramSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a method on tensors has no derivative is an error, never a silent zero. */
class RefusedTest {
  private static final String PROGRAM =
      """
      package cases;

      import dev.adjoint.*;
      import java.util.List;

      final class Model {
        static Tensor unread(Tensor w, double k) {
          return w.mul(k);
        }

        static List<Tensor> unread(List<Tensor> ws) {
          return List.of(ws.get(0).sin());
        }
      }

      final class Loss {
        %s
        %s
      }
      """;

  private static List<Finding> findings(String annotation, String method) {
    var source = new ProgramSource("Loss", PROGRAM.formatted(annotation, method));
    List<Finding> findings = ProgramCompiler.compile(List.of(source)).findings(source);
    assertEquals(1, findings.size(), findings.toString());
    return findings;
  }

  private static void assertRefused(long line, String start, String annotation, String method) {
    List<Finding> findings = findings(annotation, method);
    assertEquals(line, findings.getFirst().line());
    assertTrue(findings.getFirst().text().startsWith(start), findings.toString());
  }

  @Test
  void anActiveNumberThatAnOperationHasNoDerivativeFor() {
    assertRefused(
        17,
        "[ADJ0201] the derivative of k stops at Tensor.mul(double)",
        "@Differentiable",
        "static Tensor f(Tensor w, double k) { return w.mul(k).sum(); }");
  }

  @Test
  void anActiveNumberHandedToDynamicCode() {
    assertRefused(
        17,
        "[ADJ0201] the derivative of k stops at Model.unread",
        "@Differentiable",
        "static Tensor f(Tensor w, double k) { return Model.unread(w, k).sum(); }");
  }

  @Test
  void aTensorThatBecomesANumber() {
    assertRefused(
        17,
        "[ADJ0201] the derivative of w.sum() stops at Tensor.item()",
        "@Differentiable",
        "static double f(Tensor w) { return w.sum().item(); }");
  }

  @Test
  void anActiveTensorChangedInPlace() {
    assertRefused(
        17,
        "[ADJ0201] the derivative of w.mul(2) stops at Tensor.add_",
        "@Differentiable",
        "static Tensor f(Tensor w) { return w.mul(2).add_(1).sum(); }");
  }

  @Test
  void theDerivativeToRegisterForAListNamesLists() {
    String text =
        findings(
                "@Differentiable",
                "static Tensor f(List<Tensor> ws) { return Model.unread(ws).get(0); }")
            .getFirst()
            .text();
    String expected = "static List<Tensor> unreadWs(List<Tensor> gradOutput, List<Tensor> ws)";
    assertTrue(text.contains(expected), text);
  }
}
