package dev.adjoint.processor.bind;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Members of a class by name, inherited ones included, as seen from a given class. */
final class Members {
  private final Elements elements;
  private final TypeElement viewer;
  private final MemberIndex index;

  /**
   * @param viewer the class whose code uses the members
   */
  Members(JavaTypes types, TypeElement viewer) {
    this.elements = types.elements();
    this.index = types.members();
    this.viewer = viewer;
  }

  @Nullable VariableElement field(TypeElement owner, String name) {
    return ElementFilter.fieldsIn(named(owner, name)).stream().findFirst().orElse(null);
  }

  @Nullable TypeElement type(TypeElement owner, String name) {
    return ElementFilter.typesIn(named(owner, name)).stream().findFirst().orElse(null);
  }

  /** Methods of a name, without those that another one in the list overrides. */
  List<ExecutableElement> methods(TypeElement owner, String name) {
    List<ExecutableElement> all = ElementFilter.methodsIn(named(owner, name));
    if (all.isEmpty() && owner.getKind().isInterface()) {
      return methods(elements.getTypeElement("java.lang.Object"), name);
    }
    return all.stream()
        .filter(method -> all.stream().noneMatch(other -> replaces(other, method, owner)))
        .toList();
  }

  List<ExecutableElement> constructors(TypeElement owner) {
    return ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
        .filter(this::isAccessible)
        .toList();
  }

  private boolean replaces(ExecutableElement other, ExecutableElement method, TypeElement owner) {
    return !other.equals(method) && elements.overrides(other, method, owner);
  }

  private List<Element> named(TypeElement owner, String name) {
    return index.named(owner, name).stream().filter(this::isAccessible).toList();
  }

  private boolean isAccessible(Element member) {
    if (member.getModifiers().contains(Modifier.PRIVATE)) {
      return outermost(member).equals(outermost(viewer));
    }
    boolean isOpen =
        member.getModifiers().contains(Modifier.PUBLIC)
            || member.getModifiers().contains(Modifier.PROTECTED);
    return isOpen || elements.getPackageOf(member).equals(elements.getPackageOf(viewer));
  }

  /** The top-level class around an element. */
  static TypeElement outermost(Element element) {
    Element at = element;
    Element outer = at.getEnclosingElement();
    while (outer != null && outer.getKind() != ElementKind.PACKAGE) {
      at = outer;
      outer = at.getEnclosingElement();
    }
    return (TypeElement) at;
  }

  /** The class that declares a method, constructor or field. */
  static TypeElement declaringClass(Element member) {
    if (member.getEnclosingElement() instanceof TypeElement type) {
      return type;
    }
    throw new IllegalStateException(member + " is no member of a class");
  }

  static boolean isStatic(Element element) {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  static boolean isPrivate(Element element) {
    return element.getModifiers().contains(Modifier.PRIVATE);
  }

  static boolean isFinal(Element element) {
    return element.getModifiers().contains(Modifier.FINAL);
  }
}
