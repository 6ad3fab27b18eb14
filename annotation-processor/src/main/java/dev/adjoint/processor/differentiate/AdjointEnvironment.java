package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The adjoint of each primal value at one point of the reverse sweep; a value without an entry has
 * adjoint zero. In insertion order, so that the generated code is the same on every run.
 */
final class AdjointEnvironment {
  private final Map<Value, Value> adjoints;

  AdjointEnvironment() {
    adjoints = new LinkedHashMap<>();
  }

  private AdjointEnvironment(Map<Value, Value> adjoints) {
    this.adjoints = new LinkedHashMap<>(adjoints);
  }

  AdjointEnvironment copy() {
    return new AdjointEnvironment(adjoints);
  }

  boolean has(Value primal) {
    return adjoints.containsKey(primal);
  }

  @Nullable Value get(Value primal) {
    return adjoints.get(primal);
  }

  void set(Value primal, Value adjoint) {
    adjoints.put(primal, adjoint);
  }

  /** Returns the adjoint of a value and forgets it: its definition is being reversed. */
  @Nullable Value take(Value primal) {
    return adjoints.remove(primal);
  }

  Set<Value> primals() {
    return adjoints.keySet();
  }
}
