package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceText;
import java.util.List;

/** Which branches a person would write as {@code ?:}, {@code &&} or {@code ||}. */
final class BranchExpressions {
  private static final int LONGEST_TEST = 24;
  private static final int LONGEST_CHOICE = 10;

  private final Outline outline;
  private final Needed needed;
  private final ArrayObjects arrays;
  private final SourceText text;

  BranchExpressions(Outline outline, Needed needed, ArrayObjects arrays, SourceText text) {
    this.outline = outline;
    this.needed = needed;
    this.arrays = arrays;
    this.text = text;
  }

  /** Whether a branch should be an expression if its sides can be. */
  boolean isCandidate(Node node) {
    FlowOp.If branch = (FlowOp.If) node.op();
    List<Value> results = branch.results().stream().filter(needed::value).toList();
    if (results.size() != 1 || branch.thenRegion().isExit() || branch.elseRegion().isExit()) {
      return false;
    }
    Value result = results.getFirst();
    int longest = result.type() == ScalarType.BOOLEAN ? LONGEST_TEST : LONGEST_CHOICE;
    return !(result.type() instanceof IrType.Array)
        && isWrittenAsExpression(node, branch, result)
        && node.blocks().stream().mapToInt(this::size).sum() <= longest
        && Effect.of(node, arrays).changesNothing();
  }

  private boolean isWrittenAsExpression(Node node, FlowOp.If branch, Value result) {
    if (result.name().isEmpty()) {
      return true;
    }
    int index = branch.results().indexOf(result);
    boolean keepsOldValue =
        isVersion(branch.thenRegion().yields().get(index), result)
            || isVersion(branch.elseRegion().yields().get(index), result);
    boolean isChoice = node.blocks().stream().allMatch(block -> size(block) == 0);
    return (isChoice || !keepsOldValue)
        && branch.source().isKnown()
        && !text.content().startsWith("if", branch.source().start());
  }

  private boolean isVersion(Value value, Value result) {
    Node definer = outline.definer(value);
    return result.name().equals(value.name())
        && !(definer != null && definer.op() instanceof Op.Constant);
  }

  private int size(Block block) {
    int size = 0;
    for (Node node : block.nodes()) {
      if (needed.node(node) && !(node.op() instanceof Op.Constant)) {
        boolean isLoop = node.op() instanceof FlowOp.Loop;
        size += isLoop ? LONGEST_TEST : 1;
        size += node.blocks().stream().mapToInt(this::size).sum();
      }
    }
    return size;
  }
}
