package dev.adjoint.processor.bind;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * Where a method is declared.
 *
 * @param element the method
 * @param text the compilation unit it stands in
 * @param range the whole declaration, annotations included
 */
public record Declaration(ExecutableElement element, SourceText text, SourceRange range) {
  private static final String CHECKPOINT = "dev.adjoint.Checkpoint";

  /** Of a method; of one of a class inside a method the element is the method around it. */
  static Declaration of(ExecutableElement method, SourceText text, SourceRange range) {
    ExecutableElement at = method;
    while (at.getEnclosingElement() instanceof LocalClassElement local) {
      at = local.source().method();
    }
    return new Declaration(at, text, range);
  }

  /** The class that the method stands in. */
  public TypeElement owner() {
    return (TypeElement) Objects.requireNonNull(element.getEnclosingElement());
  }

  /** The package that the method stands in; empty for the unnamed one. */
  public String packageName() {
    Element enclosing = owner();
    while (!(enclosing instanceof PackageElement found)) {
      enclosing = Objects.requireNonNull(enclosing.getEnclosingElement());
    }
    return found.getQualifiedName().toString();
  }

  /** Whether other classes can call the method: it is public, and so is every class around it. */
  public boolean isPublic() {
    Element member = element;
    while (member instanceof ExecutableElement || member instanceof TypeElement) {
      if (!member.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      member = Objects.requireNonNull(member.getEnclosingElement());
    }
    return true;
  }

  /** Whether only its own class can call the method. */
  public boolean isPrivate() {
    return element.getModifiers().contains(Modifier.PRIVATE)
        || owner().getModifiers().contains(Modifier.PRIVATE);
  }

  /** Whether the method is annotated to be computed again in the reverse sweep. */
  public boolean isCheckpointed() {
    return element.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(CHECKPOINT));
  }
}
