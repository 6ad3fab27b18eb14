package dev.adjoint.tests.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page of all derivatives. */
final class RulesPage {
  static final Path FILE = Path.of("../docs/rules.md");

  private static final String INTRODUCTION =
      """
      # Derivatives

      Every operation that has a derivative, and which. The page is written from the derivatives
      themselves: a test fails where it says something else.

      `gradOutput` is the gradient of the result, `result` the result, `self` the tensor the method
      is called on; the other names are those of the method's parameters. Where an operand was
      broadcast, its gradient is summed down to its shape. `a @ b` is the matrix product, `where(c,
      a, b)` takes `a` where the condition holds. Formulas are built of differentiable operations, so
      each has a derivative in its turn. An operation that is not listed is composed of those that
      are, or has no derivative.

      Rounding functions, signs and comparisons have the derivative 0, here as in PyTorch.

      """;

  private RulesPage() {}

  /** The sections in the order of the page. */
  static List<RuleFamily> families() throws IOException {
    List<RuleFamily> families =
        new ArrayList<>(new TensorRules(DerivativeSources.read()).families());
    families.add(ScalarFormulas.family());
    return families;
  }

  static String text() throws IOException {
    return INTRODUCTION + String.join("\n", families().stream().map(RuleFamily::text).toList());
  }
}
