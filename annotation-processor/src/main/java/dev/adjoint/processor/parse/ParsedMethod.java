package dev.adjoint.processor.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import dev.adjoint.processor.source.SourceRange;

/**
 * A method declaration and the unit it stands in.
 *
 * @param unit the compilation unit
 * @param tree the declaration
 */
public record ParsedMethod(ParsedUnit unit, MethodDeclaration tree) {

  /** The whole declaration, annotations included. */
  public SourceRange whole() {
    return unit.range(tree);
  }

  public SourceRange name() {
    return unit.range(tree.getName());
  }

  public SourceRange returnType() {
    return unit.range(tree.getType());
  }

  public SourceRange parameter(int index) {
    return unit.range(tree.getParameter(index));
  }

  /** The value of an annotation's member; the annotation, where the member is not written. */
  public SourceRange annotationValue(String annotation, String member) {
    return tree.getAnnotations().stream()
        .filter(candidate -> candidate.getName().getIdentifier().equals(annotation))
        .findFirst()
        .map(found -> unit.range(value(found, member)))
        .orElseGet(this::name);
  }

  private static Node value(AnnotationExpr annotation, String member) {
    return annotation instanceof NormalAnnotationExpr normal
        ? normal.getPairs().stream()
            .filter(pair -> pair.getNameAsString().equals(member))
            .<Node>map(pair -> pair.getValue())
            .findFirst()
            .orElse(annotation)
        : annotation;
  }
}
