package dev.adjoint.processor.bind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The attributes of a {@code @Differentiable}, defaults included. */
record DifferentiableAnnotation(
    List<String> wrt,
    Set<DerivativeMode> modes,
    int order,
    boolean check,
    boolean workspace,
    String name) {

  static final String NAME = "dev.adjoint.Differentiable";

  private static final String NO_DIFF = "dev.adjoint.NoDiff";

  /** The annotation of a method; {@code null} if it has none. */
  static @Nullable DifferentiableAnnotation of(ExecutableElement method, Elements elements) {
    AnnotationMirror mirror = mirror(method, NAME);
    return mirror == null ? null : read(elements.getElementValuesWithDefaults(mirror));
  }

  static boolean isDifferentiable(ExecutableElement method) {
    return mirror(method, NAME) != null;
  }

  static boolean isNoDiff(Element element) {
    return mirror(element, NO_DIFF) != null;
  }

  private static @Nullable AnnotationMirror mirror(Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(name)) {
        return mirror;
      }
    }
    return null;
  }

  private static DifferentiableAnnotation read(
      Map<? extends ExecutableElement, ? extends AnnotationValue> values) {
    Map<String, Object> byName =
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().getSimpleName().toString(),
                    entry -> entry.getValue().getValue()));
    Set<DerivativeMode> modes =
        list(byName.get("modes")).stream()
            .map(
                mode -> DerivativeMode.valueOf(((VariableElement) mode).getSimpleName().toString()))
            .collect(Collectors.toUnmodifiableSet());
    return new DifferentiableAnnotation(
        list(byName.get("wrt")).stream().map(Object::toString).toList(),
        modes,
        byName.get("order") instanceof Integer order ? order : 1,
        Boolean.TRUE.equals(byName.get("check")),
        Boolean.TRUE.equals(byName.get("workspace")),
        byName.get("name") instanceof String name ? name : "");
  }

  private static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> values
        ? values.stream()
            .map(entry -> entry instanceof AnnotationValue inner ? inner.getValue() : entry)
            .<Object>map(inner -> inner)
            .toList()
        : List.of();
  }
}
