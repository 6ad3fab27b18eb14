package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The variables that are left with one object or another by the two sides of a branch. They are
 * bound to an object of their own, the fields of which are joined as any other variables are.
 */
final class ObjectJoins {
  private final Environment after;
  private final Environment onTrue;
  private final Environment onFalse;
  private final ProgramPoint point;
  private final PartLocals locals;
  private final SourceRange source;
  private final Map<Both, LocalObject> chosen = new LinkedHashMap<>();

  /** What a variable stands for at the ends of both sides; nothing where a side is left. */
  private record Both(Binding onTrue, Binding onFalse) {
    boolean mayMeet(Both other) {
      return mayBeSame(onTrue, other.onTrue) || mayBeSame(onFalse, other.onFalse);
    }
  }

  /**
   * @param after the variables after the branch, as they were before it
   */
  ObjectJoins(
      Environment after,
      Environment onTrue,
      Environment onFalse,
      ProgramPoint point,
      SourceRange source) {
    this.after = after;
    this.onTrue = onTrue;
    this.onFalse = onFalse;
    this.point = point;
    this.locals = point.locals();
    this.source = source;
  }

  /** Whether two variables may stand for one object. */
  static boolean mayBeSame(Binding one, Binding other) {
    return one instanceof Binding.Object(var first)
        && other instanceof Binding.Object(var second)
        && first.mayBeSame(second);
  }

  /** Binds what stands for an object on some path. */
  void join() {
    Deque<Local> open = new ArrayDeque<>(after.locals());
    while (!open.isEmpty()) {
      Local local = open.remove();
      Both both = both(local);
      if (both.onTrue() instanceof Binding.Object || both.onFalse() instanceof Binding.Object) {
        join(local, both, open);
      } else if (after.binding(local) instanceof Binding.Object) {
        after.bind(local, new Binding.Unassigned());
      }
    }
  }

  private Both both(Local local) {
    return new Both(end(local, onTrue), end(local, onFalse));
  }

  private static Binding end(Local local, Environment side) {
    return side.isExited() ? new Binding.Unassigned() : side.binding(local);
  }

  private void join(Local local, Both both, Deque<Local> open) {
    Binding.Object one = object(both.onTrue());
    Binding.Object other = object(both.onFalse());
    Binding.Object first = one == null ? Objects.requireNonNull(other) : one;
    boolean isAgreed = one == null || other == null || one.equals(other);
    if (!areAlike(both)) {
      escape(both);
    } else if (isAgreed && after.knows(first.object())) {
      after.bind(local, first);
    } else {
      bind(local, both, first.object(), open);
    }
  }

  private static Binding.@Nullable Object object(Binding binding) {
    return binding instanceof Binding.Object object ? object : null;
  }

  /** Whether both are objects of one class, as far as they are anything. */
  private static boolean areAlike(Both both) {
    boolean isOne =
        both.onTrue() instanceof Binding.Unassigned || both.onFalse() instanceof Binding.Unassigned;
    return isOne
        || (both.onTrue() instanceof Binding.Object(var first)
            && both.onFalse() instanceof Binding.Object(var second)
            && first.type().name().equals(second.type().name()));
  }

  private void escape(Both both) {
    for (Binding side : List.of(both.onTrue(), both.onFalse())) {
      if (side instanceof Binding.Object(var object)) {
        point.escapes(object, source);
      }
    }
  }

  private void bind(Local local, Both both, LocalObject like, Deque<Local> open) {
    LocalObject object = chosen.get(both);
    if (object == null) {
      object = LocalObject.chosen(local.name(), like.type(), after.objects());
      relate(object, both);
      chosen.put(both, object);
      open.addAll(declare(object, both));
    }
    after.bind(local, new Binding.Object(object));
  }

  private void relate(LocalObject object, Both both) {
    chosen.forEach(
        (others, other) -> {
          if (both.mayMeet(others)) {
            object.mayMeet(other);
          } else {
            object.differsFrom(other);
          }
        });
    for (Binding side : List.of(both.onTrue(), both.onFalse())) {
      if (side instanceof Binding.Object(var candidate)) {
        object.mayBe(candidate);
        object.mayComeFrom(candidate);
      }
    }
  }

  /** The fields of an object, bound on each side to what those of the object chosen there are. */
  private List<Local> declare(LocalObject object, Both both) {
    List<Local> parts = object.parts(locals);
    after.add(object, parts);
    parts.forEach(part -> after.bind(part, new Binding.Unassigned()));
    copy(both.onTrue(), object, onTrue, locals);
    copy(both.onFalse(), object, onFalse, locals);
    return parts;
  }

  /** Binds the fields of an object to what those of another one are, if there is one. */
  static void copy(Binding from, LocalObject to, Environment variables, PartLocals locals) {
    List<Local> parts = to.parts(locals);
    List<Binding> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      values.add(
          from instanceof Binding.Object(var object)
              ? variables.binding(object.parts(locals).get(i))
              : new Binding.Unassigned());
    }
    for (int i = 0; i < parts.size(); i++) {
      variables.bind(parts.get(i), values.get(i));
    }
  }
}
