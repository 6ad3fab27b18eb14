package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.List;

/** Prints operations that put rows into arrays and take them out. */
final class RowOperations {
  /** What is done with rows that may be missing, and with rows of rows. */
  static final ClassName ROWS = ClassName.get("dev.adjoint.tape", "Rows");

  private final BodyPlan plan;
  private final ExpressionEmitter expressions;
  private final Assignments assignments;

  RowOperations(BodyPlan plan, ExpressionEmitter expressions, Assignments assignments) {
    this.plan = plan;
    this.expressions = expressions;
    this.assignments = assignments;
  }

  CodeBlock store(Node node, ArrayOp.StoreRow store) {
    CodeBlock target = expressions.element(store.array(), store.indices());
    return statement("$L = $L", target, row(node, store));
  }

  private CodeBlock row(Node node, ArrayOp.StoreRow store) {
    Value row = store.row();
    CodeBlock original = expressions.element(row, store.rowIndices());
    boolean isWhole = store.rowIndices().isEmpty();
    if (isWhole && (plan.inlining().isInlined(row) || isHandedOver(node, row))) {
      return original;
    }
    boolean isAbsent = isWhole ? plan.arrays().mayBeNull(row) : plan.arrays().mayLackRows(row);
    boolean isFlat = rank(store.array(), store.indices()) == 1;
    CodeBlock used =
        expressions.reused().call(store.result(), isAbsent ? "copyIfAny" : "copyOf", original);
    if (used != null) {
      return used;
    }
    if (isAbsent) {
      return CodeBlock.of("$T.copyIfAny($L)", ROWS, original);
    }
    return isFlat
        ? CodeBlock.of("$L.clone()", original)
        : CodeBlock.of("$T.copy($L)", ROWS, original);
  }

  /** Whether a row is made for this place alone: nothing reads it under its own name any more. */
  private boolean isHandedOver(Node node, Value row) {
    Value first = plan.arrays().first(row);
    Node maker = plan.outline().definer(first);
    return maker != null
        && maker.block() == node.block()
        && plan.arrays().isPrivate(row)
        && (!expressions.reused().isTaken(first) || isFromWorkspace(node))
        && !isReadLater(node, first);
  }

  /** Whether rows of the array that a node writes into are taken from the workspace. */
  private boolean isFromWorkspace(Node node) {
    return expressions.reused().isTaken(node.op().results().getFirst());
  }

  /** Whether an array is read after a node, or by what may be printed after it. */
  private boolean isReadLater(Node node, Value first) {
    Block block = node.block();
    for (Node other : block.nodes()) {
      boolean isBefore = other.index() < node.index();
      boolean isMoved = other.op().results().stream().anyMatch(plan.inlining()::isInlined);
      if (other != node && (!isBefore || isMoved) && reads(other, first)) {
        return true;
      }
    }
    return reads(block.region().yields(), first);
  }

  private boolean reads(Node node, Value first) {
    return reads(node.op().operands(), first)
        || node.blocks().stream()
            .anyMatch(
                block ->
                    reads(block.region().yields(), first)
                        || block.nodes().stream().anyMatch(inner -> reads(inner, first)));
  }

  private boolean reads(List<Value> values, Value first) {
    return values.stream()
        .anyMatch(
            value -> value.type() instanceof IrType.Array && plan.arrays().first(value) == first);
  }

  CodeBlock take(Node node, ArrayOp.TakeRow take) {
    CodeBlock row = expressions.element(take.array(), take.indices());
    return assignments.assign(take.result(), row, node.block());
  }

  CodeBlock clear(ArrayOp.ClearRow clear) {
    CodeBlock target = expressions.element(clear.array(), clear.indices());
    CodeBlock shape = expressions.assigned(clear.shape());
    ScalarType element = (ScalarType) ((IrType.Array) clear.array().type()).element();
    boolean isFlat = clear.shape().type() == ScalarType.INT;
    CodeBlock used =
        expressions.reused().call(clear.result(), element.javaName() + "sIfAny", shape);
    if (used != null) {
      return statement("$L = $L", target, used);
    }
    return isFlat && !plan.arrays().mayLackRows(clear.array())
        ? statement("$L = new $L[$L]", target, element.javaName(), shape)
        : statement("$L = $T.$Ls($L)", target, ROWS, element.javaName(), shape);
  }

  private static int rank(Value array, List<Value> indices) {
    return ((IrType.Array) array.type()).rank() - indices.size();
  }

  private static CodeBlock statement(String format, Object... arguments) {
    return CodeBlock.builder().addStatement(format, arguments).build();
  }
}
