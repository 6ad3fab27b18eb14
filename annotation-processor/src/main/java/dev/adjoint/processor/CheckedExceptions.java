package dev.adjoint.processor;

import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The checked exceptions that methods declare. What is generated for a method declares the same;
 * where it cannot name them, the method is refused. What else is wrong with such a method is said
 * instead: it is often what declares the exception.
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

  /** The qualified names of the checked exceptions that each function of a program declares. */
  Map<FunctionId, List<String>> declaredIn(BoundProgram program) {
    Map<FunctionId, List<String>> declared = new HashMap<>();
    program
        .declarations()
        .forEach(
            (id, declaration) -> {
              List<TypeMirror> checked = checked(declaration.element());
              if (!checked.isEmpty()) {
                declared.put(id, checked.stream().map(types::erasure).map(this::name).toList());
              }
            });
    return declared;
  }

  private String name(TypeMirror exception) {
    return ((TypeElement) types.asElement(exception)).getQualifiedName().toString();
  }

  /**
   * Reports what generated code could not declare.
   *
   * @param called the method itself and all that it calls
   * @param text of the method itself
   */
  void check(DifferentiableRequest request, List<Declaration> called, SourceText text) {
    if (diagnostics.isInError(request.id())) {
      return;
    }
    for (Declaration declaration : called) {
      for (TypeMirror thrown : checked(declaration.element())) {
        if (!isNamed(thrown)) {
          String kind = "a method that declares the exception " + thrown;
          String remedy = "Declare a class of exceptions that is not private";
          diagnostics.report(
              request.id(),
              Diagnostic.of(DiagnosticCode.ADJ0405, text, request.annotation(), kind, remedy));
          return;
        }
      }
    }
  }

  private List<TypeMirror> checked(ExecutableElement method) {
    return method.getThrownTypes().stream()
        .filter(thrown -> !types.isSubtype(thrown, runtimeException))
        .filter(thrown -> !types.isSubtype(thrown, error))
        .<TypeMirror>map(thrown -> thrown)
        .toList();
  }

  /** Whether it is the same class in every call, and visible beside the class that declares it. */
  private static boolean isNamed(TypeMirror thrown) {
    return thrown.getKind() == TypeKind.DECLARED
        && thrown instanceof DeclaredType declared
        && isVisible(declared.asElement());
  }

  private static boolean isVisible(Element type) {
    for (Element at = type; at != null; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
    }
    return true;
  }
}
