package dev.adjoint.tests.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.cases.ProgramSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tensors that went through so many branches, or were used twice so often, that the paths to them
 * cannot be counted: a compiler that looks at each path does not come to an end.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyBranchesTest {
  private static final String BRANCHES = "if (flag) { h = h.contiguous(); }\n".repeat(60);

  private static final String MEMBERS =
      """
      static Tensor through(Tensor x, boolean flag) {
        Tensor h = x.mul(2);
        %s
        return h;
      }
      """
          .formatted(BRANCHES);

  @Test
  void aMethodCalledWithinNoGrad() {
    compiles(
        """
        Tensor c;
        try (var _ = Autograd.noGrad()) { c = through(x, flag); }
        return c.mul(x);
        """);
  }

  @Test
  void whatNoGradientReaches() {
    compiles(
        """
        Tensor y;
        try (var _ = Autograd.noGrad()) { y = x.contiguous(); }
        %s
        return x.mul(y.detach());
        """
            .formatted("y = y.mul(y);\n".repeat(60)));
  }

  @Test
  void aResultThatMayHaveHooks() {
    compiles("Tensor h = x.mul(2);\n" + BRANCHES + "return h;\n");
  }

  private static void compiles(String body) {
    String text =
        """
        package cases;

        import dev.adjoint.*;

        final class Passages {
          %s
          @SuppressWarnings("ADJ0803")
          @Differentiable
          static Tensor f(Tensor x, boolean flag) {
            %s
          }
        }
        """
            .formatted(MEMBERS, body);
    ProgramSource source = new ProgramSource("Passages", text);
    assertEquals(List.of(), ProgramCompiler.compile(List.of(source)).findings(source));
  }
}
