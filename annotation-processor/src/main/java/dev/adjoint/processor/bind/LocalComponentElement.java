package dev.adjoint.processor.bind;

import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;

/** A component of a record declared inside a method. */
final class LocalComponentElement extends LocalElement implements RecordComponentElement {
  private final TypeMirror type;
  private final ExecutableElement accessor;

  LocalComponentElement(Header header, TypeMirror type, ExecutableElement accessor) {
    super(header);
    this.type = type;
    this.accessor = accessor;
  }

  @Override
  public TypeMirror asType() {
    return type;
  }

  @Override
  public ExecutableElement getAccessor() {
    return accessor;
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P argument) {
    return visitor.visitRecordComponent(this, argument);
  }
}
