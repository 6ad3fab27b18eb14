package dev.adjoint.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Nodes ready to run, the youngest first: a binary heap on the sequence number. */
final class NodeQueue {
  private @Nullable NodeState[] heap = new @Nullable NodeState[16];
  private int size;

  void push(NodeState state) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      NodeState above = heap[parent];
      if (above != null && above.node().sequence >= state.node().sequence) {
        break;
      }
      heap[at] = above;
      at = parent;
    }
    heap[at] = state;
  }

  @Nullable NodeState poll() {
    if (size == 0) {
      return null;
    }
    NodeState top = heap[0];
    NodeState last = heap[--size];
    heap[size] = null;
    if (size > 0 && last != null) {
      sink(last);
    }
    return top;
  }

  private void sink(NodeState state) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && sequence(child + 1) > sequence(child)) {
        child++;
      }
      if (sequence(child) <= state.node().sequence) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = state;
  }

  private long sequence(int at) {
    NodeState state = heap[at];
    return state == null ? Long.MIN_VALUE : state.node().sequence;
  }
}
