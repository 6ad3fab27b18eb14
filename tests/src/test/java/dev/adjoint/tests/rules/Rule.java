package dev.adjoint.tests.rules;

/**
 * A row of the page.
 *
 * @param operation the differentiated operation: its signature, marked as code, or words
 * @param operand the operand whose gradient it is
 * @param gradient a formula, marked as code, or a phrase
 * @param note conventions where there is no derivative, and differences from PyTorch
 */
record Rule(String operation, String operand, String gradient, String note) {

  /** The row as Markdown; several operations may share it. */
  String line(String operations) {
    return "| " + operations + " | `" + operand + "` | " + cell(gradient) + " | " + cell(note);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").strip();
  }

  /** Whether both say the same of their operations. */
  boolean isSharedWith(Rule other) {
    return operand.equals(other.operand)
        && gradient.equals(other.gradient)
        && note.equals(other.note)
        && name().equals(other.name());
  }

  private String name() {
    return operation.replaceAll("\\(.*", "");
  }
}
