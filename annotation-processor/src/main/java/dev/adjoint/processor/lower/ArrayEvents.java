package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes into arrays, and objects that take arrays on, in the order of the text of a method. Arrays
 * that may be one, or of which one may be a row of the other, count as one. What stands for an
 * array is a variable, a call that yields it, or {@link Other}.
 */
final class ArrayEvents {
  /** Stands for several arrays, or for none. */
  enum Other {
    /** Arrays that objects hold. */
    HELD,
    /** Arrays of which it is not known who has them. */
    UNKNOWN,
    /** {@code null}. */
    MISSING
  }

  /**
   * Something that happens to an array.
   *
   * @param through the variable that names the array; {@code null} if it is no plain variable
   * @param argument of a call, which one it is; else 0
   * @param isShape of a store, that only lengths are read later; of a write, that rows are replaced
   * @param loops those around it, from the outside in
   */
  private record Event(
      Object array,
      @Nullable Local through,
      int position,
      int argument,
      boolean isShape,
      List<Integer> loops) {}

  private final Map<Object, Object> sameAs = new HashMap<>();
  private final Map<Object, List<Integer>> homes = new HashMap<>();
  private final Map<Local, Integer> fresh = new HashMap<>();
  private final List<Event> stores = new ArrayList<>();
  private final List<Event> writes = new ArrayList<>();
  private List<Integer> loops = List.of();
  private int loopCount;
  private int position;
  private int argument;

  ArrayEvents(List<Local> parameters) {
    parameters.forEach(this::appears);
    Stream.of(Other.values()).forEach(this::appears);
  }

  /** Something stands for an array from here on, once in each iteration of the loops around. */
  void appears(Object array) {
    homes.merge(array, loops, (one, other) -> one.size() < other.size() ? one : other);
  }

  /** A variable is given a new array where it is declared. */
  void isFresh(Local local) {
    fresh.put(local, position);
  }

  /** A variable may be given another array. */
  void isAssigned(Local local) {
    fresh.remove(local);
  }

  /** What follows comes after all that was before. */
  void proceed() {
    position++;
  }

  /** What follows happens to an argument of a call. */
  void at(int nextArgument) {
    argument = nextArgument;
  }

  /** Goes through the parts of a loop. */
  void inside(Runnable parts) {
    List<Integer> before = loops;
    loops = Stream.concat(before.stream(), Stream.of(loopCount++)).toList();
    parts.run();
    loops = before;
  }

  void store(List<Object> arrays, boolean isShape) {
    arrays.forEach(each -> stores.add(event(each, null, isShape)));
  }

  void write(List<Object> arrays, @Nullable Local through, boolean isShape) {
    arrays.forEach(each -> writes.add(event(each, through, isShape)));
  }

  private Event event(Object array, @Nullable Local through, boolean isShape) {
    return new Event(array, through, position, argument, isShape, loops);
  }

  /** One array may be one of others. */
  void joinAll(Object one, List<Object> others) {
    others.forEach(other -> join(one, other));
  }

  private void join(Object one, Object other) {
    if (!areSame(one, other)) {
      sameAs.put(root(one), root(other));
    }
  }

  private Object root(Object array) {
    Object at = array;
    while (sameAs.get(at) != null) {
      at = Objects.requireNonNull(sameAs.get(at));
    }
    return at;
  }

  boolean areSame(Object one, Object other) {
    return root(one).equals(root(other));
  }

  boolean isWritten(Object array, boolean isShape) {
    return isMet(writes, array, isShape);
  }

  boolean isStored(Object array, boolean isShape) {
    return isMet(stores, array, isShape) || (!isShape && areSame(array, Other.HELD));
  }

  /** Whether objects may hold an array. */
  boolean isStored(Object array) {
    return isStored(array, false) || isStored(array, true);
  }

  boolean hasStores() {
    return !stores.isEmpty();
  }

  private boolean isMet(List<Event> events, Object array, boolean isShape) {
    return events.stream().anyMatch(e -> e.isShape() == isShape && areSame(e.array(), array));
  }

  /** Whether objects hold nothing but arrays that are known, which nobody writes into. */
  boolean areSound() {
    return writes.stream().noneMatch(write -> areSame(write.array(), Other.HELD))
        && !isStored(Other.UNKNOWN)
        && !isStored(Other.MISSING)
        && stores.stream().allMatch(s -> writes.stream().noneMatch(w -> mayFollow(s, w)));
  }

  private boolean mayFollow(Event store, Event write) {
    return areSame(store.array(), write.array())
        && (!store.isShape() || write.isShape())
        && ((write.position() > store.position() && !isNewSince(store, write))
            || (write.position() == store.position() && write.argument() != store.argument())
            || mayMeetAgain(store, write));
  }

  /** Whether the array that is written was made after an object took on another one. */
  private boolean isNewSince(Event store, Event write) {
    Integer made = write.through() == null ? null : fresh.get(write.through());
    return made != null && made > store.position();
  }

  /** Whether a loop around both may come back with the same array. */
  private boolean mayMeetAgain(Event store, Event write) {
    for (int i = 0; i < Math.min(store.loops().size(), write.loops().size()); i++) {
      int loop = store.loops().get(i);
      if (loop != write.loops().get(i)) {
        return false;
      }
      if (!isMadeInside(write, loop)) {
        return true;
      }
    }
    return false;
  }

  /** Whether each iteration of a loop writes into an array of its own. */
  private boolean isMadeInside(Event write, int loop) {
    if (write.through() != null
        && fresh.containsKey(write.through())
        && home(write.through()).contains(loop)) {
      return true;
    }
    return homes.keySet().stream()
        .filter(each -> areSame(each, write.array()))
        .allMatch(each -> home(each).contains(loop));
  }

  private List<Integer> home(Object array) {
    return homes.getOrDefault(array, List.of());
  }
}
