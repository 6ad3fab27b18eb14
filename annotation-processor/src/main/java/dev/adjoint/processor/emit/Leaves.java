package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** The variables that an expression reads once everything inlined has been put in. */
final class Leaves {
  private final Outline outline;
  private final Inlining inlining;

  Leaves(Outline outline, Inlining inlining) {
    this.outline = outline;
    this.inlining = inlining;
  }

  /** What printing {@code value} reads: itself, unless it is inlined. */
  Set<Value> of(Value value) {
    Set<Value> leaves = new LinkedHashSet<>();
    add(value, leaves);
    return leaves;
  }

  /** What printing a node as an expression or plain statement reads. */
  Set<Value> read(Node node) {
    Set<Value> leaves = new LinkedHashSet<>();
    addOperands(node, leaves);
    return leaves;
  }

  private void add(Value value, Set<Value> leaves) {
    Node definer = outline.definer(value);
    if (!inlining.isInlined(value)) {
      leaves.add(value);
    } else if (definer != null) {
      addOperands(definer, leaves);
    }
  }

  private void addOperands(Node node, Set<Value> leaves) {
    node.op().operands().forEach(operand -> add(operand, leaves));
    if (node.op() instanceof FlowOp.If branch && inlining.isExpression(node)) {
      int result = inlining.expressionResult(node);
      add(branch.thenRegion().yields().get(result), leaves);
      add(branch.elseRegion().yields().get(result), leaves);
    }
  }
}
