package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One array object as the compiler tells them apart: a parameter, an allocation, what a call or a
 * field yields. Variables that alias it are bound to the same location.
 */
final class Location extends Identity<Location> {
  private final String name;
  private final IrType.Array type;
  private final @Nullable JavaMember field;
  private boolean isGiven;
  private boolean isMissing;

  private Location(String name, IrType.Array type, @Nullable JavaMember field, int age) {
    super(age);
    this.name = name;
    this.type = type;
    this.field = field;
  }

  Location(String name, IrType.Array type, @Nullable JavaMember field) {
    this(name, type, field, 0);
  }

  Location(String name, IrType.Array type) {
    this(name, type, null, 0);
  }

  /** One of several arrays, chosen after all of {@code known} were there. */
  static Location chosen(String name, IrType.Array type, Collection<Location> known) {
    return new Location(name, type, null, afterAll(known));
  }

  @Override
  Location itself() {
    return this;
  }

  String name() {
    return name;
  }

  IrType.Array type() {
    return type;
  }

  /** Notes that the caller knows this array as well. */
  void isGivenByCaller() {
    isGiven = true;
  }

  /** Whether the caller knows this array as well. */
  boolean isGiven() {
    return isGiven;
  }

  /** Notes that there is no array: {@code null}. */
  void isMissing(boolean missing) {
    isMissing = missing;
  }

  /** Whether it is known that there is no array. */
  boolean isMissing() {
    return isMissing;
  }

  /** The field that the array was read from, so that others may see writes; else {@code null}. */
  @Nullable JavaMember field() {
    for (Location candidate : objects()) {
      if (candidate.field != null) {
        return candidate.field;
      }
    }
    return null;
  }
}
