package dev.adjoint.processor.lower;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One array or object as the compiler tells them apart. Where it depends on the path taken which
 * one a variable refers to, that is one too, which knows those that it may be.
 *
 * @param <T> what it is
 */
abstract sealed class Identity<T extends Identity<T>> permits Location, LocalObject {
  private final int age;
  private final Set<T> candidates = new LinkedHashSet<>();
  private final Set<T> others = new HashSet<>();
  private final Set<T> met = new HashSet<>();

  Identity(int age) {
    this.age = age;
  }

  /** How old one is that is chosen after all of {@code known} were there. */
  static int afterAll(Collection<? extends Identity<?>> known) {
    return known.stream().mapToInt(Identity::age).max().orElse(0) + 1;
  }

  private static int age(Identity<?> one) {
    return one.age;
  }

  abstract T itself();

  private static <T extends Identity<T>> Identity<T> identity(T one) {
    return one;
  }

  /** Notes that this may be the same object as {@code candidate}; whether that is news. */
  boolean mayBe(T candidate) {
    return candidate != this && candidates.add(candidate);
  }

  /** Notes that this and {@code other} are different objects wherever both are known. */
  void differsFrom(T other) {
    others.add(other);
    identity(other).others.add(itself());
  }

  /** Notes that this and {@code other} may be the same object; whether that is news. */
  boolean mayMeet(T other) {
    others.remove(other);
    identity(other).others.remove(itself());
    identity(other).met.add(itself());
    return met.add(other);
  }

  /** Whether this and {@code other} may be the same object. */
  boolean mayBeSame(T other) {
    return mayBeSame(other, new HashSet<>());
  }

  private boolean mayBeSame(T other, Set<Set<T>> asked) {
    if (this == other || met.contains(other)) {
      return true;
    }
    if (others.contains(other) || !asked.add(Set.of(itself(), other))) {
      return false;
    }
    // What was there first was already different from each candidate of the other, or was not.
    int otherAge = identity(other).age;
    return (age >= otherAge && isOneLike(other, asked))
        || (otherAge >= age && identity(other).isOneLike(itself(), asked));
  }

  private boolean isOneLike(T other, Set<Set<T>> asked) {
    return candidates.stream().anyMatch(each -> identity(each).mayBeSame(other, asked));
  }

  /** The ones for which {@code isKnown} holds that this is one of; itself, if it is known. */
  Set<T> among(Predicate<T> isKnown) {
    Set<T> known = new LinkedHashSet<>();
    Set<T> seen = new HashSet<>();
    Deque<T> open = new ArrayDeque<>(List.of(itself()));
    while (!open.isEmpty()) {
      T next = open.remove();
      if (isKnown.test(next)) {
        known.add(next);
      } else if (seen.add(next)) {
        open.addAll(identity(next).candidates);
      }
    }
    return known;
  }

  /** Itself and every one that it may be the same object as, through others too. */
  Set<T> objects() {
    Set<T> all = new LinkedHashSet<>();
    collect(all);
    return all;
  }

  private void collect(Set<T> all) {
    if (all.add(itself())) {
      candidates.forEach(each -> identity(each).collect(all));
    }
  }
}
