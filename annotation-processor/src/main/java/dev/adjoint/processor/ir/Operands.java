package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** Assembles operand lists of array operations. */
final class Operands {
  private Operands() {}

  static List<Value> join(Value array, List<Value> indices) {
    List<Value> all = new ArrayList<>(indices.size() + 1);
    all.add(array);
    all.addAll(indices);
    return List.copyOf(all);
  }

  static List<Value> join(Value array, List<Value> indices, Value value) {
    List<Value> all = new ArrayList<>(indices.size() + 2);
    all.add(array);
    all.addAll(indices);
    all.add(value);
    return List.copyOf(all);
  }
}
