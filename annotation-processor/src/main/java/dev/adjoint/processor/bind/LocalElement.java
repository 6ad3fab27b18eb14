package dev.adjoint.processor.bind;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * A class declared inside a method, or a member of it, of which compilers give no elements to
 * annotation processors.
 */
abstract sealed class LocalElement implements Element
    permits LocalClassElement, LocalMethodElement, LocalVariableElement, LocalComponentElement {
  private final Name name;
  private final ElementKind kind;
  private final Set<Modifier> modifiers;
  private final Element enclosing;
  private final List<AnnotationMirror> annotations;

  /** What every element has. */
  record Header(
      Name name,
      ElementKind kind,
      Set<Modifier> modifiers,
      Element enclosing,
      List<AnnotationMirror> annotations) {
    Header {
      modifiers = Set.copyOf(modifiers);
      annotations = List.copyOf(annotations);
    }
  }

  LocalElement(Header header) {
    this.name = header.name();
    this.kind = header.kind();
    this.modifiers = header.modifiers();
    this.enclosing = header.enclosing();
    this.annotations = header.annotations();
  }

  @Override
  public ElementKind getKind() {
    return kind;
  }

  @Override
  public Set<Modifier> getModifiers() {
    return modifiers;
  }

  @Override
  public Name getSimpleName() {
    return name;
  }

  @Override
  public Element getEnclosingElement() {
    return enclosing;
  }

  @Override
  public List<? extends Element> getEnclosedElements() {
    return List.of();
  }

  @Override
  public List<? extends AnnotationMirror> getAnnotationMirrors() {
    return annotations;
  }

  @Override
  public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked") // an array of no elements
  public <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
    return (A[]) java.lang.reflect.Array.newInstance(type, 0);
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
