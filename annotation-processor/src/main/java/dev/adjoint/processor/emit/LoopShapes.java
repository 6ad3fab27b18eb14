package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import org.jspecify.annotations.Nullable;

/** Recognises the loops that a person would write as {@code for} or {@code do}. */
final class LoopShapes {
  private final Outline outline;
  private final Needed needed;
  private final Uses uses;

  LoopShapes(Outline outline, Needed needed, Uses uses) {
    this.outline = outline;
    this.needed = needed;
    this.uses = uses;
  }

  /** The shape of a loop whose test is one expression, as far as its carried values tell. */
  LoopShape of(Node node) {
    FlowOp.Loop loop = (FlowOp.Loop) node.op();
    for (int i = 0; i < loop.arguments().size(); i++) {
      if (!needed.value(loop.arguments().get(i)) || needed.value(loop.results().get(i))) {
        continue;
      }
      if (isFlag(loop, i)) {
        return new LoopShape.DoWhile(i);
      }
      Node update = update(node, loop, i);
      if (update != null) {
        return new LoopShape.For(i, update);
      }
    }
    return new LoopShape.While();
  }

  private boolean isFlag(FlowOp.Loop loop, int index) {
    Value argument = loop.arguments().get(index);
    Node init = outline.definer(loop.inits().get(index));
    return init != null
        && init.op() instanceof Op.Constant constant
        && Boolean.TRUE.equals(constant.literal())
        && loop.test().yields().getFirst() == argument
        && uses.count(argument) == 1
        && !loop.arguments().contains(loop.body().yields().get(index));
  }

  private @Nullable Node update(Node node, FlowOp.Loop loop, int index) {
    Value argument = loop.arguments().get(index);
    Value next = loop.body().yields().get(index);
    Node update = outline.definer(next);
    boolean isTested =
        uses.of(argument).stream().anyMatch(use -> node.blocks().getFirst().encloses(use.block()));
    boolean isRepeatable = next.type() == ScalarType.INT || uses.count(next) == 1;
    if (!isTested || update == null || update.block() != node.body() || !isRepeatable) {
      return null;
    }
    return update.op() instanceof Op.Arithmetic arithmetic
            && isStep(arithmetic.operator())
            && arithmetic.operands().getFirst() == argument
            && isFixed(arithmetic.operands().getLast(), node)
        ? update
        : null;
  }

  private static boolean isStep(Operator operator) {
    return operator == Operator.ADD || operator == Operator.SUB;
  }

  private boolean isFixed(Value step, Node loop) {
    if (outline.carrier(step) == loop) {
      return false;
    }
    Node definer = outline.definer(step);
    return definer == null
        || definer.op() instanceof Op.Constant
        || !loop.body().encloses(definer.block());
  }
}
