package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private static final String CONSTANT = "dev.adjoint.NoDiff";

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
      parameters = parametersOfTheOnly(methods(owner, elements), name, types);
    }
    String wrt = (String) value(values, "wrt");
    return new Registration(key(owner, name, parameters), wrt, member(method, types));
  }

  private static String key(TypeElement owner, String name, List<String> parameters) {
    return owner.getQualifiedName() + "." + name + "(" + String.join(", ", parameters) + ")";
  }

  /** The methods of a class whose results carry no derivative, by key. */
  static Set<String> constantsOf(TypeElement owner, Elements elements, Types types) {
    return methods(owner, elements).stream()
        .filter(Registration::isConstant)
        .map(m -> key(owner, m.getSimpleName().toString(), parameterTypes(m, types)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isConstant(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(CONSTANT));
  }

  private static List<ExecutableElement> methods(TypeElement owner, Elements elements) {
    return ElementFilter.methodsIn(elements.getAllMembers(owner));
  }

  private static Object value(Map<String, Object> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("@DerivativeOf without '" + name + "'");
    }
    return value;
  }

  // An overload without parameters is meant by an empty list; else the name must be unambiguous.
  private static List<String> parametersOfTheOnly(
      List<ExecutableElement> methods, String name, Types types) {
    List<List<String>> overloads = new ArrayList<>();
    for (ExecutableElement method : methods) {
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
    return types.erasure(type).toString().replace("...", "[]");
  }
}
