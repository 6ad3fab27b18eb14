package dev.adjoint.processor.emit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the methods of one class take from workspaces: the slots that are given away, and the sweeps
 * that are called with buffers.
 */
final class WorkspaceUse {
  private final Set<String> sweeps = new LinkedHashSet<>();
  private int slots;

  /** Gives away some slots; the first of them. */
  int slots(int count) {
    int first = slots;
    slots += count;
    return first;
  }

  /** Notes that a sweep is called with buffers. */
  void calls(String sweep) {
    sweeps.add(sweep);
  }

  /** The sweeps called so far, in the order of their first calls. */
  List<String> sweeps() {
    return List.copyOf(sweeps);
  }
}
