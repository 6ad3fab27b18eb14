package dev.adjoint.processor.lower;

import java.util.ArrayList;
import java.util.List;

/**
 * Two names of one array object, which the compiler holds two copies of: what is read under either
 * name is right until something is written under one of them.
 *
 * @param one a row of an array, or a whole one
 * @param other the same
 */
record SharedRow(Binding.ArrayPath one, Binding.ArrayPath other) {

  /** Both ways to look at it. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // swapped on purpose
  List<SharedRow> bothWays() {
    return List.of(this, new SharedRow(other, one));
  }

  /**
   * What is known after a branch or loop of what is shared at its end. Which rows those are that
   * came to be shared inside is not known outside.
   *
   * @param before where the branch or loop begins
   */
  static List<SharedRow> outside(List<SharedRow> atEnd, Environment before) {
    List<SharedRow> outside = new ArrayList<>();
    for (SharedRow shared : atEnd) {
      Location one = shared.one().location();
      Location other = shared.other().location();
      if (before.sharedRows().contains(shared)) {
        outside.add(shared);
      } else if (before.knows(one) && before.knows(other)) {
        outside.add(new SharedRow(Binding.ArrayPath.whole(one), Binding.ArrayPath.whole(other)));
      } else {
        one.mayMeet(other);
      }
    }
    return outside;
  }
}
