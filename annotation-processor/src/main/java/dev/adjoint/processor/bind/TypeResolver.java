package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.WildcardType;
import dev.adjoint.processor.parse.ParsedUnit;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What a type name in a method body means: from the inside out, as the language looks names up. */
final class TypeResolver {
  private final Elements elements;
  private final Types types;
  private final Members members;
  private final Imports imports;
  private final ExecutableElement method;
  private final LocalClasses locals;

  TypeResolver(
      JavaTypes types,
      Members members,
      ParsedUnit unit,
      ExecutableElement method,
      LocalClasses locals) {
    this.elements = types.elements();
    this.types = types.types();
    this.members = members;
    this.imports = new Imports(unit.tree(), elements, members);
    this.method = method;
    this.locals = locals;
  }

  Imports imports() {
    return imports;
  }

  /** The type that syntax names; {@code null} if there is none, or it is {@code var}. */
  @Nullable TypeMirror resolve(Type type) {
    return switch (type) {
      case PrimitiveType primitive -> types.getPrimitiveType(kind(primitive));
      case ArrayType array -> arrayOf(resolve(array.getComponentType()));
      case ClassOrInterfaceType named -> resolveNamed(named);
      case WildcardType wildcard -> resolveWildcard(wildcard);
      default -> null;
    };
  }

  private static TypeKind kind(PrimitiveType type) {
    return TypeKind.valueOf(type.getType().name());
  }

  private @Nullable TypeMirror arrayOf(@Nullable TypeMirror component) {
    return component == null ? null : types.getArrayType(component);
  }

  private TypeMirror resolveWildcard(WildcardType wildcard) {
    TypeMirror upper = wildcard.getExtendedType().map(this::resolve).orElse(null);
    TypeMirror lower = wildcard.getSuperType().map(this::resolve).orElse(null);
    return types.getWildcardType(upper, lower);
  }

  private @Nullable TypeMirror resolveNamed(ClassOrInterfaceType type) {
    if (type.getScope().isEmpty()) {
      TypeMirror variable = typeVariable(type.getNameAsString());
      if (variable != null) {
        return variable;
      }
    }
    TypeElement element = elementOf(type);
    if (element == null) {
      return null;
    }
    List<TypeMirror> arguments =
        type.getTypeArguments().stream()
            .flatMap(List::stream)
            .map(this::resolve)
            .filter(Objects::nonNull)
            .toList();
    boolean isComplete = arguments.size() == element.getTypeParameters().size();
    return isComplete && !arguments.isEmpty()
        ? types.getDeclaredType(element, arguments.toArray(TypeMirror[]::new))
        : types.getDeclaredType(element);
  }

  private @Nullable TypeElement elementOf(ClassOrInterfaceType type) {
    ClassOrInterfaceType scope = type.getScope().orElse(null);
    if (scope == null) {
      return simpleType(type.getNameAsString(), type);
    }
    TypeElement outer = elementOf(scope);
    return outer == null
        ? elements.getTypeElement(type.getNameWithScope())
        : members.type(outer, type.getNameAsString());
  }

  /**
   * The class or interface that a simple name stands for.
   *
   * @param user where it is named
   */
  @Nullable TypeElement simpleType(String name, Node user) {
    LocalClassElement local = locals.find(name, user);
    if (local != null) {
      return local;
    }
    return LocalClasses.declaration(name, user).isPresent() ? null : memberType(name);
  }

  private @Nullable TypeElement memberType(String name) {
    TypeElement enclosing = enclosingType(name);
    if (enclosing != null) {
      return enclosing;
    }
    TypeElement single = imports.singleType(name);
    if (single != null) {
      return single;
    }
    TypeElement sibling = elements.getTypeElement(inPackage(name));
    return sibling != null ? sibling : imports.onDemandType(name);
  }

  private String inPackage(String name) {
    String own = elements.getPackageOf(method).getQualifiedName().toString();
    return own.isEmpty() ? name : own + "." + name;
  }

  private @Nullable TypeElement enclosingType(String name) {
    for (Element at = method.getEnclosingElement();
        at instanceof TypeElement type;
        at = type.getEnclosingElement()) {
      if (type.getSimpleName().contentEquals(name)) {
        return type;
      }
      TypeElement member = members.type(type, name);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  private @Nullable TypeMirror typeVariable(String name) {
    for (Element at = method;
        at instanceof Parameterizable generic;
        at = generic.getEnclosingElement()) {
      for (TypeParameterElement parameter : generic.getTypeParameters()) {
        if (parameter.getSimpleName().contentEquals(name)) {
          return parameter.asType();
        }
      }
    }
    return null;
  }
}
