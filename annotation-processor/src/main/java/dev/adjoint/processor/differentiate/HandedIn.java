package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * Which adjoint arrays are the objects that a caller handed in, and looks into afterwards: what is
 * to be added to another adjoint of the same array is added to these, not these to the other.
 */
final class HandedIn {
  private final Set<Value> versions = new HashSet<>();

  /** Notes an array of the caller's. */
  void add(Value array) {
    versions.add(array);
  }

  boolean contains(Value version) {
    return versions.contains(version);
  }

  /** {@code next}, noted as a version of the array {@code previous}. */
  Value next(Value previous, Value next) {
    if (versions.contains(previous)) {
      versions.add(next);
    }
    return next;
  }
}
