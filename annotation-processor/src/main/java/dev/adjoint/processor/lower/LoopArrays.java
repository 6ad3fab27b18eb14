package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The array variables that an iteration leaves bound to something else than it finds: another array
 * or another row of the same one. Known after a lowering of the loop, and needed for it; so what
 * one attempt finds the next one starts with, until nothing new is found. At first the arrays are
 * taken to be different ones, as after a swap.
 */
final class LoopArrays {
  private final Map<Local, Location> chosen = new LinkedHashMap<>();
  private final Map<Local, Binding.ArrayPath> rows = new LinkedHashMap<>();
  private final Set<SharedRow> shared = new LinkedHashSet<>();

  /** The location of a variable that stands for one array or another; {@code null} for others. */
  @Nullable Location chosen(Local local) {
    return chosen.get(local);
  }

  /** Some row of the array of which a variable stands for one row or another. */
  Binding.@Nullable ArrayPath row(Local local) {
    return rows.get(local);
  }

  /** What an iteration comes to share. */
  Set<SharedRow> shared() {
    return shared;
  }

  /** Looks at the variables before the loop and at both ends of an iteration; whether all fits. */
  boolean fit(Environment before, Environment start, Environment end) {
    if (end.isExited()) {
      return true;
    }
    boolean fits = areDifferent(end);
    List<Location> known = new ArrayList<>(before.locations());
    known.addAll(chosen.values());
    List<SharedRow> news = SharedRow.outside(end.sharedRows(), before.sharedRows(), known);
    fits &= !shared.addAll(news.stream().filter(r -> !before.sharedRows().contains(r)).toList());
    for (Local local : before.locals()) {
      boolean isArray = local.type() instanceof IrType.Array;
      if (isArray && !end.binding(local).equals(start.binding(local))) {
        fits &= fit(local, before, end.binding(local));
      }
    }
    return fits;
  }

  /**
   * Whether a loop binds a variable that had no value, to an array made outside. Nothing reads it
   * then without that binding, so every iteration may start without.
   */
  static boolean isFirstBinding(Local local, Environment before, Binding last) {
    return before.binding(local) instanceof Binding.Unassigned
        && last instanceof Binding.ArrayPath path
        && path.isWhole()
        && before.knows(path.location());
  }

  private boolean fit(Local local, Environment before, Binding last) {
    Location location = chosen.get(local);
    if (location != null) {
      return !mayBe(location, before, last);
    }
    if (isFirstBinding(local, before, last)) {
      return true;
    }
    if (last instanceof Binding.ArrayPath row && isRowOf(row, before.binding(local), before)) {
      return rows.put(local, row) != null;
    }
    rows.remove(local);
    choose(local, before);
    return false;
  }

  /** Whether one variable may start with {@code first} and end with {@code last} as a row of it. */
  private static boolean isRowOf(Binding.ArrayPath last, Binding first, Environment before) {
    if (last.isWhole() || !before.knows(last.location())) {
      return false;
    }
    return first instanceof Binding.Unassigned
        || (first instanceof Binding.ArrayPath row
            && row.location() == last.location()
            && row.indices().size() == last.indices().size());
  }

  private void choose(Local local, Environment before) {
    Location location = ChosenArray.of(local, before);
    if (before.binding(local) instanceof Binding.ArrayPath path) {
      location.mayBe(path.location());
    }
    chosen.forEach(
        (other, its) -> {
          if (ChosenArray.mayBeSame(before.binding(local), before.binding(other))) {
            location.mayMeet(its);
          } else {
            location.differsFrom(its);
          }
        });
    chosen.put(local, location);
  }

  /** Notes what a variable may be at the start of the next iteration; whether that is news. */
  private boolean mayBe(Location location, Environment before, Binding last) {
    boolean isNews = false;
    if (last instanceof Binding.ArrayPath path) {
      Set<Location> candidates =
          path.location().among(each -> before.knows(each) || chosen.containsValue(each));
      for (Location candidate : candidates) {
        isNews |= location.mayBe(candidate);
      }
    }
    return isNews;
  }

  private boolean areDifferent(Environment end) {
    boolean areDifferent = true;
    List<Local> locals = List.copyOf(chosen.keySet());
    for (Local one : locals) {
      for (Local other : locals.subList(0, locals.indexOf(one))) {
        boolean mayMeet =
            end.knows(one)
                && end.knows(other)
                && ChosenArray.mayBeSame(end.binding(one), end.binding(other))
                && location(one).mayMeet(location(other));
        areDifferent &= !mayMeet;
      }
    }
    return areDifferent;
  }

  private Location location(Local local) {
    Location location = chosen.get(local);
    if (location == null) {
      throw new IllegalStateException("lowering: " + local + " stands for one array");
    }
    return location;
  }
}
