package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** What a local variable stands for at one point of the program. */
sealed interface Binding {

  /** A scalar or an opaque reference. */
  record Held(Value value) implements Binding {}

  /**
   * An array or a row of one: {@code location[indices…]}.
   *
   * @param location the array object
   * @param indices as evaluated when the variable was bound
   */
  record ArrayPath(Location location, List<Value> indices) implements Binding {
    public ArrayPath {
      indices = List.copyOf(indices);
    }

    static ArrayPath whole(Location location) {
      return new ArrayPath(location, List.of());
    }

    boolean isWhole() {
      return indices.isEmpty();
    }

    /** The path some subscripts deeper. */
    ArrayPath below(List<Value> more) {
      List<Value> longer = new ArrayList<>(indices);
      longer.addAll(more);
      return new ArrayPath(location, longer);
    }

    /** The array that the last subscript is one of. */
    ArrayPath array() {
      return new ArrayPath(location, indices.subList(0, indices.size() - 1));
    }

    /** The path one subscript deeper. */
    ArrayPath at(Value index) {
      List<Value> longer = new ArrayList<>(indices);
      longer.add(index);
      return new ArrayPath(location, longer);
    }
  }

  /** An object that its fields stand for. */
  @SuppressWarnings("AvoidCommonTypeNames") // always written Binding.Object outside of this file
  record Object(LocalObject object) implements Binding {}

  /** An array in objects of a class that an object of a sealed type is not of. */
  record Absent() implements Binding {}

  /** Declared and not assigned yet. */
  record Unassigned() implements Binding {}
}
