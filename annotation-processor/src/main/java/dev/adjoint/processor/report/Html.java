package dev.adjoint.processor.report;

/** Text as HTML. */
final class Html {
  private Html() {}

  /** Text in which nothing is markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
