package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
  private final int age;
  private boolean isGiven;
  private final Set<Location> candidates = new LinkedHashSet<>();
  private final Set<Location> others = new HashSet<>();
  private final Set<Location> met = new HashSet<>();

  private Location(String name, IrType.Array type, @Nullable JavaMember field, int age) {
    this.age = age;
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
    int oldest = known.stream().mapToInt(location -> location.age).max().orElse(0);
    return new Location(name, type, null, oldest + 1);
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

  /** Notes that this and {@code other} may be the same object; whether that is news. */
  boolean mayMeet(Location other) {
    others.remove(other);
    other.others.remove(this);
    other.met.add(this);
    return met.add(other);
  }

  /** Whether this and {@code other} may be the same object. */
  boolean mayBeSame(Location other) {
    return mayBeSame(other, new HashSet<>());
  }

  private boolean mayBeSame(Location other, Set<Set<Location>> asked) {
    if (this == other || met.contains(other)) {
      return true;
    }
    if (others.contains(other) || !asked.add(Set.of(this, other))) {
      return false;
    }
    // What was there first was already different from each candidate of the other, or was not.
    return (age >= other.age && isOneLike(other, asked))
        || (other.age >= age && other.isOneLike(this, asked));
  }

  private boolean isOneLike(Location other, Set<Set<Location>> asked) {
    return candidates.stream().anyMatch(candidate -> candidate.mayBeSame(other, asked));
  }

  /** The locations for which {@code isKnown} holds that this is one of; itself, if it is known. */
  Set<Location> among(Predicate<Location> isKnown) {
    Set<Location> known = new LinkedHashSet<>();
    Set<Location> seen = new HashSet<>();
    Deque<Location> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Location next = open.remove();
      if (isKnown.test(next)) {
        known.add(next);
      } else if (seen.add(next)) {
        open.addAll(next.candidates);
      }
    }
    return known;
  }

  /** Itself and every location that it may be the same object as, through others too. */
  private Set<Location> objects() {
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
