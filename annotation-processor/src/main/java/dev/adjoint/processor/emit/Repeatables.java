package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that are better written down again at each use than held in a variable. */
final class Repeatables {
  private final Inlining inlining;
  private final Uses uses;
  private final Set<Value> offsets = new HashSet<>();

  Repeatables(Inlining inlining, Uses uses) {
    this.inlining = inlining;
    this.uses = uses;
  }

  /** Whether a node's value is one; its operands have been decided about. */
  boolean contains(Node node) {
    return switch (node.op()) {
      case CallOp.Invoke invoke -> invoke.member().equals(JavaMember.ASSERTIONS_ENABLED);
      case Op.Constant constant -> constant.literal() != null || !isAccessed(constant.result());
      case ArrayOp.ArrayLength(var result, _, var indices, _) ->
          indices.isEmpty() && result.name().isEmpty();
      case Op.Convert(var result, var operand, _) ->
          Inlining.isTemporary(node, result)
              && (!inlining.isInlined(operand) || offsets.contains(operand))
              && Widening.isImplicit(operand.type(), result.type());
      case Op.StopGradient(_, var operand, _, _) ->
          !inlining.isInlined(operand) && !operand.type().equals(IrType.Reference.TENSOR);
      case Op.Arithmetic arithmetic ->
          isOffset(node, arithmetic) && offsets.add(arithmetic.result());
      default -> false;
    };
  }

  /** Whether elements or the length of an array are asked for: {@code null[0]} is not Java. */
  private boolean isAccessed(Value array) {
    return uses.of(array).stream()
        .anyMatch(
            use ->
                use.user() != null
                    && use.user().op() instanceof ArrayOp op
                    && !(op instanceof ArrayOp.StoreRow store && store.row().equals(array)));
  }

  /** {@code i + 1}, {@code n - i}: an index, as long as what it reads stays the same. */
  private boolean isOffset(Node node, Op.Arithmetic op) {
    boolean isSum = op.operator() == Operator.ADD || op.operator() == Operator.SUB;
    Value result = op.result();
    return isSum
        && result.type() == ScalarType.INT
        && uses.count(result) > 1
        && (result.name().isEmpty() || isStart(result))
        && op.operands().stream().allMatch(inlining::isShort)
        && isSteady(node, uses.of(result));
  }

  /** Whether a value is named only after the loop variable that starts with it. */
  private boolean isStart(Value value) {
    return uses.of(value).stream()
        .anyMatch(
            use ->
                use.user() != null
                    && use.user().op() instanceof FlowOp.Loop loop
                    && loop.arguments()
                        .get(loop.inits().indexOf(value))
                        .name()
                        .equals(value.name()));
  }

  /** Whether what a node reads is the same at all uses of what it computes. */
  private boolean isSteady(Node node, List<Uses.Use> all) {
    int end = node.index() + 1;
    for (Uses.Use use : all) {
      if (use.user() == null && use.block().owner() != null && !use.block().isTest()) {
        return false; // It is handed over.
      }
      end = Math.max(end, end(node.block(), use));
    }
    Set<Value> leaves = inlining.leaves(node);
    return node.block().nodes().subList(node.index() + 1, end).stream()
        .noneMatch(other -> inlining.overwrites(other, leaves));
  }

  /** The number of the first node of {@code block} that does not run before a use. */
  private static int end(Block block, Uses.Use use) {
    Node holder = use.block() == block ? use.user() : block.holderOf(use.block());
    return holder == null ? block.nodes().size() : holder.index() + (holder == use.user() ? 0 : 1);
  }
}
