package dev.adjoint.processor.bind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The compiler's types, and those of {@link LocalElement}s beside them. */
final class TypesWithLocals implements Types {
  private final Types types;

  TypesWithLocals(Types types) {
    this.types = types;
  }

  private static boolean isLocal(@Nullable TypeMirror type) {
    return type instanceof LocalTypes.Plain;
  }

  private static boolean isLocal(TypeMirror first, TypeMirror second) {
    return isLocal(first) || isLocal(second);
  }

  /** Whether two types, one of which is local at least, are the same. */
  private boolean areSame(TypeMirror first, TypeMirror second) {
    return switch (first) {
      case LocalTypes.ClassType(var element, _) ->
          second instanceof LocalTypes.ClassType(var other, _) && element.equals(other);
      case LocalTypes.ArrayOf(var component) ->
          second instanceof LocalTypes.ArrayOf(var other) && isSameType(component, other);
      default -> false;
    };
  }

  private boolean haveSame(List<? extends TypeMirror> first, List<? extends TypeMirror> second) {
    boolean areSame = first.size() == second.size();
    for (int i = 0; i < first.size() && areSame; i++) {
      areSame = isSameType(first.get(i), second.get(i));
    }
    return areSame;
  }

  @Override
  public @Nullable Element asElement(TypeMirror type) {
    return switch (type) {
      case LocalTypes.ClassType local -> local.asElement();
      case LocalTypes.Plain _ -> null;
      default -> types.asElement(type);
    };
  }

  @Override
  public boolean isSameType(TypeMirror first, TypeMirror second) {
    return isLocal(first, second) ? areSame(first, second) : types.isSameType(first, second);
  }

  @Override
  public boolean isSubtype(TypeMirror lower, TypeMirror upper) {
    return switch (lower) {
      case LocalTypes.ArrayOf array when upper instanceof ArrayType above ->
          isSubtype(array.getComponentType(), above.getComponentType());
      case LocalTypes.Plain _ ->
          areSame(lower, upper)
              || directSupertypes(lower).stream().anyMatch(above -> isSubtype(above, upper));
      default -> isLocal(upper) ? lower.getKind() == TypeKind.NULL : types.isSubtype(lower, upper);
    };
  }

  @Override
  public boolean isAssignable(TypeMirror from, TypeMirror to) {
    return isLocal(from, to) ? isSubtype(from, to) : types.isAssignable(from, to);
  }

  @Override
  public boolean contains(TypeMirror first, TypeMirror second) {
    return isLocal(first, second) ? areSame(first, second) : types.contains(first, second);
  }

  @Override
  public boolean isSubsignature(ExecutableType first, ExecutableType second) {
    return isLocal(first, second)
        ? haveSame(first.getParameterTypes(), second.getParameterTypes())
        : types.isSubsignature(first, second);
  }

  @Override
  public List<? extends TypeMirror> directSupertypes(TypeMirror type) {
    return switch (type) {
      case LocalTypes.ClassType local -> {
        List<TypeMirror> above = new ArrayList<>();
        if (local.asElement().getSuperclass().getKind() != TypeKind.NONE) {
          above.add(local.asElement().getSuperclass());
        }
        above.addAll(local.asElement().getInterfaces());
        yield above;
      }
      case LocalTypes.ArrayOf _ ->
          types.directSupertypes(types.getArrayType(types.getPrimitiveType(TypeKind.INT)));
      default -> types.directSupertypes(type);
    };
  }

  @Override
  public TypeMirror erasure(TypeMirror type) {
    return isLocal(type) ? type : types.erasure(type);
  }

  @Override
  public TypeElement boxedClass(PrimitiveType type) {
    return types.boxedClass(type);
  }

  @Override
  public PrimitiveType unboxedType(TypeMirror type) {
    if (isLocal(type)) {
      throw new IllegalArgumentException(type + " is no box");
    }
    return types.unboxedType(type);
  }

  @Override
  public TypeMirror capture(TypeMirror type) {
    return isLocal(type) ? type : types.capture(type);
  }

  @Override
  public PrimitiveType getPrimitiveType(TypeKind kind) {
    return types.getPrimitiveType(kind);
  }

  @Override
  public NullType getNullType() {
    return types.getNullType();
  }

  @Override
  public NoType getNoType(TypeKind kind) {
    return types.getNoType(kind);
  }

  @Override
  public ArrayType getArrayType(TypeMirror component) {
    return isLocal(component) ? new LocalTypes.ArrayOf(component) : types.getArrayType(component);
  }

  @Override
  public WildcardType getWildcardType(@Nullable TypeMirror upper, @Nullable TypeMirror lower) {
    return types.getWildcardType(isLocal(upper) ? null : upper, isLocal(lower) ? null : lower);
  }

  /** A generic type of local classes is one of objects, as far as the compiler can tell. */
  @Override
  public DeclaredType getDeclaredType(TypeElement element, TypeMirror... arguments) {
    if (element instanceof LocalClassElement local) {
      return local.asType();
    }
    return types.getDeclaredType(
        element, Arrays.stream(arguments).map(this::known).toArray(TypeMirror[]::new));
  }

  /** What the compiler knows above a type. */
  private TypeMirror known(TypeMirror type) {
    return switch (type) {
      case LocalTypes.ClassType local ->
          local.asElement().getSuperclass().getKind() == TypeKind.NONE
              ? object()
              : known(local.asElement().getSuperclass());
      case LocalTypes.Plain _ -> object();
      default -> type;
    };
  }

  private TypeMirror object() {
    return types
        .directSupertypes(types.getArrayType(types.getPrimitiveType(TypeKind.INT)))
        .getFirst();
  }

  @Override
  public DeclaredType getDeclaredType(
      @Nullable DeclaredType containing, TypeElement element, TypeMirror... arguments) {
    return containing == null || isLocal(containing)
        ? getDeclaredType(element, arguments)
        : types.getDeclaredType(containing, element, arguments);
  }

  @Override
  public TypeMirror asMemberOf(DeclaredType containing, Element element) {
    if (!isLocal(containing)) {
      return types.asMemberOf(containing, element);
    }
    if (element instanceof LocalElement) {
      return element.asType();
    }
    for (TypeMirror above : directSupertypes(containing)) {
      boolean isInherited =
          element.getEnclosingElement() instanceof TypeElement owner
              && isSubtype(erasure(above), erasure(owner.asType()));
      if (isInherited && above instanceof DeclaredType declared) {
        return asMemberOf(declared, element);
      }
    }
    return element.asType();
  }
}
