package dev.adjoint.processor.lower;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Two names of one array object, which the compiler holds two copies of: what is read under either
 * name is right until something is written under one of them.
 *
 * @param one a row of an array, or a whole one
 * @param other the same
 * @param replaced rows that have been replaced since, where it is not known which rows are shared
 */
record SharedRow(Binding.ArrayPath one, Binding.ArrayPath other, List<Binding.ArrayPath> replaced) {
  SharedRow {
    replaced = List.copyOf(replaced);
  }

  SharedRow(Binding.ArrayPath one, Binding.ArrayPath other) {
    this(one, other, List.of());
  }

  /** The same without a row that another one has taken the place of. */
  SharedRow without(Binding.ArrayPath row) {
    List<Binding.ArrayPath> more = new ArrayList<>(replaced);
    more.add(row);
    return new SharedRow(one, other, more);
  }

  /** Both ways to look at it. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // swapped on purpose
  List<SharedRow> bothWays() {
    return List.of(this, new SharedRow(other, one, replaced));
  }

  /**
   * What is known after a branch or loop of what is shared at its end. Which rows those are that
   * came to be shared inside is not known outside; an array that was made inside may have a name
   * there that stands for one of several.
   *
   * @param before what is shared where the branch or loop begins
   * @param known the arrays that are known outside
   */
  static List<SharedRow> outside(
      List<SharedRow> atEnd, List<SharedRow> before, Collection<Location> known) {
    List<SharedRow> outside = new ArrayList<>();
    for (SharedRow shared : atEnd) {
      if (before.contains(shared)) {
        outside.add(shared);
      } else {
        for (Location one : names(shared.one(), known)) {
          for (Location other : names(shared.other(), known)) {
            outside.add(new SharedRow(any(one, shared.one()), any(other, shared.other())));
          }
        }
      }
    }
    return outside;
  }

  private static List<Location> names(Binding.ArrayPath path, Collection<Location> known) {
    return known.contains(path.location())
        ? List.of(path.location())
        : known.stream().filter(path.location()::mayBeSame).toList();
  }

  private static Binding.ArrayPath any(Location location, Binding.ArrayPath path) {
    return new Binding.ArrayPath(
        location, Collections.nCopies(path.indices().size(), IndexTerms.ANY));
  }
}
