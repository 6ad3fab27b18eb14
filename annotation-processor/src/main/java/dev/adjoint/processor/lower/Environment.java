package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every variable stands for, and the current version of every array, at one point. */
final class Environment {
  private final Map<Local, Binding> bindings = new LinkedHashMap<>();
  private final Map<Location, Value> versions = new LinkedHashMap<>();
  private final Map<LocalObject, List<Local>> objects = new LinkedHashMap<>();
  private List<SharedRow> sharedRows = List.of();
  private FlowOp.@Nullable Throw exit;

  Environment copy() {
    Environment copy = new Environment();
    copy.bindings.putAll(bindings);
    copy.versions.putAll(versions);
    copy.objects.putAll(objects);
    copy.sharedRows = sharedRows;
    return copy;
  }

  /** Rows that stand in two places. */
  List<SharedRow> sharedRows() {
    return sharedRows;
  }

  /** Replaces what is known of rows that stand in two places. */
  void share(Collection<SharedRow> rows) {
    sharedRows = rows.stream().distinct().toList();
  }

  List<Local> locals() {
    return List.copyOf(bindings.keySet());
  }

  List<Location> locations() {
    return List.copyOf(versions.keySet());
  }

  boolean knows(Local local) {
    return bindings.containsKey(local);
  }

  /** The objects that their fields stand for. */
  List<LocalObject> objects() {
    return List.copyOf(objects.keySet());
  }

  boolean knows(LocalObject object) {
    return objects.containsKey(object);
  }

  /**
   * Takes up an object.
   *
   * @param fields the variables that its fields are, which stay as long as it does
   */
  void add(LocalObject object, List<Local> fields) {
    objects.put(object, List.copyOf(fields));
  }

  /** The variables that the fields of an object are. */
  List<Local> fields(LocalObject object) {
    return objects.getOrDefault(object, List.of());
  }

  boolean knows(Location location) {
    return versions.containsKey(location);
  }

  Binding binding(Local local) {
    Binding binding = bindings.get(local);
    if (binding == null) {
      throw new IllegalStateException("lowering: variable " + local + " is not declared");
    }
    return binding;
  }

  void bind(Local local, Binding binding) {
    bindings.put(local, binding);
  }

  /** Ends the scope of every variable that is not among {@code kept}, nor a field of an object. */
  void forgetAllBut(List<Local> kept) {
    Set<Local> all = new HashSet<>(kept);
    objects.values().forEach(all::addAll);
    bindings.keySet().retainAll(all);
  }

  /** Ends the scope of a variable. */
  void forget(Local local) {
    bindings.remove(local);
  }

  /** The value of a variable that is no array; {@code null} before its first assignment. */
  @Nullable Value held(Local local) {
    return binding(local) instanceof Binding.Held(var value) ? value : null;
  }

  Value version(Location location) {
    Value version = versions.get(location);
    if (version == null) {
      throw new IllegalStateException("lowering: array " + location.name() + " has no version");
    }
    return version;
  }

  void setVersion(Location location, Value version) {
    versions.put(location, version);
  }

  /** How control left this point for good; {@code null} where it goes on. */
  FlowOp.@Nullable Throw exit() {
    return exit;
  }

  boolean isExited() {
    return exit != null;
  }

  void leave(FlowOp.Throw last) {
    exit = last;
  }
}
