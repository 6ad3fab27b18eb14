package dev.adjoint.tests.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A section of the page.
 *
 * @param title its heading
 * @param about what its rules have in common
 * @param rules its rows
 */
record RuleFamily(String title, String about, List<Rule> rules) {
  private static final String HEAD =
      """
      | operation | operand | gradient | in words, at kinks and ties, unlike PyTorch |
      | --- | --- | --- | --- |
      """;

  /** The section as Markdown. Overloads that share a rule share a row. */
  String text() {
    StringBuilder text = new StringBuilder("## " + title + "\n\n" + about + "\n\n" + HEAD);
    List<Rule> left = new ArrayList<>(rules);
    while (!left.isEmpty()) {
      Rule first = left.getFirst();
      List<Rule> shared = left.stream().filter(first::isSharedWith).toList();
      left.removeAll(shared);
      String operations = String.join("<br>", shared.stream().map(Rule::operation).toList());
      text.append(first.line(operations)).append(" |\n");
    }
    return text.toString();
  }
}
