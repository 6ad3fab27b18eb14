package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import org.jspecify.annotations.Nullable;

/**
 * One array object as the compiler tells them apart: a parameter, an allocation, what a call or a
 * field yields. Variables that alias it are bound to the same location.
 */
final class Location {
  private final String name;
  private final IrType.Array type;
  private final @Nullable JavaMember field;

  Location(String name, IrType.Array type, @Nullable JavaMember field) {
    this.name = name;
    this.type = type;
    this.field = field;
  }

  Location(String name, IrType.Array type) {
    this(name, type, null);
  }

  String name() {
    return name;
  }

  IrType.Array type() {
    return type;
  }

  /** The field that the array was read from, so that others may see writes; else {@code null}. */
  @Nullable JavaMember field() {
    return field;
  }
}
