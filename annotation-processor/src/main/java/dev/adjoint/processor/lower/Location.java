package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One array object as the compiler tells them apart: a parameter, an allocation, what a call or a
 * field yields. Variables that alias it are bound to the same location. Where it depends on the
 * path taken which object a variable refers to, that is a location too, which knows the objects it
 * may be.
 */
final class Location {
  private final String name;
  private final IrType.Array type;
  private final @Nullable JavaMember field;
  private final Set<Location> candidates = new LinkedHashSet<>();
  private final Set<Location> others = new LinkedHashSet<>();

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
    for (Location candidate : objects()) {
      if (candidate.field != null) {
        return candidate.field;
      }
    }
    return null;
  }

  /** Notes that this may be the same object as {@code candidate}; whether that is news. */
  boolean mayBe(Location candidate) {
    return candidate != this && candidates.add(candidate);
  }

  /** Notes that this and {@code other} are different objects wherever both are known. */
  void differsFrom(Location other) {
    others.add(other);
    other.others.add(this);
  }

  /** Takes back what {@link #differsFrom} noted; whether that is news. */
  boolean mayMeet(Location other) {
    return others.remove(other) & other.others.remove(this);
  }

  /** Whether this and {@code other} may be the same object. */
  boolean mayBeSame(Location other) {
    if (this == other) {
      return true;
    }
    if (others.contains(other)) {
      return false;
    }
    Set<Location> common = objects();
    common.retainAll(other.objects());
    return !common.isEmpty();
  }

  /** Itself and every location that it may be the same object as, through others too. */
  Set<Location> objects() {
    Set<Location> all = new LinkedHashSet<>();
    collect(all);
    return all;
  }

  private void collect(Set<Location> all) {
    if (all.add(this)) {
      candidates.forEach(candidate -> candidate.collect(all));
    }
  }
}
