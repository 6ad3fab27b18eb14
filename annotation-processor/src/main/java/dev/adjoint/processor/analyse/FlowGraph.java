package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which values of a function are computed from which: an edge from {@code x} to {@code y} says that
 * the number {@code y} is made from the number {@code x}. Conditions, indices and lengths have no
 * edges. Loops are edges like any other, so each question is one search and needs no fixed point.
 */
final class FlowGraph {

  /**
   * One step of the flow.
   *
   * @param carries whether the derivative of {@code from} goes along; where not, it is lost here
   */
  record Edge(Value from, Value to, Op op, boolean carries) {}

  private final Map<Value, List<Edge>> outgoing = new LinkedHashMap<>();
  private final Map<Value, List<Edge>> incoming = new LinkedHashMap<>();

  void add(Edge edge) {
    outgoing.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
    incoming.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
  }

  /** Values that the derivatives of {@code inputs} reach. */
  Set<Value> varied(Collection<Value> inputs) {
    return search(inputs, outgoing, Edge::to, true);
  }

  /** Values whose derivative reaches {@code outputs}. */
  Set<Value> useful(Collection<Value> outputs) {
    return search(outputs, incoming, Edge::from, true);
  }

  /** Values that {@code outputs} are computed from, with or without a derivative. */
  Set<Value> influential(Collection<Value> outputs) {
    return search(outputs, incoming, Edge::from, false);
  }

  /** Values that are computed from {@code sources}, with or without a derivative. */
  Set<Value> influenced(Collection<Value> sources) {
    return search(sources, outgoing, Edge::to, false);
  }

  /** The operations that a value goes into. */
  List<Op> consumers(Value value) {
    return outgoing.getOrDefault(value, List.of()).stream().map(Edge::op).distinct().toList();
  }

  /** Edges at which a derivative is lost, in program order. */
  List<Edge> losses() {
    return outgoing.values().stream()
        .flatMap(List::stream)
        .filter(edge -> !edge.carries())
        .toList();
  }

  private static Set<Value> search(
      Collection<Value> seeds,
      Map<Value, List<Edge>> edges,
      Function<Edge, Value> next,
      boolean derivativesOnly) {
    Set<Value> reached = new HashSet<>(seeds);
    ArrayDeque<Value> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (Edge edge : edges.getOrDefault(open.remove(), List.of())) {
        if ((edge.carries() || !derivativesOnly) && reached.add(next.apply(edge))) {
          open.add(next.apply(edge));
        }
      }
    }
    return reached;
  }
}
