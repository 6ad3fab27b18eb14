package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which functions call which, as far as binding has come. */
final class CallRecord {
  private final Map<FunctionId, Set<FunctionId>> callers = new HashMap<>();

  void add(FunctionId caller, FunctionId callee) {
    callers.computeIfAbsent(callee, _ -> new HashSet<>()).add(caller);
  }

  /** The given functions and all that call them, directly or through others. */
  Set<FunctionId> reaching(Collection<FunctionId> callees) {
    Set<FunctionId> reaching = new HashSet<>(callees);
    ArrayDeque<FunctionId> open = new ArrayDeque<>(callees);
    while (!open.isEmpty()) {
      for (FunctionId caller : callers.getOrDefault(open.remove(), Set.of())) {
        if (reaching.add(caller)) {
          open.add(caller);
        }
      }
    }
    return reaching;
  }
}
