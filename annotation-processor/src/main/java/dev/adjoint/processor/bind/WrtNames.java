package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.diagnostics.Suggestions;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.parse.ParsedMethod;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters, and fields of the receiver, that {@code wrt} names. */
final class WrtNames {
  private final Diagnostics diagnostics;
  private final FunctionId id;
  private final ParsedMethod parsed;
  private final List<String> parameters;
  private final List<IrType.Component> fields;

  /**
   * What is named.
   *
   * @param parameters indices of the declared parameters, ascending
   * @param fields names of the fields, in the order of the receiver's
   */
  record Named(List<Integer> parameters, List<String> fields) {}

  /**
   * @param fields what generated code can read of the receiver; none without a receiver
   */
  WrtNames(
      Diagnostics diagnostics, FunctionId id, ParsedMethod parsed, List<IrType.Component> fields) {
    this.diagnostics = diagnostics;
    this.id = id;
    this.parsed = parsed;
    this.parameters = parsed.tree().getParameters().stream().map(p -> p.getNameAsString()).toList();
    this.fields = fields;
  }

  /**
   * What the names stand for: a parameter if there is one, else a field. What is wrong with a name
   * is reported.
   *
   * @param candidates indices of the parameters that can be differentiated
   */
  Named find(List<String> names, List<Integer> candidates) {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String fault = fault(names.get(i), candidates);
      if (fault == null && !found.add(names.get(i))) {
        fault = "which is named twice";
      }
      if (fault != null) {
        report(i, names.get(i), fault);
      }
    }
    return new Named(
        candidates.stream().filter(index -> found.contains(parameters.get(index))).toList(),
        fieldNames().filter(name -> found.contains(name) && !parameters.contains(name)).toList());
  }

  private @Nullable String fault(String name, List<Integer> candidates) {
    int index = parameters.indexOf(name);
    if (index >= 0) {
      String type = parsed.unit().text(parsed.tree().getParameter(index).getType());
      return candidates.contains(index) ? null : "whose type " + type + " is not differentiable";
    }
    return fieldNames().anyMatch(name::equals)
        ? null
        : "which is no parameter of " + id.name() + suggestion(name);
  }

  private Stream<String> fieldNames() {
    return fields.stream().filter(IrType.Component::isDifferentiable).map(IrType.Component::name);
  }

  /** All that could be named. */
  private List<String> names() {
    return Stream.concat(parameters.stream(), fieldNames()).distinct().toList();
  }

  private String suggestion(String name) {
    return Suggestions.nearest(name, names())
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }

  private void report(int position, String name, String fault) {
    diagnostics.report(
        id,
        Diagnostic.of(
            DiagnosticCode.ADJ0105,
            parsed.unit().text(),
            parsed.unit().range(stringNode(position)),
            name,
            fault,
            String.join(", ", names())));
  }

  /** The string literal in the annotation, or, where it is a constant, the annotation. */
  private Node stringNode(int position) {
    return SignatureChecks.annotation(parsed.tree())
        .map(annotation -> stringNode(annotation, position))
        .orElse(parsed.tree().getName());
  }

  private static Node stringNode(AnnotationExpr annotation, int position) {
    List<StringLiteralExpr> strings =
        annotation instanceof NormalAnnotationExpr normal
            ? normal.getPairs().stream()
                .filter(pair -> pair.getNameAsString().equals("wrt"))
                .flatMap(pair -> pair.findAll(StringLiteralExpr.class).stream())
                .toList()
            : List.of();
    return position < strings.size() ? strings.get(position) : annotation;
  }
}
