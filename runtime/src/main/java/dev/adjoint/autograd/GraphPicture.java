package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The graph behind a tensor as Graphviz text: boxes for the result and for leaves, with their
 * shapes; ellipses for operations; arrows in the direction of the computation, with the shape of
 * what is handed over where the operation knows it.
 */
public final class GraphPicture {
  private final StringBuilder text = new StringBuilder("digraph {\n");
  private final IdentityHashMap<Node, String> names = new IdentityHashMap<>();
  private final Deque<Node> pending = new ArrayDeque<>();

  private GraphPicture() {}

  /**
   * Draws the graph behind a tensor.
   *
   * @param tensor any tensor
   * @return a digraph in the language of Graphviz
   */
  public static String of(Tensor tensor) {
    GraphPicture picture = new GraphPicture();
    picture.drawResult(tensor);
    while (!picture.pending.isEmpty()) {
      picture.drawInputs(picture.pending.remove());
    }
    return picture.text.append("}\n").toString();
  }

  private void drawResult(Tensor tensor) {
    Node node = History.gradientNode(tensor);
    if (node instanceof AccumulateGrad) {
      name(node);
      return;
    }
    box("result", described(tensor), "palegreen");
    if (node != null) {
      arrow(name(node), "result", label(tensor.layout(), node, History.outputNumber(tensor)));
    }
  }

  /** The name of a node's box or ellipse, drawn when first asked for. */
  private String name(Node node) {
    String known = names.get(node);
    if (known != null) {
      return known;
    }
    String name = "n" + names.size();
    names.put(node, name);
    if (node instanceof AccumulateGrad leaf) {
      box(name, "leaf " + described(leaf.variable()), "lightblue");
    } else {
      text.append("  ")
          .append(name)
          .append(" [label=\"")
          .append(node.simpleName())
          .append("\"];\n");
      pending.add(node);
    }
    return name;
  }

  private void drawInputs(Node node) {
    for (int i = 0; i < node.inputCount(); i++) {
      Node next = node.nextNode(i);
      if (next instanceof DualNode dual) {
        next = dual.next;
      }
      if (next != null) {
        arrow(name(next), name(node), label(node.inputLayout(i), next, node.nextOutput(i)));
      }
    }
  }

  private void box(String name, String label, String colour) {
    text.append("  ").append(name).append(" [label=\"").append(label);
    text.append("\", shape=box, style=filled, fillcolor=").append(colour).append("];\n");
  }

  private void arrow(String from, String to, String label) {
    text.append("  ").append(from).append(" -> ").append(to);
    if (!label.isEmpty()) {
      text.append(" [label=\"").append(label).append("\"]");
    }
    text.append(";\n");
  }

  private static String label(@Nullable Layout layout, Node from, int output) {
    String shape = layout == null ? "" : shape(layout);
    return from.outputCount() == 1 ? shape : (shape + " #" + output).strip();
  }

  private static String described(Tensor tensor) {
    return shape(tensor.layout()) + " " + tensor.dtype().label().replace("torch.", "");
  }

  private static String shape(Layout layout) {
    return Arrays.stream(layout.sizes())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
