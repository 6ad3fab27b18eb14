package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an operation may use at one point of a walk in program order: the values defined before it
 * in the regions around it, and what mirroring regions around it expose.
 */
final class VisibleValues {
  private final Set<Value> values = new HashSet<>();
  private final Set<Value> mirrored = new HashSet<>();
  private final Map<Label, Op> structured = new HashMap<>();
  private final List<Object> undo = new ArrayList<>();

  /** Begins a region; the answer goes to {@link #close}. */
  int open() {
    return undo.size();
  }

  /** Ends a region: forgets what became visible since {@link #open}. */
  void close(int scope) {
    while (undo.size() > scope) {
      Object last = undo.removeLast();
      if (last instanceof Label label) {
        structured.remove(label);
      } else if (last instanceof Value value) {
        values.remove(value);
        mirrored.remove(value);
      }
    }
  }

  boolean contains(Value value) {
    return values.contains(value);
  }

  /** Whether a value is visible only because a region around here mirrors its own. */
  boolean isMirrored(Value value) {
    return mirrored.contains(value);
  }

  void add(Value value) {
    if (values.add(value)) {
      undo.add(value);
    }
  }

  /** Makes a loop or branch known to operations that mirror it; others are ignored. */
  void addStructured(Op op) {
    if (op instanceof FlowOp.If branch) {
      add(branch.label(), branch);
    } else if (op instanceof FlowOp.Loop loop) {
      add(loop.label(), loop);
    }
  }

  private void add(Label label, Op op) {
    if (structured.putIfAbsent(label, op) == null) {
      undo.add(label);
    }
  }

  /** Shows what one side of the branch {@code label} defines. */
  void exposeBranch(Label label, boolean isThen) {
    if (!(structured.get(label) instanceof FlowOp.If branch)) {
      throw new BrokenRule("no branch %s within reach to mirror", label);
    }
    expose(isThen ? branch.thenRegion() : branch.elseRegion());
  }

  /** Shows what the body of the loop {@code label} defines, and its carried arguments. */
  void exposeLoop(Label label) {
    if (!(structured.get(label) instanceof FlowOp.Loop loop)) {
      throw new BrokenRule("no loop %s within reach to mirror", label);
    }
    loop.arguments().forEach(this::addMirrored);
    expose(loop.body());
  }

  private void expose(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(this::addMirrored);
      addStructured(op);
    }
  }

  private void addMirrored(Value value) {
    if (!values.contains(value)) {
      add(value);
      mirrored.add(value);
    }
  }
}
