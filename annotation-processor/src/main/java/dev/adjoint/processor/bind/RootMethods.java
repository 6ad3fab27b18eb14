package dev.adjoint.processor.bind;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.parse.ParsedMethod;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Finds the declarations of the annotated methods. */
final class RootMethods {
  private final JavaTypes types;
  private final MethodParser parser;
  private final Diagnostics diagnostics;
  private final Map<FunctionId, Declaration> declarations;
  private final Map<String, SourceText> unread = new HashMap<>();

  /**
   * @param diagnostics takes what cannot be read
   * @param declarations takes where each method is declared
   */
  RootMethods(
      JavaTypes types,
      MethodParser parser,
      Diagnostics diagnostics,
      Map<FunctionId, Declaration> declarations) {
    this.types = types;
    this.parser = parser;
    this.diagnostics = diagnostics;
    this.declarations = declarations;
  }

  /** An annotated method and its text. */
  record Root(FunctionId id, ExecutableElement method, ParsedMethod parsed) {}

  /** Which Java method an element is. */
  static FunctionId id(ExecutableElement method, JavaTypes types) {
    TypeElement owner = Members.declaringClass(method);
    String name =
        method.getKind() == ElementKind.CONSTRUCTOR
            ? owner.getSimpleName().toString()
            : method.getSimpleName().toString();
    return new FunctionId(
        owner.getQualifiedName().toString(),
        owner instanceof LocalClassElement ? name + BoundMethod.LOCAL : name,
        Callee.parameterTypes(types, method));
  }

  /** A class in the signature that is not there is for the compiler to report. */
  static boolean hasUnknownType(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.ERROR
        || method.getParameters().stream()
            .anyMatch(parameter -> parameter.asType().getKind() == TypeKind.ERROR);
  }

  /** The methods in order of file and position: compilers list them in orders of their own. */
  List<Root> inOrder(Collection<ExecutableElement> methods) {
    List<Root> roots = new ArrayList<>();
    for (ExecutableElement method : methods) {
      FunctionId id = id(method, types);
      ParsedMethod parsed = parse(id, method);
      if (parsed != null) {
        roots.add(new Root(id, method, parsed));
      }
    }
    roots.sort(
        Comparator.comparing((Root root) -> root.parsed().unit().text().fileName())
            .thenComparingInt(root -> root.parsed().unit().range(root.parsed().tree()).start()));
    return roots;
  }

  private @Nullable ParsedMethod parse(FunctionId id, ExecutableElement method) {
    try {
      ParsedMethod parsed = parser.find(method);
      if (parsed == null && types.isSyntaxRecovered()) {
        return null;
      }
      if (parsed == null) {
        reportUnread(id, method, "It comes from a class file, or has syntax that is not known");
      } else {
        SourceRange range = parsed.unit().range(parsed.tree());
        declarations.put(id, new Declaration(method, parsed.unit().text(), range));
      }
      return parsed;
    } catch (IOException unreadable) {
      reportUnread(id, method, "The compiler says: " + unreadable.getMessage());
      return null;
    }
  }

  /** Once for a file, however many methods it has. */
  private void reportUnread(FunctionId id, ExecutableElement method, String detail) {
    String unit = Members.outermost(method).getQualifiedName().toString();
    SourceText nothing = unread.computeIfAbsent(unit, name -> new SourceText(name, ""));
    declarations.put(id, new Declaration(method, nothing, SourceRange.NONE));
    diagnostics.report(
        id, Diagnostic.of(DiagnosticCode.ADJ0901, nothing, SourceRange.NONE, unit, detail));
  }
}
