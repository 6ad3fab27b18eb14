package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    String key = new Registered(owner, name, parameters).key(elements, types);
    return new Registration(key, (String) value(values, "wrt"), member(method, types));
  }

  private static Object value(Map<String, Object> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("@DerivativeOf without '" + name + "'");
    }
    return value;
  }

  private static JavaMember member(ExecutableElement method, Types types) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
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

  /** The method that an annotation names, by the class that callers name. */
  private record Registered(TypeElement type, String name, List<String> parameters) {

    /** The key of the method that the class declares or inherits; its own if there is none. */
    String key(Elements elements, Types types) {
      List<ExecutableElement> overloads =
          ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
              .filter(method -> method.getSimpleName().contentEquals(name))
              .toList();
      for (ExecutableElement method : overloads) {
        if (parameterTypes(method, types).equals(parameters)) {
          return key((TypeElement) method.getEnclosingElement(), parameters);
        }
      }
      // An overload without parameters is meant by an empty list; else the name is unambiguous.
      if (parameters.isEmpty() && overloads.size() == 1) {
        ExecutableElement only = overloads.getFirst();
        return key((TypeElement) only.getEnclosingElement(), parameterTypes(only, types));
      }
      return key(type, parameters);
    }

    private String key(TypeElement owner, List<String> parameterTypes) {
      return owner.getQualifiedName() + "." + name + "(" + String.join(", ", parameterTypes) + ")";
    }
  }
}
