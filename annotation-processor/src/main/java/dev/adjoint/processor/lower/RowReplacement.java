package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code array[i] = row}. The row is copied; from then on every name of the row means the row of
 * the array, and every name of the row that was there before an array of its own. Where one row
 * comes to stand in two places it is shared: a write into one place puts the other out of date.
 */
final class RowReplacement {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final Binding.ArrayPath row;
  private final Binding.ArrayPath value;
  private final SourceRange source;

  RowReplacement(
      ProgramPoint point,
      ExpressionLowering expressions,
      Binding.ArrayPath row,
      Binding.ArrayPath value,
      SourceRange source) {
    this.point = point;
    this.expressions = expressions;
    this.row = row;
    this.value = value;
    this.source = source;
  }

  /** Replaces the row by the value; where the value is from now on. */
  Binding.ArrayPath perform() {
    boolean isIdle = row.location() == value.location() && compare(row, value) == Likeness.SAME;
    if (isIdle) {
      return value;
    }
    List<SharedRow> known = point.variables().sharedRows();
    List<SharedRow> after = new ArrayList<>();
    detachNames(known, after);
    known.stream().filter(shared -> !isEnded(shared)).map(this::left).forEach(after::add);
    point.variables().share(known.stream().filter(this::isAround).toList());
    if (isAlone()) {
      store();
    } else {
      copy();
    }
    after.addAll(shared(known));
    point.variables().share(after);
    return isRenamed() ? row : value;
  }

  /** Whether the array has no other name, under which its rows would still have their lengths. */
  private boolean isAlone() {
    Location location = row.location();
    return point.variables().locations().stream()
        .noneMatch(other -> other != location && other.mayBeSame(location));
  }

  /** The row is a new one, as long as the value. */
  private void store() {
    Value before = point.variables().version(row.location());
    Value next = before.copy();
    Value copied = point.variables().version(value.location());
    point
        .at(source)
        .add(new ArrayOp.StoreRow(next, before, row.indices(), copied, value.indices(), source));
    point.overwrite(row, next, source);
  }

  private boolean isRenamed() {
    return value.isWhole() && !value.location().isGiven();
  }

  private Likeness compare(Binding.ArrayPath one, Binding.ArrayPath other) {
    int count = Math.min(one.indices().size(), other.indices().size());
    return point.indices().compare(one.indices(), other.indices(), count);
  }

  /** Whether a path leads to the row replaced, or to something in it, as far as its array tells. */
  private boolean isBelow(Binding.ArrayPath path) {
    return path.location() == row.location() && path.indices().size() >= row.indices().size();
  }

  private Likeness likeness(Binding.ArrayPath path) {
    return isBelow(path) ? compare(path, row) : Likeness.DIFFERENT;
  }

  /** Whether one of its names is that of the row which is no more in its place. */
  private boolean isEnded(SharedRow shared) {
    return likeness(shared.one()) == Likeness.SAME || likeness(shared.other()) == Likeness.SAME;
  }

  /** What may still be shared once the row is another one. */
  private SharedRow left(SharedRow shared) {
    boolean mayBeRow =
        likeness(shared.one()) == Likeness.UNKNOWN || likeness(shared.other()) == Likeness.UNKNOWN;
    return mayBeRow ? shared.without(row) : shared;
  }

  /** Whether copying elements into the row is a write into something shared. */
  private boolean isAround(SharedRow shared) {
    return !isBelow(shared.one()) && !isBelow(shared.other());
  }

  /** Names of the row that is replaced stand for an array of its own from now on. */
  private void detachNames(List<SharedRow> known, List<SharedRow> after) {
    Map<List<?>, Location> detached = new HashMap<>();
    for (Local local : point.variables().locals()) {
      if (point.variables().binding(local) instanceof Binding.ArrayPath path
          && likeness(path) != Likeness.DIFFERENT) {
        int depth = row.indices().size();
        List<?> key =
            likeness(path) == Likeness.SAME ? List.of() : path.indices().subList(0, depth);
        Location own = detached.get(key);
        if (own == null) {
          own = detached(path, known, after);
          detached.put(key, own);
        }
        Binding.ArrayPath now = Binding.ArrayPath.whole(own);
        point
            .variables()
            .bind(local, now.below(path.indices().subList(depth, path.indices().size())));
      }
    }
  }

  private Location detached(Binding.ArrayPath path, List<SharedRow> known, List<SharedRow> after) {
    Binding.ArrayPath old =
        new Binding.ArrayPath(row.location(), path.indices().subList(0, row.indices().size()));
    Location own = expressions.arrays().copy(old, row.location().name(), source).location();
    boolean isCertain = likeness(path) == Likeness.SAME;
    for (Location other : point.variables().locations()) {
      boolean isMatrix = other == row.location();
      if (other != own && (isMatrix ? !isCertain : other.mayBeSame(row.location()))) {
        own.mayMeet(other);
      }
    }
    for (SharedRow shared : known) {
      for (SharedRow way : shared.bothWays()) {
        if (isBelow(way.one()) && compare(way.one(), old) != Likeness.DIFFERENT) {
          List<Value> rest =
              way.one().indices().subList(old.indices().size(), way.one().indices().size());
          after.add(new SharedRow(Binding.ArrayPath.whole(own).below(rest), way.other()));
        }
      }
    }
    if (!isCertain) {
      point.outdate(own, row.location(), source);
    }
    return own;
  }

  /** The elements are copied into the row that is there, which has to be as long. */
  private void copy() {
    List<Local> outside = point.variables().locals();
    IrType type = row.location().type().after(row.indices().size());
    Local to = new Local("row", type, source);
    Local from = new Local("from", type, source);
    point.variables().bind(to, row);
    point.variables().bind(from, value);
    BoundLoops loops = new BoundLoops(source);
    loops.replace(loops.read(to), loops.read(from));
    expressions.statements().all(loops.statements());
    point.variables().forgetAllBut(outside);
  }

  /** Names of the value from now on: they are those of the row, or shared with it. */
  private List<SharedRow> shared(List<SharedRow> known) {
    List<SharedRow> shared = new ArrayList<>();
    Location location = value.location();
    if (isRenamed()) {
      rename();
    } else {
      shared.add(new SharedRow(row, value));
    }
    for (Location other : point.variables().locations()) {
      boolean isOther = other != location && other != row.location();
      if (value.isWhole() && isOther && other.mayBeSame(location)) {
        shared.add(new SharedRow(row, Binding.ArrayPath.whole(other)));
      }
    }
    for (SharedRow each : known) {
      for (SharedRow way : each.bothWays()) {
        boolean isOfValue =
            way.one().location() == location && compare(way.one(), value) != Likeness.DIFFERENT;
        if (isOfValue) {
          shared.add(alsoRow(way));
        }
      }
    }
    return shared;
  }

  /** What is shared with the value, or a part of it, is shared with the row. */
  private SharedRow alsoRow(SharedRow way) {
    int depth = value.indices().size();
    int size = way.one().indices().size();
    return size <= depth
        ? new SharedRow(row, way.other().below(value.indices().subList(size, depth)))
        : new SharedRow(row.below(way.one().indices().subList(depth, size)), way.other());
  }

  private void rename() {
    for (Local local : point.variables().locals()) {
      if (point.variables().binding(local) instanceof Binding.ArrayPath path
          && path.location() == value.location()) {
        point.variables().bind(local, row.below(path.indices()));
      }
    }
  }
}
