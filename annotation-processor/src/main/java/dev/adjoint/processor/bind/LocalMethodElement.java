package dev.adjoint.processor.bind;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import dev.adjoint.processor.parse.ParsedMethod;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A method or constructor of a class declared inside a method. */
final class LocalMethodElement extends LocalElement implements ExecutableElement {
  private final @Nullable BodyDeclaration<?> declaration;
  private final LocalTypes.MethodType type;
  private List<LocalVariableElement> parameters = List.of();
  private boolean isVariableArity;

  /**
   * @param declaration {@code null} for what Java declares by itself
   */
  LocalMethodElement(
      Header header, @Nullable BodyDeclaration<?> declaration, LocalTypes.MethodType type) {
    super(header);
    this.declaration = declaration;
    this.type = type;
  }

  /** Says what the parameters are, which lie within the method. */
  void declare(List<LocalVariableElement> itsParameters, boolean isVarArgs) {
    this.parameters = List.copyOf(itsParameters);
    this.isVariableArity = isVarArgs;
  }

  /** The declaration of a method; {@code null} for constructors and what is not written. */
  @Nullable ParsedMethod parsed() {
    return declaration instanceof MethodDeclaration method
            && getEnclosingElement() instanceof LocalClassElement owner
        ? new ParsedMethod(owner.source().unit(), method)
        : null;
  }

  @Override
  public TypeMirror asType() {
    return type;
  }

  @Override
  public List<? extends TypeParameterElement> getTypeParameters() {
    return List.of();
  }

  @Override
  public TypeMirror getReturnType() {
    return type.getReturnType();
  }

  @Override
  public List<LocalVariableElement> getParameters() {
    return parameters;
  }

  @Override
  public @Nullable TypeMirror getReceiverType() {
    return null;
  }

  @Override
  public boolean isVarArgs() {
    return isVariableArity;
  }

  @Override
  public boolean isDefault() {
    return getModifiers().contains(Modifier.DEFAULT);
  }

  @Override
  public List<? extends TypeMirror> getThrownTypes() {
    return type.getThrownTypes();
  }

  @Override
  public @Nullable AnnotationValue getDefaultValue() {
    return null;
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P argument) {
    return visitor.visitExecutable(this, argument);
  }
}
