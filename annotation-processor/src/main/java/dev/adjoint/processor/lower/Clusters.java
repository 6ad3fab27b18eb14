package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.ir.FunctionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The annotated methods of a program with all that they call, those that share a method together.
 * What only ever becomes part of its callers is not shared.
 */
final class Clusters {
  private Clusters() {}

  static List<Map<FunctionId, BoundMethod>> of(
      Collection<FunctionId> roots, Map<FunctionId, BoundMethod> functions) {
    List<Map<FunctionId, BoundMethod>> clusters = new ArrayList<>();
    for (FunctionId root : roots) {
      Map<FunctionId, BoundMethod> cluster = reached(List.of(root), functions);
      for (Map<FunctionId, BoundMethod> other : List.copyOf(clusters)) {
        if (other.values().stream()
            .anyMatch(method -> !method.isPart() && cluster.containsKey(method.id()))) {
          cluster.putAll(other);
          clusters.remove(other);
        }
      }
      clusters.add(cluster);
    }
    return clusters.stream().map(cluster -> ordered(cluster, functions)).toList();
  }

  private static Map<FunctionId, BoundMethod> ordered(
      Map<FunctionId, BoundMethod> cluster, Map<FunctionId, BoundMethod> functions) {
    Map<FunctionId, BoundMethod> ordered = new LinkedHashMap<>(functions);
    ordered.keySet().retainAll(cluster.keySet());
    return ordered;
  }

  /** Some functions and all that they call. */
  static Map<FunctionId, BoundMethod> reached(
      Collection<FunctionId> callers, Map<FunctionId, BoundMethod> functions) {
    Map<FunctionId, BoundMethod> reached = new LinkedHashMap<>();
    Deque<FunctionId> open = new ArrayDeque<>(callers);
    while (!open.isEmpty()) {
      FunctionId id = open.remove();
      BoundMethod method = functions.get(id);
      if (method != null && reached.put(id, method) == null) {
        BoundTree.expressions(method.body(), part -> open.addAll(BoundTree.callees(part)));
      }
    }
    return reached;
  }
}
