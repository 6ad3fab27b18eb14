package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What one {@code @DerivativeOf} says.
 *
 * @param key the differentiated method, as {@link JavaMember#key()} gives it
 * @param wrt the operand whose gradient it computes
 * @param product the annotated method
 */
record Registration(String key, String wrt, JavaMember product) {
  private static final String ANNOTATION = "dev.adjoint.DerivativeOf";

  /** Reads a method's registration, if it has one. */
  static Optional<Registration> of(ExecutableElement method, Elements elements, Types types) {
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
      if (annotation.getQualifiedName().contentEquals(ANNOTATION)) {
        return Optional.of(read(method, mirror, elements, types));
      }
    }
    return Optional.empty();
  }

  private static Registration read(
      ExecutableElement method, AnnotationMirror mirror, Elements elements, Types types) {
    Map<String, Object> values = new HashMap<>();
    elements
        .getElementValuesWithDefaults(mirror)
        .forEach((name, value) -> values.put(name.getSimpleName().toString(), value.getValue()));
    TypeElement owner = (TypeElement) ((DeclaredType) value(values, "type")).asElement();
    String name = (String) value(values, "method");
    List<String> parameters = new ArrayList<>();
    for (Object parameter : (List<?>) value(values, "parameters")) {
      parameters.add(spell((TypeMirror) ((AnnotationValue) parameter).getValue(), types));
    }
    if (parameters.isEmpty()) {
      parameters = parametersOfTheOnly(owner, name, types);
    }
    String key = owner.getQualifiedName() + "." + name + "(" + String.join(", ", parameters) + ")";
    return new Registration(key, (String) value(values, "wrt"), member(method, types));
  }

  private static Object value(Map<String, Object> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("@DerivativeOf without '" + name + "'");
    }
    return value;
  }

  // An overload without parameters is meant by an empty list; else the name must be unambiguous.
  private static List<String> parametersOfTheOnly(TypeElement owner, String name, Types types) {
    List<List<String>> overloads = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals(name)) {
        overloads.add(parameterTypes(method, types));
      }
    }
    return overloads.size() == 1 ? overloads.getFirst() : List.of();
  }

  private static JavaMember member(ExecutableElement method, Types types) {
    TypeElement owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        owner.getQualifiedName().toString(),
        method.getSimpleName().toString(),
        parameterTypes(method, types),
        method.getParameters().stream().map(p -> p.getSimpleName().toString()).toList(),
        JavaMember.Effects.PURE);
  }

  private static List<String> parameterTypes(ExecutableElement method, Types types) {
    return method.getParameters().stream().map(p -> spell(p.asType(), types)).toList();
  }

  private static String spell(TypeMirror type, Types types) {
    return types.erasure(type).toString();
  }
}
