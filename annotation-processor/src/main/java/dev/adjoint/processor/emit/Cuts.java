package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a long method is cut into several: the virtual machine compiles no method of more than
 * 8,000 bytes, and a class file holds none of more than 65,535. Consecutive statements of a block
 * become a method of their own; what is used on both sides of a cut becomes a field.
 */
final class Cuts {
  /** Estimated bytes beyond which a method is cut; the estimate is on the safe side. */
  private static final int LARGEST = 8000;

  /** Estimated bytes of a part. */
  private static final int PART = 5000;

  /** What a part leaves behind: its call. */
  private static final int CALL = 12;

  private final BodyPlan plan;
  private final CodeSize sizes;
  private final Map<Node, Part> parts = new HashMap<>();

  /**
   * Consecutive nodes of one block.
   *
   * @param headers variables of the loops around it, which it reads
   */
  record Part(Node first, Node last, int number, List<Variable> headers) {

    /** Where it begins in program order. */
    int from() {
      return first.position();
    }

    /** Where it ends. */
    int to() {
      return last.blocks().isEmpty() ? last.position() : last.body().end();
    }
  }

  private Cuts(BodyPlan plan) {
    this.plan = plan;
    this.sizes = new CodeSize(plan);
  }

  /** Cuts a function, if it is long; turns variables that several parts use into fields. */
  static Cuts of(BodyPlan plan, Variables variables) {
    Cuts cuts = new Cuts(plan);
    Block body = plan.outline().body();
    if (cuts.sizes.of(body) > LARGEST) {
      cuts.shrink(body);
      List<Variable> all = variables.all();
      cuts.parts.replaceAll((_, part) -> share(part, all));
    }
    return cuts;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The part that begins with a node; {@code null} if none does. */
  @Nullable Part at(Node node) {
    return parts.get(node);
  }

  /** Cuts a block and what is too large in it; answers the size that is left. */
  private int shrink(Block block) {
    List<Node> open = new ArrayList<>();
    int left = 0;
    int size = 0;
    for (Node node : block.nodes()) {
      int own = sizeAfterCuts(node);
      if (size + own > PART) {
        left += cut(open, size);
        size = 0;
      }
      if (node.op() instanceof FlowOp.Throw) {
        left += own;
      } else {
        size += own;
        open.add(node);
      }
    }
    return left + cut(open, size);
  }

  private int sizeAfterCuts(Node node) {
    int size = sizes.of(node);
    if (size <= PART || node.blocks().isEmpty()) {
      return size;
    }
    int own = size;
    int left = 0;
    for (Block block : node.blocks()) {
      own -= sizes.of(block);
      left += block.isTest() ? sizes.of(block) : shrink(block);
    }
    return own + left;
  }

  private int cut(List<Node> open, int size) {
    List<Node> statements = open.stream().filter(plan.inlining()::isStatement).toList();
    open.clear();
    if (statements.isEmpty()) {
      return size;
    }
    Node first = statements.getFirst();
    parts.put(first, new Part(first, statements.getLast(), parts.size() + 1, List.of()));
    return CALL;
  }

  private static Part share(Part part, List<Variable> variables) {
    List<Variable> headers = new ArrayList<>();
    for (Variable variable : variables) {
      if (variable.crosses(part.from(), part.to())) {
        if (variable.kind() == Variable.Kind.LOOP_HEADER) {
          headers.add(variable);
        } else {
          variable.share();
        }
      }
    }
    return new Part(part.first(), part.last(), part.number(), headers);
  }
}
