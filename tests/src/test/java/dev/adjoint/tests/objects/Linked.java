package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Objects that refer to each other, handed on by methods that call themselves. */
final class Linked {
  private Linked() {}

  /** A number, and where to go on. */
  private static final class Node {
    double value;
    int weight;
    boolean isLast;
    Node next;
    Node other;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double list(double x, double y) {
    Node first = new Node();
    fill(first, x, y, 4);
    return total(first) * x;
  }

  private static void fill(Node node, double x, double y, int depth) {
    node.value = Math.sin(x * depth) + y;
    node.weight = depth;
    if (depth == 0) {
      node.isLast = true;
    } else {
      node.next = new Node();
      fill(node.next, x * y, y, depth - 1);
      node.value *= node.next.value;
    }
  }

  private static double total(Node node) {
    double sum = node.value * node.weight;
    return node.isLast ? sum + 0.5 : sum + total(node.next) * 0.7;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double tree(double x, double y) {
    Node root = grown(x, y, 3);
    root.other.value += root.value * y;
    return depthFirst(root, y);
  }

  private static Node grown(double x, double y, int depth) {
    if (depth == 0) {
      return null;
    }
    Node made = new Node();
    made.value = x / (1 + depth * y);
    made.next = grown(x * 0.5 + y, y, depth - 1);
    Node side = made.next == null ? made : grown(made.value, y, depth - 2 < 0 ? 0 : depth - 2);
    made.other = side;
    return made;
  }

  private static double depthFirst(Node node, double y) {
    if (node == null) {
      return y;
    }
    double below = depthFirst(node.next, y * node.value);
    if (node.other != node) {
      below += depthFirst(node.other, y) * node.value;
    }
    return below + node.value * node.value;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double ring(double x, double y) {
    Node first = new Node();
    Node second = new Node();
    first.next = second;
    second.next = first;
    first.value = x;
    second.value = y;
    for (int i = 0; i < 3; i++) {
      turn(first, 5);
      Node swapped = first;
      first = second;
      second = swapped;
    }
    return first.value * second.value;
  }

  private static void turn(Node node, int count) {
    if (count > 0) {
      Node next = node.next;
      next.value = next.value * 0.5 + Math.sin(node.value);
      turn(count % 2 == 0 ? next : next.next, count - 1);
    }
  }
}
