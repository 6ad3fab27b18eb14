package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Java's types: the questions the language asks of them, and their image in the IR. */
final class JavaTypes {
  private static final List<TypeKind> WIDENING =
      List.of(
          TypeKind.BYTE,
          TypeKind.SHORT,
          TypeKind.INT,
          TypeKind.LONG,
          TypeKind.FLOAT,
          TypeKind.DOUBLE);

  private final ElementsWithLocals elements;
  private final Types types;
  private final RecordTypes records;
  private final MemberIndex members;
  private final boolean isRecovering;
  private final Map<TypeParameterElement, IrType> variables;

  /**
   * @param compiler what the compiler itself knows
   */
  JavaTypes(Elements compiler, Types types, RecordSources sources) {
    this.elements = new ElementsWithLocals(compiler, types);
    this.isRecovering = compiler.getClass().getName().startsWith("org.eclipse.");
    this.types = types;
    this.records = new RecordTypes(this, sources);
    this.members = new MemberIndex(elements);
    this.variables = Map.of();
  }

  private JavaTypes(JavaTypes all, Map<TypeParameterElement, IrType> variables) {
    this.elements = all.elements;
    this.types = all.types;
    this.records = all.records;
    this.members = all.members;
    this.isRecovering = all.isRecovering;
    this.variables = Map.copyOf(variables);
  }

  /** The same types, where type variables stand for what is known of them. */
  JavaTypes with(Map<TypeParameterElement, IrType> known) {
    return known.isEmpty() ? this : new JavaTypes(this, known);
  }

  /** The same types, where type variables stand for what is known of them and nothing else. */
  JavaTypes only(Map<TypeParameterElement, IrType> known) {
    return new JavaTypes(this, known);
  }

  RecordTypes records() {
    return records;
  }

  MemberIndex members() {
    return members;
  }

  ElementsWithLocals elements() {
    return elements;
  }

  Types types() {
    return types;
  }

  /** Whether the compiler runs processors on what is not even syntax, as Eclipse's does. */
  boolean isSyntaxRecovered() {
    return isRecovering;
  }

  /** The type of an expression whose type the context decides. */
  TypeMirror untyped() {
    return types.getNoType(TypeKind.NONE);
  }

  PrimitiveType primitive(TypeKind kind) {
    return types.getPrimitiveType(kind);
  }

  /** A class that every compilation has, or that is known to be there. */
  TypeMirror declared(String qualifiedName) {
    TypeElement element = elements.getTypeElement(qualifiedName);
    if (element == null) {
      throw new IllegalStateException("no class " + qualifiedName + " on the class path");
    }
    return types.getDeclaredType(element);
  }

  boolean isClass(TypeMirror type, String qualifiedName) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(qualifiedName);
  }

  boolean isString(TypeMirror type) {
    return isClass(type, "java.lang.String");
  }

  /** The primitive type a value converts to by itself or by unboxing. */
  @Nullable PrimitiveType unboxed(TypeMirror type) {
    if (type instanceof PrimitiveType primitive && type.getKind().isPrimitive()) {
      return primitive;
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return null;
    }
    try {
      return types.unboxedType(type);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  TypeMirror boxed(TypeMirror type) {
    return type instanceof PrimitiveType primitive && type.getKind().isPrimitive()
        ? types.boxedClass(primitive).asType()
        : type;
  }

  boolean isNumeric(TypeMirror type) {
    PrimitiveType primitive = unboxed(type);
    return primitive != null && primitive.getKind() != TypeKind.BOOLEAN;
  }

  boolean isBoolean(TypeMirror type) {
    PrimitiveType primitive = unboxed(type);
    return primitive != null && primitive.getKind() == TypeKind.BOOLEAN;
  }

  /** Unary numeric promotion. */
  PrimitiveType promoted(PrimitiveType type) {
    return switch (type.getKind()) {
      case BYTE, SHORT, CHAR -> primitive(TypeKind.INT);
      default -> type;
    };
  }

  /** Binary numeric promotion. */
  PrimitiveType promoted(PrimitiveType left, PrimitiveType right) {
    for (TypeKind kind : new TypeKind[] {TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG}) {
      if (left.getKind() == kind || right.getKind() == kind) {
        return primitive(kind);
      }
    }
    return primitive(TypeKind.INT);
  }

  /**
   * The class whose members a value of a type has.
   *
   * @param fits which of several bounds is meant
   */
  @Nullable TypeElement classOf(TypeMirror type, Predicate<TypeElement> fits) {
    return switch (type) {
      case TypeVariable variable -> classOf(variable.getUpperBound(), fits);
      case IntersectionType bounds ->
          bounds.getBounds().stream()
              .map(each -> classOf(each, fits))
              .filter(owner -> owner != null && fits.test(owner))
              .findFirst()
              .orElse(null);
      case DeclaredType declared when type.getKind() == TypeKind.DECLARED ->
          (TypeElement) declared.asElement();
      default -> null;
    };
  }

  /** Whether a value converts by identity, primitive widening or reference widening. */
  boolean isStrictlyConvertible(TypeMirror from, TypeMirror to) {
    if (from.getKind().isPrimitive() || to.getKind().isPrimitive()) {
      return from.getKind() == to.getKind() || widens(from.getKind(), to.getKind());
    }
    return from.getKind() == TypeKind.NULL
        || types.isSubtype(types.erasure(from), types.erasure(to));
  }

  /** As {@link #isStrictlyConvertible}, with boxing and unboxing allowed before. */
  boolean isLooselyConvertible(TypeMirror from, TypeMirror to) {
    if (isStrictlyConvertible(from, to)) {
      return true;
    }
    PrimitiveType unboxed = unboxed(from);
    if (to.getKind().isPrimitive()) {
      return unboxed != null && isStrictlyConvertible(unboxed, to);
    }
    return from.getKind().isPrimitive() && isStrictlyConvertible(boxed(from), to);
  }

  private static boolean widens(TypeKind from, TypeKind to) {
    int target = WIDENING.indexOf(to);
    if (from == TypeKind.CHAR) {
      return target >= WIDENING.indexOf(TypeKind.INT);
    }
    int source = WIDENING.indexOf(from);
    return source >= 0 && source < target;
  }

  /** The type as the IR has it. */
  IrType irType(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return ScalarType.valueOf(type.getKind().name());
    }
    if (type.getKind() == TypeKind.TYPEVAR) {
      return variable((TypeVariable) type);
    }
    IrType.Composite composite = records.find(type, this).orElse(null);
    if (composite != null) {
      return composite;
    }
    TypeMirror element = type;
    int rank = 0;
    while (element instanceof ArrayType array) {
      element = array.getComponentType();
      rank++;
    }
    if (rank > 0 && element.getKind().isPrimitive()) {
      return new IrType.Array(ScalarType.valueOf(element.getKind().name()), rank);
    }
    if (rank == 1 && isTensor(element)) {
      return new IrType.Array(IrType.Reference.TENSOR, 1);
    }
    return isListOfTensors(type)
        ? IrType.Array.ofTensors(IrType.Container.Kind.LIST)
        : new IrType.Reference(javaName(type));
  }

  /** The like, where numbers may be boxed: as what they are in the box. */
  IrType unboxedType(TypeMirror type) {
    PrimitiveType primitive = unboxed(type);
    return irType(primitive == null ? type : primitive);
  }

  /**
   * What is kept of an object that is declared to be of a type, where it is the box of a number.
   *
   * @param number what is in it
   * @return {@code null} if it is kept as an object
   */
  @Nullable ScalarType bare(TypeMirror declared, @Nullable IrType number) {
    if (!(number instanceof ScalarType scalar) || !scalar.isFloatingPoint()) {
      return null;
    }
    boolean isBox = isClass(declared, boxedName(scalar)) || isClass(declared, "java.lang.Number");
    return isBox ? scalar : null;
  }

  /** Whether objects of a type are texts, enum constants or boxes. */
  boolean isValue(TypeMirror type) {
    return isText(type) || (!type.getKind().isPrimitive() && unboxed(type) != null);
  }

  /** Whether objects of a type are texts or enum constants. */
  boolean isText(TypeMirror type) {
    return isString(type)
        || (type instanceof DeclaredType declared
            && declared.asElement().getKind() == ElementKind.ENUM);
  }

  /** Whether a type is made of a type variable of a class, which generated code cannot name. */
  static boolean isOpen(TypeMirror type) {
    return switch (type) {
      case TypeVariable variable ->
          variable.asElement() instanceof TypeParameterElement parameter
              && parameter.getGenericElement() instanceof TypeElement;
      case ArrayType array -> isOpen(array.getComponentType());
      case DeclaredType declared ->
          declared.getTypeArguments().stream().anyMatch(JavaTypes::isOpen);
      case WildcardType wildcard ->
          (wildcard.getExtendsBound() != null && isOpen(wildcard.getExtendsBound()))
              || (wildcard.getSuperBound() != null && isOpen(wildcard.getSuperBound()));
      default -> false;
    };
  }

  /** The type as Java spells it where it has to be a class. */
  static String boxedName(IrType type) {
    return switch (type) {
      case ScalarType.INT -> "java.lang.Integer";
      case ScalarType.CHAR -> "java.lang.Character";
      case ScalarType scalar ->
          "java.lang."
              + Character.toUpperCase(scalar.javaName().charAt(0))
              + scalar.javaName().substring(1);
      case IrType other -> other.javaName();
    };
  }

  private IrType variable(TypeVariable type) {
    IrType known =
        type.asElement() instanceof TypeParameterElement element ? variables.get(element) : null;
    return known != null ? known : irType(types.erasure(type));
  }

  private boolean isTensor(TypeMirror type) {
    return isClass(type, IrType.Reference.TENSOR.javaName());
  }

  private boolean isListOfTensors(TypeMirror type) {
    return (isClass(type, "java.util.List") || isClass(type, "java.util.ArrayList"))
        && ((DeclaredType) type).getTypeArguments().size() == 1
        && isTensor(((DeclaredType) type).getTypeArguments().getFirst());
  }

  /** Whether generated code could not take or hand out values of a type as it does. */
  boolean isSpecialList(TypeMirror type) {
    return isListOfTensors(type) && !isClass(type, "java.util.List");
  }

  /** The type of a component or field, which generated code hands over as it is declared. */
  IrType irComponent(TypeMirror type) {
    return isSpecialList(type) ? new IrType.Reference(javaName(type)) : irType(type);
  }

  /** The type as the IR has it; {@code null} for {@code void}. */
  @Nullable IrType irResult(TypeMirror type) {
    return type.getKind() == TypeKind.VOID ? null : irType(type);
  }

  /** The type as Java source spells it, with qualified names and without annotations. */
  String javaName(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> javaName(((ArrayType) type).getComponentType()) + "[]";
      case DECLARED, ERROR -> declaredName((DeclaredType) type);
      case TYPEVAR, INTERSECTION, UNION -> javaName(types.erasure(type));
      case WILDCARD -> wildcardName((WildcardType) type);
      case NULL, NONE -> "java.lang.Object";
      default -> type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  /** The erased type as Java source spells it. */
  String erasedName(TypeMirror type) {
    return javaName(types.erasure(type));
  }

  private String declaredName(DeclaredType type) {
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    String arguments =
        type.getTypeArguments().stream().map(this::javaName).collect(Collectors.joining(", "));
    return arguments.isEmpty() ? name : name + "<" + arguments + ">";
  }

  private String wildcardName(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return "? extends " + javaName(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + javaName(type.getSuperBound());
  }
}
