package dev.adjoint.processor.bind;

import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A field of a class declared inside a method, or a parameter of one of its methods. */
final class LocalVariableElement extends LocalElement implements VariableElement {
  private final TypeMirror type;

  LocalVariableElement(Header header, TypeMirror type) {
    super(header);
    this.type = type;
  }

  @Override
  public TypeMirror asType() {
    return type;
  }

  @Override
  public @Nullable Object getConstantValue() {
    return null;
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P argument) {
    return visitor.visitVariable(this, argument);
  }
}
