package dev.adjoint.processor.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Names a class that registers derivatives, to the compilations that have it on their class path,
 * and the parameters of its methods, which class files need not tell.
 *
 * @param type qualified name of the class
 * @param methods its registered methods, each as {@code name(double, double): gradOutput, x}
 */
public record DerivativeMarker(String type, List<String> methods) {
  /** The package of all markers. */
  public static final String PACKAGE = "dev.adjoint.registered";

  /** The annotation on a marker, with members named as the components of this record. */
  public static final String ANNOTATION = "dev.adjoint.autograd.RegistersDerivatives";

  public DerivativeMarker {
    methods = List.copyOf(methods);
  }

  /** The marker of a class, for some of its methods. */
  static DerivativeMarker of(TypeElement type, List<ExecutableElement> registered) {
    return new DerivativeMarker(
        type.getQualifiedName().toString(),
        registered.stream()
            .map(
                method ->
                    start(method) + String.join(", ", RegistrationReader.parameterNames(method)))
            .toList());
  }

  static @Nullable DerivativeMarker read(TypeElement marker) {
    for (AnnotationMirror mirror : marker.getAnnotationMirrors()) {
      TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
      if (annotation.getQualifiedName().contentEquals(ANNOTATION)) {
        Map<String, Object> values = new HashMap<>();
        mirror
            .getElementValues()
            .forEach(
                (name, value) -> values.put(name.getSimpleName().toString(), value.getValue()));
        return new DerivativeMarker(
            String.valueOf(values.get("type")), strings(values.get("methods")));
      }
    }
    return null;
  }

  private static List<String> strings(@Nullable Object values) {
    return values instanceof List<?> list
        ? list.stream().map(entry -> String.valueOf(((AnnotationValue) entry).getValue())).toList()
        : List.of();
  }

  /** Simple name of the marker's class. */
  public String simpleName() {
    return type.replace('.', '_');
  }

  /** The parameter names of a method of the class. */
  List<String> names(ExecutableElement method) {
    String start = start(method);
    return methods.stream()
        .filter(entry -> entry.startsWith(start))
        .map(entry -> entry.substring(start.length()))
        .map(names -> names.isEmpty() ? List.<String>of() : List.of(names.split(", ")))
        .findFirst()
        .orElseGet(() -> RegistrationReader.parameterNames(method));
  }

  private static String start(ExecutableElement method) {
    return method.getSimpleName()
        + "("
        + String.join(
            ", ", method.getParameters().stream().map(p -> p.asType().toString()).toList())
        + "): ";
  }
}
