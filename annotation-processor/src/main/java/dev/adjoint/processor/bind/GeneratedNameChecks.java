package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.parse.ParsedMethod;
import java.util.HashSet;
import java.util.Set;

/** Two methods of a class must not generate the same names. */
final class GeneratedNameChecks {
  private final Diagnostics diagnostics;
  private final Set<String> taken = new HashSet<>();

  GeneratedNameChecks(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Takes the request's name; reports it if another method has it already. */
  boolean isFree(DifferentiableRequest request, ParsedMethod parsed) {
    String name = request.name();
    String typePrefix = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    if (taken.add(request.id().owner() + "." + typePrefix)) {
      return true;
    }
    Node at =
        SignatureChecks.annotation(parsed.tree())
            .<Node>map(annotation -> annotation)
            .orElse(parsed.tree().getName());
    diagnostics.report(
        request.id(),
        Diagnostic.of(
            DiagnosticCode.ADJ0107,
            parsed.unit().text(),
            parsed.unit().range(at),
            request.id().name(),
            name + "Backward"));
    return false;
  }
}
