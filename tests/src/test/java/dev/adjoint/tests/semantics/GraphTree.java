package dev.adjoint.tests.semantics;

import dev.adjoint.autograd.AccumulateGrad;
import dev.adjoint.autograd.Edge;
import dev.adjoint.autograd.Node;
import org.jspecify.annotations.Nullable;

/** Prints the backward graph below a node, one node per line, inputs indented. */
final class GraphTree {

  private GraphTree() {}

  static void print(Console out, @Nullable Node node) {
    print(out, node, 0);
  }

  private static void print(Console out, @Nullable Node node, int depth) {
    String indent = "  ".repeat(depth);
    if (node == null) {
      out.print(indent + "None");
      return;
    }
    String leaf =
        node instanceof AccumulateGrad accumulate
            ? " " + PythonText.tuple(accumulate.variable().shape())
            : "";
    out.print(indent + node.name() + leaf);
    for (Edge edge : node.nextFunctions()) {
      print(out, edge.function(), depth + 1);
    }
  }
}
