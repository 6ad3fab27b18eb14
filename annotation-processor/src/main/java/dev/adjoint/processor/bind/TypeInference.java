package dev.adjoint.processor.bind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The result type of a generic method, from the types of its arguments alone. A type variable that
 * the arguments do not decide becomes its erasure; a cast follows where more was meant.
 */
final class TypeInference {
  private final JavaTypes javaTypes;
  private final Types types;

  TypeInference(JavaTypes javaTypes) {
    this.javaTypes = javaTypes;
    this.types = javaTypes.types();
  }

  /** The type of a call's value. */
  TypeMirror resultType(OverloadResolution.Choice choice, List<Typed> arguments) {
    TypeMirror declared = upperBound(choice.type().getReturnType());
    List<? extends TypeParameterElement> parameters = choice.method().getTypeParameters();
    if (parameters.isEmpty()) {
      return declared;
    }
    Map<String, TypeMirror> inferred = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).isUntyped()) {
        match(choice.parameterType(i), javaTypes.boxed(arguments.get(i).type()), inferred);
      }
    }
    return substitute(declared, parameters, inferred);
  }

  /** What is read from a {@code List<? extends T>} is a {@code T}. */
  private TypeMirror upperBound(TypeMirror type) {
    if (!(type instanceof WildcardType wildcard)) {
      return type;
    }
    TypeMirror bound = wildcard.getExtendsBound();
    return bound == null ? javaTypes.declared("java.lang.Object") : bound;
  }

  private void match(TypeMirror formal, TypeMirror actual, Map<String, TypeMirror> inferred) {
    if (actual.getKind() == TypeKind.NULL) {
      return;
    }
    switch (formal) {
      case TypeVariable variable -> inferred.merge(variable.toString(), actual, this::join);
      case ArrayType array when actual instanceof ArrayType other ->
          match(array.getComponentType(), other.getComponentType(), inferred);
      case DeclaredType declared when actual instanceof DeclaredType other ->
          matchArguments(declared, other, inferred);
      case WildcardType wildcard when wildcard.getExtendsBound() != null ->
          match(wildcard.getExtendsBound(), actual, inferred);
      default -> {}
    }
  }

  private void matchArguments(
      DeclaredType formal, DeclaredType actual, Map<String, TypeMirror> inferred) {
    DeclaredType same = supertype(actual, formal.asElement());
    List<? extends TypeMirror> formals = formal.getTypeArguments();
    if (same == null || formals.size() != same.getTypeArguments().size()) {
      return;
    }
    for (int i = 0; i < formals.size(); i++) {
      match(formals.get(i), upperBound(same.getTypeArguments().get(i)), inferred);
    }
  }

  /** The type itself or the supertype of it that is of the given class. */
  private @Nullable DeclaredType supertype(DeclaredType type, Element wanted) {
    if (type.asElement().equals(wanted)) {
      return type;
    }
    for (TypeMirror above : types.directSupertypes(type)) {
      DeclaredType found = above instanceof DeclaredType next ? supertype(next, wanted) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private TypeMirror join(TypeMirror first, TypeMirror second) {
    if (types.isSubtype(second, first)) {
      return first;
    }
    return types.isSubtype(first, second) ? second : javaTypes.declared("java.lang.Object");
  }

  private TypeMirror substitute(
      TypeMirror type,
      List<? extends TypeParameterElement> parameters,
      Map<String, TypeMirror> inferred) {
    return switch (type) {
      case TypeVariable variable -> substituteVariable(variable, parameters, inferred);
      case ArrayType array ->
          types.getArrayType(substitute(array.getComponentType(), parameters, inferred));
      case DeclaredType declared when !declared.getTypeArguments().isEmpty() ->
          substituteArguments(declared, parameters, inferred);
      default -> type;
    };
  }

  private TypeMirror substituteVariable(
      TypeVariable variable,
      List<? extends TypeParameterElement> parameters,
      Map<String, TypeMirror> inferred) {
    boolean isOwn = parameters.stream().anyMatch(p -> p.equals(variable.asElement()));
    TypeMirror found = inferred.get(variable.toString());
    if (!isOwn) {
      return variable;
    }
    boolean isOpen =
        found == null || types.isSameType(found, javaTypes.declared("java.lang.Object"));
    return found == null || isOpen ? types.erasure(variable) : found;
  }

  private TypeMirror substituteArguments(
      DeclaredType declared,
      List<? extends TypeParameterElement> parameters,
      Map<String, TypeMirror> inferred) {
    TypeMirror[] arguments =
        declared.getTypeArguments().stream()
            .map(argument -> substitute(argument, parameters, inferred))
            .toArray(TypeMirror[]::new);
    return types.getDeclaredType((TypeElement) declared.asElement(), arguments);
  }
}
