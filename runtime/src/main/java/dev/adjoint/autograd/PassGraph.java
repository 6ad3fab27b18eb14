package dev.adjoint.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The part of a graph that one backward pass goes through, and what it knows of each node.
 *
 * <p>The state of a node is the node itself while one pass owns it; a pass that meets a node of
 * another thread, or one owned by a pass further up the same stack, keeps its state in a map. The
 * states are linked rather than listed: links between young objects are what the garbage collector
 * sees least of.
 */
final class PassGraph {
  private final Modes thread;
  private @Nullable NodeState first;
  private @Nullable NodeState last;
  private @Nullable IdentityHashMap<Node, NodeState> borrowed;

  PassGraph(Modes thread) {
    this.thread = thread;
  }

  /** The state of a node that was found before. */
  NodeState state(Node node) {
    NodeState state = stateOrNull(node);
    if (state == null) {
      throw new IllegalStateException("PassGraph: " + node.name() + " was not discovered");
    }
    return state;
  }

  /** The node itself if this pass owns it: no other thread ever writes this pass into it. */
  private @Nullable NodeState stateOrNull(Node node) {
    if (node.pass == this) {
      return node;
    }
    return borrowed == null ? null : borrowed.get(node);
  }

  NodeState stateOrNew(Node node) {
    NodeState present = stateOrNull(node);
    return present == null ? found(node) : present;
  }

  private NodeState found(Node node) {
    NodeState fresh = node.stateFor(this, thread);
    if (last == null) {
      first = fresh;
    } else {
      last.following = fresh;
    }
    last = fresh;
    if (fresh instanceof BorrowedState) {
      if (borrowed == null) {
        borrowed = new IdentityHashMap<>();
      }
      borrowed.put(node, fresh);
    }
    return fresh;
  }

  /** Finds every node behind those found so far and counts the edges into each. */
  void discover() {
    for (NodeState state = first; state != null; state = state.following) {
      Node node = state.node();
      int edges = node.edgeCount();
      for (int i = 0; i < edges; i++) {
        Node next = node.nextNode(i);
        if (next != null) {
          stateOrNew(next).dependencies++;
        }
      }
    }
  }

  /** Leaves out the nodes behind which no target lies. */
  void markNeeded(Predicate<Node> isTarget) {
    for (NodeState state : inOrder().reversed()) {
      state.target = isTarget.test(state.node());
      state.needed = state.target || leadsToNeeded(state.node());
    }
  }

  /** The nodes, each before those its edges lead to. */
  private List<NodeState> inOrder() {
    List<NodeState> order = new ArrayList<>();
    for (NodeState state = first; state != null; state = state.following) {
      if (state.dependencies == 0) {
        order.add(state);
      }
    }
    for (int at = 0; at < order.size(); at++) {
      Node node = order.get(at).node();
      int edges = node.edgeCount();
      for (int i = 0; i < edges; i++) {
        Node next = node.nextNode(i);
        if (next != null && --state(next).dependencies == 0) {
          order.add(state(next));
        }
      }
    }
    discover(); // counts anew what the order counted down
    return order;
  }

  boolean leadsToNeeded(Node node) {
    int edges = node.edgeCount();
    for (int i = 0; i < edges; i++) {
      Node next = node.nextNode(i);
      if (next != null && state(next).needed) {
        return true;
      }
    }
    return false;
  }

  /** Gives back the nodes that a failed pass did not come to. */
  void abandon(Iterable<Node> roots) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Node> open = new ArrayList<>();
    roots.forEach(open::add);
    while (!open.isEmpty()) {
      Node node = open.removeLast();
      if (seen.add(node)) {
        if (node.pass == this) {
          node.end();
        }
        for (int i = 0; i < node.edgeCount(); i++) {
          Node next = node.nextNode(i);
          if (next != null) {
            open.add(next);
          }
        }
      }
    }
  }
}
