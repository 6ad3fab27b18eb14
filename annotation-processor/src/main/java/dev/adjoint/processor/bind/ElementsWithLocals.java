package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The compiler's elements, and {@link LocalElement}s beside them. */
final class ElementsWithLocals implements Elements {
  private final Elements elements;
  private final Types types;
  private final Map<String, LocalClassElement> locals = new HashMap<>();

  /**
   * @param types those that know of local ones
   */
  ElementsWithLocals(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Makes a class known by its name, which no other has. */
  void add(LocalClassElement local) {
    locals.put(local.getQualifiedName().toString(), local);
  }

  /** A name for a class declared inside a method, which no other has. */
  Name freeName(ExecutableElement method, Name simpleName) {
    TypeElement owner = Members.declaringClass(method);
    boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
    Name name = isConstructor ? owner.getSimpleName() : method.getSimpleName();
    String around = owner.getQualifiedName() + "." + name + IrType.METHOD;
    String free = around + "." + simpleName;
    for (int i = 1; locals.containsKey(free); i++) {
      free = around + i + "." + simpleName;
    }
    return elements.getName(free);
  }

  /** All classes declared inside methods that were met so far. */
  List<LocalClassElement> locals() {
    return List.copyOf(locals.values());
  }

  @Override
  public @Nullable TypeElement getTypeElement(CharSequence name) {
    LocalClassElement local = locals.get(name.toString());
    return local == null ? elements.getTypeElement(name) : local;
  }

  @Override
  public @Nullable PackageElement getPackageElement(CharSequence name) {
    return elements.getPackageElement(name);
  }

  @Override
  public @Nullable ModuleElement getModuleElement(CharSequence name) {
    return elements.getModuleElement(name);
  }

  @Override
  public PackageElement getPackageOf(Element element) {
    Element at = element;
    while (at instanceof LocalElement local) {
      at = local.getEnclosingElement();
    }
    return elements.getPackageOf(at);
  }

  @Override
  public List<? extends Element> getAllMembers(TypeElement type) {
    if (!(type instanceof LocalClassElement)) {
      return elements.getAllMembers(type);
    }
    Set<Element> all = new LinkedHashSet<>(type.getEnclosedElements());
    for (TypeMirror above : types.directSupertypes(type.asType())) {
      if (above instanceof DeclaredType declared) {
        getAllMembers((TypeElement) declared.asElement()).stream()
            .filter(member -> isInherited(member, all, type))
            .forEach(all::add);
      }
    }
    return new ArrayList<>(all);
  }

  private boolean isInherited(Element member, Set<Element> own, TypeElement type) {
    return member.getKind() != ElementKind.CONSTRUCTOR
        && !member.getModifiers().contains(Modifier.PRIVATE)
        && own.stream().noneMatch(other -> hides(other, member, type));
  }

  private boolean hides(Element own, Element inherited, TypeElement type) {
    return switch (inherited) {
      case ExecutableElement method ->
          own instanceof ExecutableElement other && overrides(other, method, type);
      default ->
          own.getKind().isField() == inherited.getKind().isField()
              && !(own instanceof ExecutableElement)
              && own.getSimpleName().equals(inherited.getSimpleName());
    };
  }

  @Override
  public boolean overrides(ExecutableElement lower, ExecutableElement upper, TypeElement type) {
    if (!(lower instanceof LocalElement || upper instanceof LocalElement)
        && !(type instanceof LocalClassElement)) {
      return elements.overrides(lower, upper, type);
    }
    boolean isCandidate =
        !lower.equals(upper)
            && lower.getKind() == ElementKind.METHOD
            && lower.getSimpleName().equals(upper.getSimpleName())
            && lower.getParameters().size() == upper.getParameters().size()
            && !Members.isStatic(lower)
            && !Members.isStatic(upper)
            && !Members.isPrivate(upper);
    return isCandidate && isBelow(lower, upper) && haveSameTypes(lower, upper, type);
  }

  /** Whether what a class declares or inherits from above stands for what an interface asks for. */
  private boolean isBelow(ExecutableElement lower, ExecutableElement upper) {
    TypeElement owner = Members.declaringClass(lower);
    TypeElement above = Members.declaringClass(upper);
    return types.isSubtype(types.erasure(owner.asType()), types.erasure(above.asType()))
        || (above.getKind().isInterface() && !owner.getKind().isInterface());
  }

  private boolean haveSameTypes(
      ExecutableElement lower, ExecutableElement upper, TypeElement type) {
    List<? extends TypeMirror> own = parameterTypes(lower, type);
    List<? extends TypeMirror> above = parameterTypes(upper, type);
    for (int i = 0; i < own.size(); i++) {
      if (!types.isSameType(types.erasure(own.get(i)), types.erasure(above.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private List<? extends TypeMirror> parameterTypes(ExecutableElement method, TypeElement type) {
    return ((ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method))
        .getParameterTypes();
  }

  @Override
  public Map<? extends ExecutableElement, ? extends AnnotationValue> getElementValuesWithDefaults(
      AnnotationMirror annotation) {
    return elements.getElementValuesWithDefaults(annotation);
  }

  @Override
  public @Nullable String getDocComment(Element element) {
    return element instanceof LocalElement ? null : elements.getDocComment(element);
  }

  @Override
  public boolean isDeprecated(Element element) {
    return !(element instanceof LocalElement) && elements.isDeprecated(element);
  }

  @Override
  public Name getBinaryName(TypeElement type) {
    return type instanceof LocalClassElement
        ? type.getQualifiedName()
        : elements.getBinaryName(type);
  }

  @Override
  public List<? extends AnnotationMirror> getAllAnnotationMirrors(Element element) {
    return element instanceof LocalElement
        ? element.getAnnotationMirrors()
        : elements.getAllAnnotationMirrors(element);
  }

  @Override
  public boolean hides(Element hider, Element hidden) {
    boolean isKnown = hider instanceof LocalElement || hidden instanceof LocalElement;
    return !isKnown && elements.hides(hider, hidden);
  }

  @Override
  public String getConstantExpression(Object value) {
    return elements.getConstantExpression(value);
  }

  @Override
  public void printElements(Writer writer, Element... printed) {
    elements.printElements(writer, printed);
  }

  @Override
  public Name getName(CharSequence text) {
    return elements.getName(text);
  }

  @Override
  public boolean isFunctionalInterface(TypeElement type) {
    return !(type instanceof LocalClassElement) && elements.isFunctionalInterface(type);
  }
}
