package dev.adjoint.processor.bind;

import static java.util.stream.Collectors.joining;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.IrType.Record.Trait;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are known by their components: records that hold something differentiable, sealed
 * types of such records, and the receivers of instance methods. Records that hold themselves are
 * not.
 */
final class RecordTypes {
  private final JavaTypes types;
  private final RecordSources sources;
  private final SealedTypes sealed;
  private final Map<String, Optional<IrType.Composite>> known = new HashMap<>();

  RecordTypes(JavaTypes types, RecordSources sources) {
    this.types = types;
    this.sources = sources;
    this.sealed = new SealedTypes(types);
  }

  /** Whether values of a type are known by their parts. */
  boolean isKnown(TypeMirror type) {
    return find(type).isPresent();
  }

  /** The type of a record, which {@link #isKnown}. */
  IrType.Record recordOf(TypeMirror type) {
    return (IrType.Record) find(type).orElseThrow();
  }

  /** A record, or sealed type of records; empty if it is not known by its parts. */
  Optional<IrType.Composite> find(TypeMirror type) {
    return find(type, types);
  }

  /**
   * The like.
   *
   * @param context what type variables stand for
   */
  Optional<IrType.Composite> find(TypeMirror type, JavaTypes context) {
    return type.getKind() == TypeKind.DECLARED
            && type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && (element.getKind() == ElementKind.RECORD || SealedTypes.isSealed(element))
        ? find(element, declared.getTypeArguments(), context)
        : Optional.empty();
  }

  private Optional<IrType.Composite> find(
      TypeElement element, List<? extends TypeMirror> arguments, JavaTypes context) {
    boolean isWhole =
        arguments.size() == element.getTypeParameters().size()
            && arguments.stream().noneMatch(a -> a.getKind() == TypeKind.WILDCARD);
    if (!isWhole) {
      return Optional.empty();
    }
    List<IrType> types = arguments.stream().map(context::unboxedType).toList();
    String name = name(element, types);
    Optional<IrType.Composite> found = known.get(name);
    if (found == null) {
      known.put(name, Optional.empty()); // what holds itself is not known by its parts
      found =
          reaches(element, element, new HashSet<>())
              ? Optional.empty()
              : describe(element, name, types);
      known.put(name, found);
    }
    return found;
  }

  private static String name(TypeElement element, List<IrType> arguments) {
    String name = element.getQualifiedName().toString();
    return arguments.isEmpty()
        ? name
        : arguments.stream().map(JavaTypes::boxedName).collect(joining(", ", name + "<", ">"));
  }

  private Optional<IrType.Composite> describe(
      TypeElement element, String name, List<IrType> arguments) {
    if (element.getKind() != ElementKind.RECORD) {
      return sealed.describe(element);
    }
    Map<TypeParameterElement, IrType> variables = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      variables.put(element.getTypeParameters().get(i), arguments.get(i));
    }
    return Optional.<IrType.Composite>of(record(element, name, types.with(variables)))
        .filter(type -> type.isDifferentiable() || element instanceof LocalClassElement);
  }

  /** Whether a record or sealed type holds another, at whatever depth. */
  private static boolean reaches(TypeElement from, TypeElement wanted, Set<TypeElement> seen) {
    return seen.add(from)
        && held(from)
            .anyMatch(
                type ->
                    type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement held
                        && (held.equals(wanted) || reaches(held, wanted, seen)));
  }

  private static Stream<TypeMirror> held(TypeElement type) {
    return SealedTypes.isSealed(type)
        ? type.getPermittedSubclasses().stream().map(permitted -> permitted)
        : type.getRecordComponents().stream().map(component -> component.asType());
  }

  private IrType.Record record(TypeElement element, String name, JavaTypes inside) {
    return new IrType.Record(
        name,
        sources.traits(element),
        element.getRecordComponents().stream().map(c -> component(c, inside)).toList());
  }

  private static IrType.Component component(RecordComponentElement component, JavaTypes inside) {
    String name = component.getSimpleName().toString();
    boolean isConstant =
        DifferentiableAnnotation.isNoDiff(component)
            || ElementFilter.fieldsIn(Members.declaringClass(component).getEnclosedElements())
                .stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .anyMatch(DifferentiableAnnotation::isNoDiff);
    return new IrType.Component(name, inside.irComponent(component.asType()), isConstant);
  }

  /** The type of the receiver in the methods of a class, whatever its type arguments are. */
  IrType.Composite receiver(TypeElement owner) {
    boolean isRecord = owner.getKind() == ElementKind.RECORD;
    if (owner.getTypeParameters().isEmpty() || !isRecord) {
      return find(owner.asType()).orElseGet(() -> fields(owner));
    }
    IrType.Record record = record(owner, withWildcards(owner), types);
    return record.isDifferentiable() ? record : fields(owner);
  }

  private static String withWildcards(TypeElement owner) {
    String name = owner.getQualifiedName().toString();
    return owner.getTypeParameters().isEmpty()
        ? name
        : owner.getTypeParameters().stream().map(_ -> "?").collect(joining(", ", name + "<", ">"));
  }

  private IrType.Record fields(TypeElement owner) {
    Set<Trait> traits = EnumSet.of(Trait.RECEIVER);
    if (RecordSources.isVisible(owner)) {
      traits.add(Trait.VISIBLE);
    }
    Map<String, IrType.Component> fields = new LinkedHashMap<>();
    for (TypeElement at = owner; at != null; at = superclass(at)) {
      for (VariableElement field : ElementFilter.fieldsIn(at.getEnclosedElements())) {
        if (isVisible(field, owner)) {
          fields.putIfAbsent(field.getSimpleName().toString(), component(field));
          if (!Members.isFinal(field)) {
            traits.add(Trait.MUTABLE);
          }
        }
      }
    }
    return new IrType.Record(
        withWildcards(owner),
        traits,
        fields.values().stream().filter(IrType.Component::isDifferentiable).toList());
  }

  /** Whether a field is a component whose accessor yields it as it is. */
  boolean hasPlainAccessor(VariableElement field) {
    TypeElement owner = Members.declaringClass(field);
    if (owner.getKind() != ElementKind.RECORD || Members.isStatic(field)) {
      return false;
    }
    Set<Trait> traits = sources.traits(owner);
    return traits.contains(Trait.PLAIN_ACCESSORS) && !traits.contains(Trait.COPYING_ACCESSORS);
  }

  static @Nullable TypeElement superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType above
            && above.asElement() instanceof TypeElement element
        ? element
        : null;
  }

  private IrType.Component component(VariableElement field) {
    return new IrType.Component(
        field.getSimpleName().toString(),
        types.irComponent(field.asType()),
        DifferentiableAnnotation.isNoDiff(field),
        !Members.isFinal(field));
  }

  /** Whether code beside a class can read one of its fields, and does not know its value. */
  private boolean isVisible(VariableElement field, TypeElement owner) {
    boolean isNear =
        types.elements().getPackageOf(field).equals(types.elements().getPackageOf(owner));
    boolean isOpen =
        isNear ? !Members.isPrivate(field) : field.getModifiers().contains(Modifier.PUBLIC);
    return isOpen && !Members.isStatic(field) && field.getConstantValue() == null;
  }
}
