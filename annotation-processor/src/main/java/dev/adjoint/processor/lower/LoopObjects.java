package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.source.SourceRange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables that an iteration leaves with another object than it finds. Each is bound to an
 * object of its own, of which the iterations carry the fields. As with {@link LoopArrays}, what one
 * attempt to lower the loop finds the next one starts with.
 */
final class LoopObjects {
  private final ProgramPoint point;
  private final SourceRange source;
  private final Map<Local, LocalObject> chosen = new LinkedHashMap<>();
  private final Map<Local, Binding> last = new LinkedHashMap<>();
  private final Set<Local> values = new HashSet<>();

  LoopObjects(ProgramPoint point, SourceRange source) {
    this.point = point;
    this.source = source;
  }

  /** Whether an iteration starts without what a variable that had no value stands for. */
  boolean isMissing(Local local, Environment before) {
    return before.binding(local) instanceof Binding.Unassigned
        && ObjectReferences.mayYield(local.type())
        && !values.contains(local);
  }

  /** Binds the variables to the objects of their own, before the loop. */
  void open(Environment before) {
    chosen.forEach(
        (local, object) -> {
          before.add(object, object.parts(point.locals()));
          copy(before.binding(local), object, before, before);
          before.bind(local, new Binding.Object(object));
        });
  }

  /** At the end of an iteration, gives these objects what those chosen then have. */
  void close(Environment end) {
    Environment old = end.copy();
    last.clear();
    chosen.forEach(
        (local, object) -> {
          last.put(local, end.binding(local));
          copy(end.binding(local), object, old, end);
          end.bind(local, new Binding.Object(object));
        });
  }

  private void copy(Binding from, LocalObject to, Environment read, Environment written) {
    List<Local> parts = to.parts(point.locals());
    for (int i = 0; i < parts.size(); i++) {
      Binding value =
          from instanceof Binding.Object(var object)
              ? read.binding(object.parts(point.locals()).get(i))
              : new Binding.Unassigned();
      written.bind(parts.get(i), value);
    }
  }

  /** Looks at the variables before the loop and at both ends of an iteration; whether all fits. */
  boolean fit(Environment before, Environment start, Environment end) {
    if (end.isExited()) {
      return true;
    }
    boolean fits = areDifferent();
    for (Map.Entry<Local, Binding> entry : last.entrySet()) {
      fits &= !isNews(entry.getKey(), entry.getValue(), before);
    }
    for (Local local : before.locals()) {
      boolean isArray = local.type() instanceof IrType.Array;
      if (!isArray && !end.binding(local).equals(start.binding(local))) {
        fits &= fit(local, before, end.binding(local));
      }
    }
    return fits;
  }

  private boolean fit(Local local, Environment before, Binding end) {
    Binding first = before.binding(local);
    if (!(end instanceof Binding.Object(var object))) {
      if (first instanceof Binding.Object(var lost)) {
        point.escapes(lost, source);
      }
      return !isMissing(local, before) || !values.add(local);
    }
    if (isFirstBinding(local, before, end)) {
      return true;
    }
    boolean isAlike =
        first instanceof Binding.Unassigned
            || (first instanceof Binding.Object(var other)
                && other.type().name().equals(object.type().name()));
    if (isAlike) {
      choose(local, object, before);
    } else {
      point.escapes(object, source);
      if (first instanceof Binding.Object(var other)) {
        point.escapes(other, source);
      }
    }
    return !isAlike;
  }

  /** Whether a loop binds a variable that had no value, to an object made outside. */
  static boolean isFirstBinding(Local local, Environment before, Binding end) {
    return before.binding(local) instanceof Binding.Unassigned
        && end instanceof Binding.Object(var object)
        && before.knows(object);
  }

  private void choose(Local local, LocalObject like, Environment before) {
    LocalObject object = LocalObject.chosen(local.name(), like.type(), before.objects());
    object.mayComeFrom(like);
    if (before.binding(local) instanceof Binding.Object(var first)) {
      object.mayBe(first);
      object.mayComeFrom(first);
    }
    chosen.forEach(
        (other, its) -> {
          if (ObjectJoins.mayBeSame(before.binding(local), before.binding(other))) {
            object.mayMeet(its);
          } else {
            object.differsFrom(its);
          }
        });
    chosen.put(local, object);
  }

  /** Notes what a variable may be at the start of the next iteration; whether that is news. */
  private boolean isNews(Local local, Binding end, Environment before) {
    LocalObject object = chosen.get(local);
    if (object == null || !(end instanceof Binding.Object(var itself))) {
      return false;
    }
    boolean isNews = object.mayComeFrom(itself);
    for (LocalObject candidate : itself.among(before::knows)) {
      isNews |= object.mayBe(candidate);
    }
    return isNews;
  }

  /** Notes which of the variables may be left with one object; whether that is no news. */
  private boolean areDifferent() {
    boolean areDifferent = true;
    List<Map.Entry<Local, Binding>> ends = List.copyOf(last.entrySet());
    for (int i = 0; i < ends.size(); i++) {
      for (Map.Entry<Local, Binding> other : ends.subList(0, i)) {
        LocalObject one = chosen.get(ends.get(i).getKey());
        LocalObject second = chosen.get(other.getKey());
        areDifferent &=
            one == null
                || second == null
                || !ObjectJoins.mayBeSame(ends.get(i).getValue(), other.getValue())
                || !one.mayMeet(second);
      }
    }
    return areDifferent;
  }
}
