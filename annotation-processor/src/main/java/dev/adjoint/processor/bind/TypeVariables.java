package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Finds what type variables stand for, from declared types and what is really there. */
final class TypeVariables {
  private final Map<TypeParameterElement, IrType> found = new HashMap<>();
  private final Set<TypeParameterElement> ambiguous = new HashSet<>();
  private final Set<TypeParameterElement> objects = new HashSet<>();

  /** What each stands for; one that would stand for several types stands for none. */
  Map<TypeParameterElement, IrType> found() {
    found.keySet().removeAll(ambiguous);
    found
        .entrySet()
        .removeIf(e -> e.getValue() instanceof ScalarType && objects.contains(e.getKey()));
    return found;
  }

  /** Notes that something declared as a type is an object, which may be missing. */
  void matchObject(TypeMirror declared) {
    if (declared instanceof TypeVariable variable
        && variable.asElement() instanceof TypeParameterElement parameter) {
      objects.add(parameter);
    }
  }

  /** Notes that something declared as one type is of another. */
  void match(TypeMirror declared, IrType own) {
    switch (declared) {
      case TypeVariable variable
          when variable.asElement() instanceof TypeParameterElement parameter ->
          add(parameter, own);
      case DeclaredType type
          when own instanceof IrType.Record record
              && type.asElement() instanceof TypeElement element ->
          matchComponents(type, element, record);
      default -> {}
    }
  }

  private void add(TypeParameterElement parameter, IrType own) {
    IrType other = found.putIfAbsent(parameter, own);
    if (other != null && !other.equals(own)) {
      ambiguous.add(parameter);
    }
  }

  /** The type arguments of a record are the types of the components that are declared by them. */
  private void matchComponents(DeclaredType type, TypeElement element, IrType.Record own) {
    boolean isIt =
        element.getQualifiedName().contentEquals(own.className())
            && element.getTypeParameters().size() == type.getTypeArguments().size();
    if (!isIt) {
      return;
    }
    for (RecordComponentElement component : element.getRecordComponents()) {
      int index = parameter(component.asType(), element);
      int position = own.indexOf(component.getSimpleName().toString());
      if (index >= 0 && position >= 0) {
        match(type.getTypeArguments().get(index), own.components().get(position).type());
      }
    }
  }

  private static int parameter(TypeMirror component, TypeElement element) {
    return component instanceof TypeVariable variable
        ? element.getTypeParameters().indexOf(variable.asElement())
        : -1;
  }
}
