package dev.adjoint.processor.rules;

import dev.adjoint.processor.bind.GeneratedNames;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds what earlier compilations generated: for a {@code @Differentiable} method in a class file,
 * the backward method in the class beside it. A method that writes into its arguments or returns
 * them is left out: its reverse cannot be had from outside.
 */
final class GeneratedClasses {
  private static final String BACKWARD = "Backward";
  private static final String DIFFERENTIABLE = "dev.adjoint.Differentiable";
  private static final String GENERATED = "dev.adjoint.autograd.GeneratedDerivative";

  private final Elements elements;
  private final Types types;
  private final Map<JavaMember, Optional<GeneratedDerivative>> known = new HashMap<>();
  private final Map<JavaMember, GeneratedEffects> effects = new HashMap<>();

  GeneratedClasses(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  Optional<GeneratedDerivative> of(JavaMember member) {
    Optional<GeneratedDerivative> found = known.get(member);
    if (found == null) {
      found = find(member);
      known.put(member, found);
    }
    return found;
  }

  /** What a method that was differentiated does to its arguments. */
  GeneratedEffects effects(JavaMember member) {
    return effects.computeIfAbsent(
        member,
        _ ->
            backward(member)
                .flatMap(method -> annotation(method, GENERATED))
                .map(
                    facts ->
                        new GeneratedEffects(
                            positions(facts, "writes"), positions(facts, "returns")))
                .orElse(GeneratedEffects.NONE));
  }

  private Optional<GeneratedDerivative> find(JavaMember member) {
    return backward(member)
        .filter(method -> !hasEffects(method) && !takesRecords(method, member))
        .map(method -> derivative(method, member));
  }

  private Optional<ExecutableElement> backward(JavaMember member) {
    boolean isMethod =
        member.kind() == JavaMember.Kind.STATIC_METHOD
            || member.kind() == JavaMember.Kind.INSTANCE_METHOD;
    TypeElement owner = isMethod ? elements.getTypeElement(member.owner()) : null;
    if (owner == null || (member.hasReceiver() && mayChange(owner))) {
      return Optional.empty();
    }
    return methods(owner, member.name(), member.parameterTypes(), 0)
        .flatMap(method -> annotation(method, DIFFERENTIABLE))
        .flatMap(annotation -> backward(owner, member, annotation));
  }

  private Optional<ExecutableElement> backward(
      TypeElement owner, JavaMember member, AnnotationMirror annotation) {
    String chosen = (String) value(annotation, "name");
    String prefix = chosen.isEmpty() ? member.name() : chosen;
    String packageName = elements.getPackageOf(owner).getQualifiedName().toString();
    String simpleName = GeneratedNames.className(owner);
    TypeElement generated =
        elements.getTypeElement(
            packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
    if (generated == null) {
      return Optional.empty();
    }
    return methods(generated, prefix + BACKWARD, operandTypes(member), 1);
  }

  /** The types of what a generated method takes first: the receiver is its first parameter. */
  private static List<String> operandTypes(JavaMember member) {
    List<String> types = new ArrayList<>();
    if (member.hasReceiver()) {
      types.add(member.owner());
    }
    types.addAll(member.parameterTypes());
    return types;
  }

  /** Whether an object may be another one when its derivative is asked for. */
  private static boolean mayChange(TypeElement owner) {
    for (TypeElement at = owner; at != null; at = superclass(at)) {
      boolean hasVariables =
          ElementFilter.fieldsIn(at.getEnclosedElements()).stream()
              .map(Element::getModifiers)
              .anyMatch(m -> !m.contains(Modifier.FINAL) && !m.contains(Modifier.STATIC));
      if (hasVariables) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable TypeElement superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType above
            && above.asElement() instanceof TypeElement element
        ? element
        : null;
  }

  private boolean hasEffects(ExecutableElement backward) {
    return annotation(backward, GENERATED)
        .filter(
            facts ->
                !positions(facts, "writes").isEmpty() || !positions(facts, "returns").isEmpty())
        .isPresent();
  }

  /** Records are differentiated where their components are at hand: within one compilation. */
  private static boolean takesRecords(ExecutableElement backward, JavaMember member) {
    return backward.getParameters().stream()
        .skip(member.hasReceiver() ? 1 : 0)
        .anyMatch(
            parameter ->
                parameter.asType() instanceof DeclaredType type
                    && type.getKind() == TypeKind.DECLARED
                    && type.asElement().getKind() == ElementKind.RECORD);
  }

  private List<Integer> wrt(ExecutableElement backward, int parameters) {
    Optional<AnnotationMirror> facts = annotation(backward, GENERATED);
    return facts.isPresent()
        ? positions(facts.get(), "wrt")
        : IntStream.range(0, parameters)
            .filter(i -> isDifferentiable(backward.getParameters().get(i).asType()))
            .boxed()
            .toList();
  }

  /** Numbers and tensors, and arrays and lists of them. */
  private boolean isDifferentiable(TypeMirror type) {
    TypeMirror element = type;
    while (element instanceof ArrayType array) {
      element = array.getComponentType();
    }
    if (element instanceof DeclaredType list
        && erased(list).equals("java.util.List")
        && list.getTypeArguments().size() == 1) {
      element = list.getTypeArguments().getFirst();
    }
    return element.getKind() == TypeKind.DOUBLE
        || element.getKind() == TypeKind.FLOAT
        || erased(element).equals(IrType.Reference.TENSOR.javaName());
  }

  private String erased(TypeMirror type) {
    return types.erasure(type).toString();
  }

  private GeneratedDerivative derivative(ExecutableElement backward, JavaMember member) {
    TypeElement generated = (TypeElement) Objects.requireNonNull(backward.getEnclosingElement());
    String name = backward.getSimpleName().toString();
    String prefix = name.substring(0, name.length() - BACKWARD.length());
    List<Integer> all = wrt(backward, operandTypes(member).size());
    boolean hasFields = member.hasReceiver() && all.contains(0);
    List<Integer> wrt = hasFields ? all.subList(1, all.size()) : all;
    TypeElement gradients = (TypeElement) ((DeclaredType) backward.getReturnType()).asElement();
    IrType.Reference gradientsType = reference(gradients);
    ExecutableElement jvp =
        hasFields
            ? null
            : methods(generated, prefix + "Jvp", operandTypes(member), wrt.size()).orElse(null);
    int components = gradients.getRecordComponents().size();
    return new GeneratedDerivative(
        member(backward),
        gradientsType,
        wrt,
        gradients.getRecordComponents().subList(components - wrt.size(), components).stream()
            .map(
                component ->
                    GeneratedDerivative.accessor(
                        gradientsType, component.getSimpleName().toString()))
            .toList(),
        jvp == null ? null : member(jvp),
        jvp == null
            ? null
            : reference((TypeElement) ((DeclaredType) jvp.getReturnType()).asElement()));
  }

  /** The method with the given leading parameters and so many more. */
  private Optional<ExecutableElement> methods(
      TypeElement owner, String name, List<String> leading, int more) {
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(
            method -> {
              List<String> parameters = parameterTypes(method);
              return parameters.size() == leading.size() + more
                  && parameters.subList(0, leading.size()).equals(leading);
            })
        .findFirst();
  }

  private JavaMember member(ExecutableElement method) {
    TypeElement owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        owner.getQualifiedName().toString(),
        method.getSimpleName().toString(),
        parameterTypes(method),
        List.of(),
        JavaMember.Effects.READS_STATE);
  }

  private List<String> parameterTypes(ExecutableElement method) {
    return method.getParameters().stream().map(parameter -> erased(parameter.asType())).toList();
  }

  private static IrType.Reference reference(TypeElement type) {
    return new IrType.Reference(type.getQualifiedName().toString());
  }

  private static Optional<AnnotationMirror> annotation(Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(name)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  private List<Integer> positions(AnnotationMirror annotation, String name) {
    return ((List<?>) value(annotation, name))
        .stream().map(entry -> (Integer) ((AnnotationValue) entry).getValue()).toList();
  }

  private Object value(AnnotationMirror annotation, String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        elements.getElementValuesWithDefaults(annotation).entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue().getValue();
      }
    }
    throw new IllegalStateException(annotation + " without '" + name + "'");
  }
}
