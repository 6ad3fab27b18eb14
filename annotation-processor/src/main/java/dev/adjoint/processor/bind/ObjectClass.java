package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import java.util.List;
import java.util.Set;

/**
 * A class that is no record, of which all constructors have source up to {@code Object}.
 *
 * @param name qualified
 * @param supertypes the qualified names of all classes and interfaces above it
 * @param fields its own and those it inherits, no two of one name
 */
public record ObjectClass(String name, Set<String> supertypes, List<Field> fields) {
  public ObjectClass {
    supertypes = Set.copyOf(supertypes);
    fields = List.copyOf(fields);
  }

  /**
   * A field of its objects.
   *
   * @param isConstant whether it is declared to carry no derivative
   */
  public record Field(String name, IrType type, boolean isConstant) {}

  /** A field by its name. */
  public Field field(String field) {
    return fields.stream()
        .filter(each -> each.name().equals(field))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " has no field " + field));
  }

  /** Whether its objects are of a type as well. */
  public boolean isSubtypeOf(String type) {
    return name.equals(type) || supertypes.contains(type);
  }
}
