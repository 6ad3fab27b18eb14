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
import dev.adjoint.processor.parse.ParsedMethod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The parameters that {@code wrt} names. */
final class WrtNames {
  private final Diagnostics diagnostics;
  private final FunctionId id;
  private final ParsedMethod parsed;
  private final List<String> parameters;

  WrtNames(Diagnostics diagnostics, FunctionId id, ParsedMethod parsed) {
    this.diagnostics = diagnostics;
    this.id = id;
    this.parsed = parsed;
    this.parameters = parsed.tree().getParameters().stream().map(p -> p.getNameAsString()).toList();
  }

  /**
   * Indices of the named parameters, ascending; what is wrong with a name is reported.
   *
   * @param candidates indices of the parameters that can be differentiated
   */
  List<Integer> indices(List<String> names, List<Integer> candidates) {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      int index = parameters.indexOf(names.get(i));
      if (index < 0) {
        report(i, names.get(i), "which is no parameter of " + id.name() + suggestion(names.get(i)));
      } else if (!candidates.contains(index)) {
        String type = parsed.unit().text(parsed.tree().getParameter(index).getType());
        report(i, names.get(i), "whose type " + type + " is not differentiable");
      } else if (!found.add(index)) {
        report(i, names.get(i), "which is named twice");
      }
    }
    return List.copyOf(found);
  }

  private String suggestion(String name) {
    return Suggestions.nearest(name, parameters)
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
            String.join(", ", parameters)));
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
