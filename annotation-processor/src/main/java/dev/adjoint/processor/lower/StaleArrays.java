package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Array versions that are out of date: the array may have been written into under another name. An
 * unsupported operation makes each from the version before. Most are never read, as after two
 * arrays were swapped; those give way to the version before again.
 */
final class StaleArrays {
  private final Map<Value, Value> marks = new HashMap<>();
  private final Map<Value, List<Value>> sources = new HashMap<>();
  private final Set<Value> read = new HashSet<>();
  private final Deque<Value> pending = new ArrayDeque<>();

  /** Notes that an operation makes the stale version {@code after} of {@code before}. */
  void add(Value before, Value after) {
    marks.put(after, before);
  }

  /** {@code body} with those marks only whose versions are read. */
  Region prune(Region body) {
    if (marks.isEmpty()) {
      return body;
    }
    follow(body);
    while (!pending.isEmpty()) {
      sources.getOrDefault(pending.remove(), List.of()).forEach(this::read);
    }
    marks.keySet().removeAll(read);
    return Rewriting.mapOperands(without(body), this::resolve);
  }

  private Value resolve(Value value) {
    Value latest = value;
    for (Value next = marks.get(latest); next != null; next = marks.get(latest)) {
      latest = next;
    }
    return latest;
  }

  private void read(Value value) {
    if (read.add(value)) {
      pending.add(value);
    }
  }

  private void flow(List<Value> from, List<Value> to) {
    for (int i = 0; i < to.size(); i++) {
      sources.computeIfAbsent(to.get(i), _ -> new ArrayList<>()).add(from.get(i));
    }
  }

  private void follow(Region body) {
    body.ops().forEach(this::follow);
    body.yields().forEach(this::read);
  }

  private void follow(Op op) {
    switch (op) {
      case FlowOp.If branch -> {
        read(branch.condition());
        for (Region side : branch.regions()) {
          side.ops().forEach(this::follow);
          flow(side.yields(), branch.results());
        }
      }
      case FlowOp.Loop loop -> {
        follow(loop.test());
        loop.body().ops().forEach(this::follow);
        flow(loop.inits(), loop.arguments());
        flow(loop.body().yields(), loop.arguments());
        flow(loop.arguments(), loop.results());
      }
      case Op.Unsupported mark when isMark(mark) ->
          flow(mark.operands().subList(0, 1), mark.results());
      case ArrayOp.Store store -> {
        flow(List.of(store.array()), List.of(store.result()));
        store.indices().forEach(this::read);
        read(store.value());
      }
      default -> op.operands().forEach(this::read);
    }
  }

  private Region without(Region region) {
    List<Op> kept = new ArrayList<>();
    for (Op op : region.ops()) {
      if (!isMark(op)) {
        kept.add(Rewriting.mapRegions(op, value -> value, this::without));
      }
    }
    return region.withOps(kept);
  }

  private boolean isMark(Op op) {
    return op instanceof Op.Unsupported && op.results().stream().anyMatch(marks::containsKey);
  }
}
