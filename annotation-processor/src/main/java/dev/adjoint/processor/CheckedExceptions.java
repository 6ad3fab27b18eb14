package dev.adjoint.processor;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.source.SourceText;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Refuses methods that declare a checked exception, since generated methods declare none. What else
 * is wrong with such a method is said instead: it is often what declares the exception.
 */
final class CheckedExceptions {
  private final TypeMirror runtimeException;
  private final TypeMirror error;
  private final Types types;
  private final Diagnostics diagnostics;

  CheckedExceptions(Elements elements, Types types, Diagnostics diagnostics) {
    this.runtimeException = elements.getTypeElement("java.lang.RuntimeException").asType();
    this.error = elements.getTypeElement("java.lang.Error").asType();
    this.types = types;
    this.diagnostics = diagnostics;
  }

  void check(DifferentiableRequest request, BoundMethod bound, SourceText text) {
    if (diagnostics.isInError(request.id())) {
      return;
    }
    for (TypeMirror thrown : request.element().getThrownTypes()) {
      if (isChecked(thrown)) {
        String kind = "a method that declares the checked exception " + thrown;
        String remedy = "Throw an unchecked exception, and declare none";
        diagnostics.report(
            request.id(),
            Diagnostic.of(DiagnosticCode.ADJ0405, text, bound.source(), kind, remedy));
        return;
      }
    }
  }

  private boolean isChecked(TypeMirror thrown) {
    return !types.isSubtype(thrown, runtimeException) && !types.isSubtype(thrown, error);
  }
}
