package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Sealed interfaces and classes as the classes their objects are of. Known are those of which each
 * class is a record, or has no numbers in it.
 */
final class SealedTypes {
  private final JavaTypes types;

  SealedTypes(JavaTypes types) {
    this.types = types;
  }

  static boolean isSealed(TypeElement element) {
    return element.getModifiers().contains(Modifier.SEALED);
  }

  /** The classes of the objects of a type, in the order of the permits clauses. */
  static List<TypeElement> leaves(TypeElement element) {
    Set<TypeElement> leaves = new LinkedHashSet<>();
    collect(element, leaves, new HashSet<>());
    return List.copyOf(leaves);
  }

  private static void collect(TypeElement element, Set<TypeElement> leaves, Set<TypeElement> seen) {
    if (!seen.add(element)) {
      return;
    }
    if (!isSealed(element)) {
      leaves.add(element);
      return;
    }
    boolean isClassItself =
        element.getKind() == ElementKind.CLASS
            && !element.getModifiers().contains(Modifier.ABSTRACT);
    if (isClassItself) {
      leaves.add(element);
    }
    for (TypeMirror permitted : element.getPermittedSubclasses()) {
      if (permitted instanceof DeclaredType declared) {
        collect((TypeElement) declared.asElement(), leaves, seen);
      }
    }
  }

  /** The type; empty if it is not known as the classes of its objects. */
  Optional<IrType.Composite> describe(TypeElement element) {
    if (!isSealed(element) || !element.getTypeParameters().isEmpty() || hasNumbers(element)) {
      return Optional.empty();
    }
    List<IrType> alternatives = new ArrayList<>();
    for (TypeElement leaf : leaves(element)) {
      IrType alternative = alternative(leaf);
      if (alternative == null) {
        return Optional.empty();
      }
      alternatives.add(alternative);
    }
    String name = element.getQualifiedName().toString();
    IrType.Union union = new IrType.Union(name, RecordSources.isVisible(element), alternatives);
    boolean isKnown =
        union.isDifferentiable() && union.parts().stream().noneMatch(Containers::holdTensors);
    return isKnown ? Optional.of(union) : Optional.empty();
  }

  private @Nullable IrType alternative(TypeElement leaf) {
    boolean isOpen =
        !leaf.getTypeParameters().isEmpty()
            || (leaf.getKind() == ElementKind.CLASS && !Members.isFinal(leaf));
    if (isOpen || leaf.getKind().isInterface()) {
      return null;
    }
    IrType type = types.irType(leaf.asType());
    return type instanceof IrType.Reference && hasNumbers(leaf) ? null : type;
  }

  /** Whether objects of a class hold something that could carry a derivative. */
  private boolean hasNumbers(TypeElement element) {
    for (TypeElement at = element; at != null; at = RecordTypes.superclass(at)) {
      for (VariableElement field : ElementFilter.fieldsIn(at.getEnclosedElements())) {
        if (!Members.isStatic(field) && mayHoldNumbers(field)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean mayHoldNumbers(VariableElement field) {
    return !DifferentiableAnnotation.isNoDiff(field)
        && (types.irType(field.asType()).isDifferentiable()
            || new DifferentiableTypes(types).hidesNumbers(field.asType()));
  }
}
