package dev.adjoint.processor.diagnostics;

import javax.tools.Diagnostic.Kind;

/** How much a finding matters. */
public enum Severity {
  /** Nothing is generated for the method. */
  ERROR(Kind.ERROR),
  /** The method is differentiated; {@code @SuppressWarnings} with the code silences it. */
  WARNING(Kind.WARNING),
  /** Information that was asked for. */
  NOTE(Kind.NOTE);

  private final Kind kind;

  Severity(Kind kind) {
    this.kind = kind;
  }

  /** The kind under which the Java compiler prints it. */
  Kind kind() {
    return kind;
  }
}
