package dev.adjoint.processor.rules;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.parse.ParsedMethod;
import dev.adjoint.processor.source.SourceRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads {@code @DerivativeOf} annotations, and finds what is wrong with them. */
final class RegistrationReader {
  static final String ANNOTATION = "dev.adjoint.DerivativeOf";

  private final Elements elements;
  private final Types types;

  RegistrationReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Reads a method's registration, its parameters named as the compiler knows them. */
  @Nullable Registration read(ExecutableElement method) throws RegistrationFault {
    return read(method, parameterNames(method));
  }

  static List<String> parameterNames(ExecutableElement method) {
    return method.getParameters().stream().map(p -> p.getSimpleName().toString()).toList();
  }

  /**
   * Reads a method's registration.
   *
   * @param names the names of its parameters
   * @return {@code null} if it has none
   * @throws RegistrationFault if it has one that cannot be meant
   */
  @Nullable Registration read(ExecutableElement method, List<String> names)
      throws RegistrationFault {
    AnnotationMirror mirror = annotation(method);
    if (mirror == null) {
      return null;
    }
    checkReachable(method);
    Map<String, Object> values = values(mirror);
    ExecutableElement target = target(values);
    TypeElement named = owner(values);
    RegisteredOperands operands = new RegisteredOperands(target, named, method, names, types);
    String wrt = String.valueOf(values.get("wrt"));
    int operand = operands.wrt(wrt);
    return new Registration(
        key(named, target),
        operand,
        new RegisteredProduct(member(method, names), operands.reads()),
        isPublic(method),
        elements.getPackageOf(method).getQualifiedName().toString());
  }

  static @Nullable AnnotationMirror annotation(ExecutableElement method) {
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
      if (annotation.getQualifiedName().contentEquals(ANNOTATION)) {
        return mirror;
      }
    }
    return null;
  }

  private Map<String, Object> values(AnnotationMirror mirror) {
    Map<String, Object> values = new HashMap<>();
    elements
        .getElementValuesWithDefaults(mirror)
        .forEach((name, value) -> values.put(name.getSimpleName().toString(), value.getValue()));
    return values;
  }

  private void checkReachable(ExecutableElement method) throws RegistrationFault {
    String name = method.getSimpleName().toString();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      throw new RegistrationFault(
          DiagnosticCode.ADJ0704, ParsedMethod::name, name, "is not static", "Make it static");
    }
    for (Element at = method; at != null; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        String what = at.equals(method) ? "is private" : "is in the private class " + at;
        throw new RegistrationFault(
            DiagnosticCode.ADJ0704,
            ParsedMethod::name,
            name,
            what + ", where generated code cannot call it",
            "Make it package-private or public");
      }
    }
  }

  private static TypeElement owner(Map<String, Object> values) throws RegistrationFault {
    if (values.get("type") instanceof DeclaredType declared) {
      return (TypeElement) declared.asElement();
    }
    throw new RegistrationFault(
        DiagnosticCode.ADJ0702,
        value("type"),
        String.valueOf(values.get("method")),
        String.valueOf(values.get("type")),
        "it is not a class");
  }

  private ExecutableElement target(Map<String, Object> values) throws RegistrationFault {
    TypeElement owner = owner(values);
    String name = String.valueOf(values.get("method"));
    List<ExecutableElement> overloads =
        ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
            .filter(method -> method.getSimpleName().contentEquals(name))
            .toList();
    List<String> parameters = parameters(values);
    if (parameters.isEmpty() && overloads.size() == 1) {
      return overloads.getFirst();
    }
    for (ExecutableElement method : overloads) {
      if (parameterTypes(method).equals(parameters)) {
        return method;
      }
    }
    String spelled = parameters.isEmpty() ? name : name + "(" + String.join(", ", parameters) + ")";
    throw new RegistrationFault(
        DiagnosticCode.ADJ0702,
        value(parameters.isEmpty() ? "method" : "parameters"),
        spelled,
        owner.getSimpleName().toString(),
        overloads.isEmpty()
            ? "it has no method of that name"
            : "there are "
                + overloads.stream()
                    .map(m -> name + "(" + String.join(", ", parameterTypes(m)) + ")")
                    .collect(Collectors.joining(", ")));
  }

  private List<String> parameters(Map<String, Object> values) {
    return values.get("parameters") instanceof List<?> list
        ? list.stream()
            .map(entry -> (TypeMirror) ((AnnotationValue) entry).getValue())
            .map(this::spell)
            .toList()
        : List.of();
  }

  static Function<ParsedMethod, SourceRange> value(String member) {
    return parsed -> parsed.annotationValue("DerivativeOf", member);
  }

  /** The key of a method named through a class. */
  String key(TypeElement owner, ExecutableElement method) {
    return owner.getQualifiedName()
        + "."
        + method.getSimpleName()
        + "("
        + String.join(", ", parameterTypes(method))
        + ")";
  }

  private JavaMember member(ExecutableElement method, List<String> names) {
    TypeElement owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        owner.getQualifiedName().toString(),
        method.getSimpleName().toString(),
        parameterTypes(method),
        names,
        JavaMember.Effects.PURE);
  }

  private List<String> parameterTypes(ExecutableElement method) {
    return method.getParameters().stream().map(p -> spell(p.asType())).toList();
  }

  private String spell(TypeMirror type) {
    return types.erasure(type).toString().replace("...", "[]");
  }

  private static boolean isPublic(ExecutableElement method) {
    for (Element at = method;
        at instanceof ExecutableElement || at instanceof TypeElement;
        at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
