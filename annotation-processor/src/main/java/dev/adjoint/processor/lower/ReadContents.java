package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Of which fields and tapes more is read than the lengths of the arrays that they hold, and of
 * their rows.
 */
final class ReadContents {
  private final Set<BoundExpression> measured = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Local> used = new HashSet<>();
  private final Set<String> found = new HashSet<>();

  private ReadContents() {}

  /** The names of these fields and tapes. */
  static Set<String> of(Collection<BoundMethod> methods, HeapClasses classes) {
    ReadContents contents = new ReadContents();
    each(methods, contents::measure);
    each(methods, contents::use);
    methods.forEach(method -> BoundTree.statements(method.body(), contents::declare));
    each(methods, part -> contents.find(part, classes));
    return contents.found;
  }

  private static void each(Collection<BoundMethod> methods, Consumer<BoundExpression> visit) {
    methods.forEach(method -> BoundTree.expressions(method.body(), visit));
  }

  private void measure(BoundExpression part) {
    if (part instanceof BoundExpression.ArrayLength(var array, _)) {
      measured.add(whole(array));
    }
  }

  private static BoundExpression whole(BoundExpression array) {
    return array instanceof BoundExpression.ArrayRead row ? whole(row.array()) : array;
  }

  private void use(BoundExpression part) {
    if (part instanceof BoundExpression.LocalRead(var local, _) && !measured.contains(part)) {
      used.add(local);
    } else if (part instanceof BoundExpression.Assignment(Place.LocalPlace(var local), _, _)) {
      used.add(local);
    } else if (part instanceof BoundExpression.Unsupported unsupported) {
      used.addAll(unsupported.writes());
    }
  }

  /** Of a variable that is only measured, what it is declared to be is only measured. */
  private void declare(BoundStatement statement) {
    if (statement instanceof BoundStatement.Declaration(var local, var value, _)
        && value != null
        && !used.contains(local)) {
      measured.add(value);
    }
  }

  private void find(BoundExpression part, HeapClasses classes) {
    if (!classes.isHeldArray(part) || measured.contains(part)) {
      return;
    }
    TapeCall call = TapeCall.of(part, classes);
    if (call != null) {
      found.add(call.tape().name());
    } else if (part instanceof BoundExpression.FieldRead read) {
      found.add(field(Objects.requireNonNull(read.receiver()), read.field().name()));
    }
  }

  /** The name of a field. */
  static String field(BoundExpression receiver, String field) {
    return Objects.requireNonNull(receiver.type()).javaName() + "." + field;
  }
}
