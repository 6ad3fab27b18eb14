package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.parse.ParsedUnit;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of generated methods, in the unit of the method that they are generated for, that hand in
 * one array both as an input, which the method writes into, and as a cotangent.
 *
 * @param className the generated class
 * @param method the name of the generated method
 * @param inputs how many parameters come before the cotangents
 * @param written the positions of the array parameters that the method writes into
 */
public record HandedInGradients(
    String className, String method, int inputs, List<Integer> written) {
  public HandedInGradients {
    written = List.copyOf(written);
  }

  /** Whether a text may have such a call. */
  public boolean mayBeIn(String text) {
    return !written.isEmpty() && text.contains(className) && text.contains(method + "(");
  }

  /**
   * The findings in a unit.
   *
   * @param text what they are said of
   */
  public List<Diagnostic> findIn(ParsedUnit unit, SourceText text) {
    List<Diagnostic> found = new ArrayList<>();
    unit.tree()
        .findAll(MethodCallExpr.class, this::isMeant)
        .forEach(call -> add(call.getArguments(), unit, text, found));
    return found;
  }

  private boolean isMeant(MethodCallExpr call) {
    return call.getNameAsString().equals(method)
        && call.getScope().map(Expression::toString).filter(className::equals).isPresent()
        && call.getArguments().size() > inputs;
  }

  private void add(
      List<Expression> arguments, ParsedUnit unit, SourceText text, List<Diagnostic> found) {
    for (Expression cotangent : arguments.subList(inputs, arguments.size())) {
      for (int input : written) {
        if (cotangent instanceof NameExpr && cotangent.equals(arguments.get(input))) {
          found.add(
              Diagnostic.of(
                  DiagnosticCode.ADJ0306,
                  text,
                  unit.range(cotangent),
                  cotangent.toString(),
                  method));
        }
      }
    }
  }
}
