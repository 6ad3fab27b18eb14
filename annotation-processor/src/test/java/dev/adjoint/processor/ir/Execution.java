package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one execution of a region, and the executions of what is inside it. */
final class Execution {
  private final Execution outer;
  private final Execution mirrored;
  private final Map<Value, Object> values = new HashMap<>();
  private final Map<Label, List<Execution>> traces = new HashMap<>();

  /**
   * @param outer execution of the region around, or null
   * @param mirrored the execution that this one reverses, or null
   */
  Execution(Execution outer, Execution mirrored) {
    this.outer = outer;
    this.mirrored = mirrored;
  }

  void define(Value value, Object content) {
    values.put(value, content);
  }

  void define(List<Value> names, List<Object> contents) {
    if (names.size() != contents.size()) {
      throw new IllegalStateException(contents.size() + " values for " + names);
    }
    for (int i = 0; i < names.size(); i++) {
      define(names.get(i), contents.get(i));
    }
  }

  /** Remembers the executions of a structured operation, in order. */
  void record(Label label, List<Execution> executions) {
    traces.put(label, executions);
  }

  Object value(Value value) {
    for (Execution at = this; at != null; at = at.outer) {
      if (at.values.containsKey(value)) {
        return at.values.get(value);
      }
      if (at.mirrored != null && at.mirrored.values.containsKey(value)) {
        return at.mirrored.values.get(value);
      }
    }
    throw new IllegalStateException("no value for " + value);
  }

  List<Object> values(List<Value> names) {
    List<Object> contents = new ArrayList<>(names.size());
    for (Value name : names) {
      contents.add(value(name));
    }
    return contents;
  }

  /** The executions of the operation that a mirroring one reverses. */
  List<Execution> trace(Label label) {
    for (Execution at = this; at != null; at = at.outer) {
      if (at.traces.containsKey(label)) {
        return at.traces.get(label);
      }
      if (at.mirrored != null && at.mirrored.traces.containsKey(label)) {
        return at.mirrored.traces.get(label);
      }
    }
    throw new IllegalStateException("nothing of " + label + " was run");
  }
}
