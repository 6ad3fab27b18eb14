package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Value;
import java.util.List;

/** Where control certainly does not get to, so that Java refuses a statement there. */
final class Endings {
  private final BodyPlan plan;
  private final ExpressionEmitter expressions;

  Endings(BodyPlan plan, ExpressionEmitter expressions) {
    this.plan = plan;
    this.expressions = expressions;
  }

  /** Whether a statement may stand at the end of a block. */
  boolean isReached(Block block) {
    List<Node> nodes = block.nodes().stream().filter(plan.inlining()::isStatement).toList();
    return !block.region().isExit() && (nodes.isEmpty() || isPassed(nodes.getLast()));
  }

  /** Whether a statement may stand after this one. */
  boolean isPassed(Node node) {
    return switch (node.op()) {
      case FlowOp.Loop loop -> !isTrue(repeated(node, loop));
      case FlowOp.If _ -> node.blocks().stream().anyMatch(this::isReached);
      default -> true;
    };
  }

  private Value repeated(Node node, FlowOp.Loop loop) {
    return plan.inlining().shape(node) instanceof LoopShape.DoWhile(int flag)
        ? loop.body().yields().get(flag)
        : loop.test().yields().getFirst();
  }

  private boolean isTrue(Value condition) {
    return expressions.assigned(condition).toString().equals("true");
  }
}
