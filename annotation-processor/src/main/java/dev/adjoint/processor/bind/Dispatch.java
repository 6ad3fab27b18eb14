package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Which method a call runs, where that is known at compile time. */
final class Dispatch {
  private final MethodContext context;
  private final JavaTypes types;

  Dispatch(MethodContext context) {
    this.context = context;
    this.types = context.types();
  }

  /**
   * What a call runs.
   *
   * @param receiver the class of the object it is called on; the declaring class where that may be
   *     below it
   */
  record Target(ExecutableElement method, TypeElement receiver) {}

  /** The method that a call runs; {@code null} if that depends on the object it is called on. */
  @Nullable Target target(Callee callee) {
    ExecutableElement method = callee.method();
    TypeElement declaring = Members.declaringClass(method);
    if (callee.isStatic() || Members.isPrivate(method) || callee.isNamedDirectly()) {
      return isAbstract(method) ? null : new Target(method, enumOf(receiver(callee, declaring)));
    }
    if (!isAbstract(method) && !enumOf(declaring).equals(declaring)) {
      return new Target(method, enumOf(declaring));
    }
    TypeElement type = typeOf(callee);
    ExecutableElement own = implementation(type, method);
    if (own == null || own.getModifiers().contains(Modifier.NATIVE)) {
      return null;
    }
    if (isFinal(type) || isNeverExtended(type)) {
      return new Target(own, type);
    }
    boolean isDecided = Members.isFinal(own) || isNeverOverridden(type, own);
    boolean isEnum = type.getKind() == ElementKind.ENUM;
    return isDecided ? new Target(own, isEnum ? type : Members.declaringClass(own)) : null;
  }

  /** The body of a constant runs on an object that is known as one of the enum. */
  private static TypeElement enumOf(TypeElement type) {
    TypeElement above = type instanceof LocalClassElement ? RecordTypes.superclass(type) : null;
    return above != null && above.getKind() == ElementKind.ENUM ? above : type;
  }

  /** For a call of what a class above has: the object is still of the class it is of. */
  private TypeElement receiver(Callee callee, TypeElement declaring) {
    if (callee.isStatic()) {
      return declaring;
    }
    TypeElement type = typeOf(callee);
    boolean isKnown = isFinal(type) || isNeverExtended(type) || type.getKind() == ElementKind.ENUM;
    return isKnown ? type : declaring;
  }

  /** The class of what a call is made on, as far as it is known. */
  private TypeElement typeOf(Callee callee) {
    Typed receiver = callee.receiver();
    if (receiver == null) {
      return callee.owner();
    }
    TypeElement known = known(receiver.expression().type());
    if (known != null) {
      return known;
    }
    TypeMirror type = types.types().erasure(receiver.type());
    return type instanceof DeclaredType declared
            && type.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement element
        ? element
        : callee.owner();
  }

  /** The class that a variable's object was found to be of, which its declared type leaves open. */
  private @Nullable TypeElement known(@Nullable IrType type) {
    return switch (type) {
      case IrType.Record known -> types.elements().getTypeElement(known.className());
      case IrType.Reference known -> {
        TypeElement element = types.elements().getTypeElement(known.javaName());
        yield element != null && isFinal(element) ? element : null;
      }
      case null, default -> null;
    };
  }

  /** What an object of exactly a class runs; {@code null} if the class leaves it open. */
  @Nullable ExecutableElement implementation(TypeElement type, ExecutableElement method) {
    List<ExecutableElement> all =
        ElementFilter.methodsIn(types.elements().getAllMembers(type)).stream()
            .filter(own -> own.getSimpleName().equals(method.getSimpleName()))
            .filter(own -> own.equals(method) || types.elements().overrides(own, method, type))
            .toList();
    return all.stream()
        .filter(own -> !isAbstract(own))
        .filter(own -> all.stream().noneMatch(other -> replaces(other, own, type)))
        .findFirst()
        .orElse(null);
  }

  private boolean replaces(ExecutableElement other, ExecutableElement method, TypeElement type) {
    return !other.equals(method) && types.elements().overrides(other, method, type);
  }

  private static boolean isAbstract(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT);
  }

  /** Whether an object of a type is of exactly that class. */
  static boolean isFinal(TypeElement type) {
    return Members.isFinal(type) || type.getKind() == ElementKind.RECORD;
  }

  private boolean isNeverExtended(TypeElement type) {
    boolean isConcrete =
        type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.ABSTRACT);
    return isConcrete && isClosed(type) && below(type).isEmpty();
  }

  private boolean isNeverOverridden(TypeElement type, ExecutableElement method) {
    return isClosed(type)
        && !hasBodyFor(type, method)
        && below(type).stream().noneMatch(lower -> hasBodyFor(lower, method))
        && below(type).stream()
            .allMatch(
                lower -> isAbstractType(lower) || method.equals(implementation(lower, method)));
  }

  /** Whether a constant of an enum has a method of its own instead of one. */
  private boolean hasBodyFor(TypeElement type, ExecutableElement method) {
    if (type.getKind() != ElementKind.ENUM || isFinal(type)) {
      return false;
    }
    Map<String, LocalClassElement> bodies = context.functions().enumBodies(type);
    return bodies == null
        || bodies.values().stream().anyMatch(body -> !method.equals(implementation(body, method)));
  }

  private static boolean isAbstractType(TypeElement type) {
    return type.getModifiers().contains(Modifier.ABSTRACT);
  }

  /**
   * Whether only classes of its own package can extend a class, and none seen inside of a method
   * does.
   */
  private boolean isClosed(TypeElement type) {
    boolean isOpen =
        type.getModifiers().contains(Modifier.PUBLIC)
            && (type.getKind().isInterface()
                || ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                    .anyMatch(Dispatch::isOpen));
    return !isOpen && !context.isExtendedInside(type.getSimpleName().toString());
  }

  private static boolean isOpen(ExecutableElement constructor) {
    return constructor.getModifiers().contains(Modifier.PUBLIC)
        || constructor.getModifiers().contains(Modifier.PROTECTED);
  }

  /** The classes of the package that are below another. */
  private List<TypeElement> below(TypeElement type) {
    List<TypeElement> below = new ArrayList<>();
    collectBelow(type, types.elements().getPackageOf(type), below);
    return below;
  }

  private void collectBelow(TypeElement type, Element at, List<TypeElement> below) {
    for (TypeElement inner : ElementFilter.typesIn(at.getEnclosedElements())) {
      TypeMirror itself = types.types().erasure(inner.asType());
      if (!inner.equals(type)
          && types.types().isSubtype(itself, types.types().erasure(type.asType()))) {
        below.add(inner);
      }
      collectBelow(type, inner, below);
    }
  }
}
