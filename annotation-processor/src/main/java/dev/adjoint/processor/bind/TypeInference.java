package dev.adjoint.processor.bind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

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
    TypeMirror declared = choice.type().getReturnType();
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
      default -> {}
    }
  }

  private void matchArguments(
      DeclaredType formal, DeclaredType actual, Map<String, TypeMirror> inferred) {
    List<? extends TypeMirror> formals = formal.getTypeArguments();
    List<? extends TypeMirror> actuals = actual.getTypeArguments();
    boolean isSameClass = formal.asElement().equals(actual.asElement());
    if (!isSameClass || formals.size() != actuals.size()) {
      return;
    }
    for (int i = 0; i < formals.size(); i++) {
      match(formals.get(i), actuals.get(i), inferred);
    }
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
    boolean isOwn = parameters.stream().anyMatch(p -> p.asType().equals(variable));
    TypeMirror found = inferred.get(variable.toString());
    if (!isOwn) {
      return variable;
    }
    return found != null ? found : types.erasure(variable);
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
