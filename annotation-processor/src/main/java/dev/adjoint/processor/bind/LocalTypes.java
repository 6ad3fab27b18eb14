package dev.adjoint.processor.bind;

import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** The types of {@link LocalElement}s. */
final class LocalTypes {
  private LocalTypes() {}

  /** What these types have in common: no annotations. */
  sealed interface Plain extends TypeMirror permits ClassType, ArrayOf, MethodType {
    @Override
    default List<? extends AnnotationMirror> getAnnotationMirrors() {
      return List.of();
    }

    @Override
    default <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
      return null;
    }

    @Override
    @SuppressWarnings("unchecked") // an array of no elements
    default <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
      return (A[]) java.lang.reflect.Array.newInstance(type, 0);
    }
  }

  /**
   * A class declared inside a method.
   *
   * @param enclosing the like of the compiler where there is no enclosing type
   */
  record ClassType(LocalClassElement asElement, TypeMirror enclosing)
      implements DeclaredType, Plain {
    @Override
    public TypeKind getKind() {
      return TypeKind.DECLARED;
    }

    @Override
    public TypeMirror getEnclosingType() {
      return enclosing;
    }

    @Override
    public List<? extends TypeMirror> getTypeArguments() {
      return List.of();
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P argument) {
      return visitor.visitDeclared(this, argument);
    }

    @Override
    public String toString() {
      return asElement.getQualifiedName().toString();
    }
  }

  /** An array of objects of such a class, or of such arrays. */
  record ArrayOf(TypeMirror getComponentType) implements ArrayType, Plain {
    @Override
    public TypeKind getKind() {
      return TypeKind.ARRAY;
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P argument) {
      return visitor.visitArray(this, argument);
    }

    @Override
    public String toString() {
      return getComponentType + "[]";
    }
  }

  /** A method or constructor of such a class. */
  record MethodType(
      TypeMirror getReturnType,
      List<TypeMirror> getParameterTypes,
      List<TypeMirror> getThrownTypes,
      TypeMirror getReceiverType)
      implements ExecutableType, Plain {
    MethodType {
      getParameterTypes = List.copyOf(getParameterTypes);
      getThrownTypes = List.copyOf(getThrownTypes);
    }

    @Override
    public TypeKind getKind() {
      return TypeKind.EXECUTABLE;
    }

    @Override
    public List<? extends TypeVariable> getTypeVariables() {
      return List.of();
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P argument) {
      return visitor.visitExecutable(this, argument);
    }

    @Override
    public String toString() {
      return getParameterTypes + " -> " + getReturnType;
    }
  }
}
