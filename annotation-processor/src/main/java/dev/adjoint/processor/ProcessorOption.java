package dev.adjoint.processor;

import java.util.Map;
import java.util.Optional;

/** The {@code -A} options. */
enum ProcessorOption {
  /**
   * What the forward sweep keeps for the reverse sweep: {@code cheaper}, which is the default,
   * {@code everything} or {@code nothing} that could be computed again; for our own tests.
   */
  KEEP("adjoint.keep"),
  /** A folder into which the IR is written after each pass, and the generated text. */
  DUMP("adjoint.dump"),
  /**
   * A folder into which the findings are written, those included that are said on request, and a
   * page for each generated class.
   */
  REPORT("adjoint.report"),
  /** {@code true} checks the IR's invariants after each pass; for our own tests. */
  VERIFY("adjoint.verify");

  private final String key;

  ProcessorOption(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  Optional<String> in(Map<String, String> options) {
    return Optional.ofNullable(options.get(key));
  }
}
