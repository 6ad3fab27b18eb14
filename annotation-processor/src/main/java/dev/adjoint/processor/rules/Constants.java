package dev.adjoint.processor.rules;

import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The methods of a class whose results are declared to carry no derivative. */
final class Constants {
  private static final String ANNOTATION = "dev.adjoint.NoDiff";

  private Constants() {}

  /** Their keys. */
  static Set<String> of(TypeElement owner, Elements elements, Types types) {
    RegistrationReader keys = new RegistrationReader(elements, types);
    return ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
        .filter(Constants::isConstant)
        .map(method -> keys.key(owner, method))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isConstant(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(ANNOTATION));
  }
}
