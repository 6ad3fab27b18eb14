package dev.adjoint.processor.parse;

import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A record declaration and the unit it stands in.
 *
 * @param unit the compilation unit
 * @param tree the declaration
 */
public record ParsedRecord(ParsedUnit unit, RecordDeclaration tree) {

  /** What an accessor does. */
  public enum Accessor {
    /** It yields the component. */
    PLAIN,
    /** It yields a copy of the component, which is an array. */
    COPYING,
    /** It may do anything else. */
    COMPUTING
  }

  /**
   * What the accessor of a component does.
   *
   * @param isArray whether the component is an array of numbers
   */
  public Accessor accessor(String component, boolean isArray) {
    return tree.getMethodsByName(component).stream()
        .filter(method -> method.getParameters().isEmpty())
        .findFirst()
        .map(method -> accessor(method, component, isArray))
        .orElse(Accessor.PLAIN);
  }

  private static Accessor accessor(MethodDeclaration method, String component, boolean isArray) {
    List<Statement> body = method.getBody().map(BlockStmt::getStatements).orElseThrow();
    Expression value =
        body.size() == 1 && body.getFirst() instanceof ReturnStmt exit
            ? exit.getExpression().orElseThrow()
            : null;
    if (value != null && reads(value, component)) {
      return Accessor.PLAIN;
    }
    boolean isCopy =
        value instanceof MethodCallExpr call
            && call.getNameAsString().equals("clone")
            && call.getScope().filter(array -> reads(array, component)).isPresent();
    return isArray && isCopy ? Accessor.COPYING : Accessor.COMPUTING;
  }

  private static boolean reads(Expression value, String component) {
    return switch (value) {
      case NameExpr name -> name.getNameAsString().equals(component);
      case FieldAccessExpr field ->
          field.getScope().isThisExpr() && field.getNameAsString().equals(component);
      default -> false;
    };
  }

  /** The constructor that assigns what the user's statements leave in its parameters. */
  public Optional<CompactConstructorDeclaration> compactConstructor() {
    return tree.getCompactConstructors().stream().findFirst();
  }

  /** A constructor with parameters of its own; the compact one is none. */
  public Optional<ConstructorDeclaration> constructor(ExecutableElement constructor) {
    return tree.getConstructors().stream()
        .filter(candidate -> ParameterSpelling.matches(candidate, constructor))
        .findFirst();
  }
}
