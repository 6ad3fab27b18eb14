package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.UnknownType;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** A reference to a method of what a variable holds, {@code line::at}: a lambda that calls it. */
final class BoundReference {
  private BoundReference() {}

  /** Whether an expression is one, on a variable that is never assigned again. */
  static boolean is(Expression node, Scope scope) {
    return node instanceof MethodReferenceExpr reference
        && reference.getScope() instanceof TypeExpr named
        && scope.find(named.getTypeAsString()) != null
        && KnownFunction.isNeverAssigned(node, named.getTypeAsString());
  }

  /**
   * The lambda.
   *
   * @param method the method of the interface
   */
  static LambdaExpr lambda(MethodReferenceExpr reference, ExecutableElement method) {
    String receiver = ((TypeExpr) reference.getScope()).getTypeAsString();
    NodeList<Parameter> parameters = new NodeList<>();
    NodeList<Expression> arguments = new NodeList<>();
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName() + "Of" + receiver;
      parameters.add(at(reference, new Parameter(at(reference, new UnknownType()), name)));
      arguments.add(at(reference, new NameExpr(name)));
    }
    MethodCallExpr call =
        new MethodCallExpr(
            at(reference, new NameExpr(receiver)), reference.getIdentifier(), arguments);
    LambdaExpr lambda = new LambdaExpr();
    lambda.setParameters(parameters);
    lambda.setBody(at(reference, new ExpressionStmt(at(reference, call))));
    return at(reference, lambda);
  }

  private static <T extends Node> T at(Node place, T node) {
    node.setRange(place.getRange().orElse(null));
    return node;
  }
}
