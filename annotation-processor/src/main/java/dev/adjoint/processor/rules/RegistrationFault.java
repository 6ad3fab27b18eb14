package dev.adjoint.processor.rules;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.parse.ParsedMethod;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.function.Function;

/** Why an annotated method registers nothing. */
final class RegistrationFault extends Exception {
  private static final long serialVersionUID = 1;

  private final DiagnosticCode code;
  private final transient Function<ParsedMethod, SourceRange> place;
  private final transient List<String> arguments;

  RegistrationFault(
      DiagnosticCode code, Function<ParsedMethod, SourceRange> place, String... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.place = place;
    this.arguments = List.of(arguments);
  }

  DiagnosticCode code() {
    return code;
  }

  Function<ParsedMethod, SourceRange> place() {
    return place;
  }

  List<String> arguments() {
    return arguments;
  }
}
