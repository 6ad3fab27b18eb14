package dev.adjoint.autograd;

import java.util.ArrayList;
import java.util.List;

/** Hooks of one kind in the order of registration. The same hook may be registered twice. */
final class HookList<T> {

  /** One registration; not a record, whose equality would confuse two of the same hook. */
  private static final class Entry<T> {
    final T hook;

    Entry(T hook) {
      this.hook = hook;
    }
  }

  private List<Entry<T>> entries = List.of();

  HookHandle add(T hook) {
    Entry<T> entry = new Entry<>(hook);
    List<Entry<T>> longer = new ArrayList<>(entries);
    longer.add(entry);
    entries = longer;
    return new HookHandle(() -> remove(entry));
  }

  private void remove(Entry<T> entry) {
    List<Entry<T>> shorter = new ArrayList<>(entries);
    shorter.remove(entry);
    entries = shorter;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The hooks as they are now; a hook may register or remove others. */
  List<T> hooks() {
    return entries.stream().map(entry -> entry.hook).toList();
  }
}
