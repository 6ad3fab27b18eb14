package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which kind of storage each kept value gets. */
final class TapePlan {
  private final ForwardSweep forward;
  private final Map<Value, Storage> storages = new LinkedHashMap<>();
  private final Map<Label, List<Value>> inside = new LinkedHashMap<>();

  /** Kinds of storage. */
  enum Storage {
    /** A further result of the branches around it. */
    RESULT,
    /** An array with an element for each iteration of the loops around it. */
    ARRAY,
    /** A stack that grows. */
    TAPE
  }

  TapePlan(ForwardSweep forward, TripCounts trips, Set<Value> kept) {
    this.forward = forward;
    for (Value value : kept) {
      storages.put(value, storage(value, trips));
      for (Scope scope : around(value)) {
        List<Value> values = inside.computeIfAbsent(scope.label(), _ -> new ArrayList<>());
        if (!values.contains(value)) {
          values.add(value);
        }
      }
    }
  }

  private Storage storage(Value value, TripCounts trips) {
    boolean isScalar = value.type() instanceof ScalarType;
    List<Scope> loops = loops(value);
    if (loops.isEmpty()) {
      return value.type() instanceof IrType.Array ? Storage.TAPE : Storage.RESULT;
    }
    Scope outermost = around(value).getFirst();
    boolean isSized = loops.stream().allMatch(loop -> trips.isKnownBefore(loop, outermost));
    return isScalar && isSized ? Storage.ARRAY : Storage.TAPE;
  }

  Storage of(Value value) {
    Storage storage = storages.get(value);
    if (storage == null) {
      throw new IllegalStateException("storage: " + value + " is not kept");
    }
    return storage;
  }

  boolean isKept(Value value) {
    return storages.containsKey(value);
  }

  /** All kept values of one kind of storage. */
  List<Value> all(Storage storage) {
    return storages.keySet().stream().filter(value -> of(value) == storage).toList();
  }

  /** Kept values of one kind of storage that the branch or loop {@code label} defines inside. */
  List<Value> inside(Label label, Storage storage) {
    return inside.getOrDefault(label, List.of()).stream()
        .filter(value -> of(value) == storage)
        .toList();
  }

  /** The regions around a kept value, outermost first. */
  List<Scope> around(Value value) {
    List<Scope> scopes = new ArrayList<>();
    for (Scope scope = forward.home(value); scope != null; scope = scope.parent()) {
      if (!scope.isOutermost()) {
        scopes.addFirst(scope);
      }
    }
    return scopes;
  }

  /** The loops around a kept value, outermost first. */
  List<Scope> loops(Value value) {
    return around(value).stream().filter(Scope::isLoop).toList();
  }
}
