package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the stores that print as {@code array[index] += value}. */
final class CompoundStores {
  private final Outline outline;
  private final Needed needed;
  private final Uses uses;
  private final ArrayObjects arrays;
  private final Map<Node, Op.Arithmetic> found = new HashMap<>();

  private CompoundStores(Outline outline, Needed needed, Uses uses, ArrayObjects arrays) {
    this.outline = outline;
    this.needed = needed;
    this.uses = uses;
    this.arrays = arrays;
  }

  /** The compound stores of a function; takes the indices of their loads out of {@code uses}. */
  static CompoundStores of(Outline outline, Needed needed, Uses uses, ArrayObjects arrays) {
    CompoundStores stores = new CompoundStores(outline, needed, uses, arrays);
    stores.visit(outline.body());
    return stores;
  }

  /** The operation of a compound store, whose right operand is what is printed. */
  Op.@Nullable Arithmetic operation(Node store, Inlining inlining) {
    Op.Arithmetic operation = found.get(store);
    return operation != null
            && inlining.isInlined(operation.result())
            && inlining.isInlined(operation.operands().getFirst())
        ? operation
        : null;
  }

  private void visit(Block block) {
    for (Node node : block.nodes()) {
      if (node.op() instanceof ArrayOp.Store store && needed.node(node)) {
        visit(node, store);
      }
      node.blocks().forEach(this::visit);
    }
  }

  private void visit(Node node, ArrayOp.Store store) {
    if (Containers.isGrowing(store.array().type())) {
      return;
    }
    Node operation = temporary(outline.definer(store.value()));
    if (operation == null || !(operation.op() instanceof Op.Arithmetic arithmetic)) {
      return;
    }
    Node source = temporary(outline.definer(arithmetic.operands().getFirst()));
    if (source == null
        || !(source.op() instanceof ArrayOp.Load load)
        || source.block() != node.block()) {
      return;
    }
    boolean isSamePlace = load.array() == store.array() && load.indices().equals(store.indices());
    if (isSamePlace
        && isAssignment(arithmetic.operator())
        && isQuiet(source, node)
        && load.indices().stream().allMatch(this::isSilent)) {
      found.put(node, arithmetic);
      uses.forget(source, load.indices());
    }
  }

  private @Nullable Node temporary(@Nullable Node node) {
    if (node == null || node.op().results().size() != 1) {
      return null;
    }
    var result = node.op().results().getFirst();
    return result.name().isEmpty() && uses.count(result) == 1 ? node : null;
  }

  private static boolean isAssignment(Operator operator) {
    return switch (operator) {
      case ADD, SUB, MUL, DIV, REM, AND, OR, XOR, SHL, SHR, USHR -> true;
      case NEG, EQ, NE, LT, LE, GT, GE, NOT, COMPLEMENT -> false;
    };
  }

  /** Whether nothing between the two nodes keeps the load and the operation from moving down. */
  private boolean isQuiet(Node from, Node to) {
    List<Node> nodes = to.block().nodes().subList(from.index(), to.index());
    List<Effect> effects = nodes.stream().map(node -> Effect.of(node, arrays)).toList();
    return effects.stream()
        .filter(effect -> !effect.changesNothing())
        .noneMatch(
            change ->
                effects.stream()
                    .anyMatch(
                        other -> other.changesNothing() && other.conflictsWith(change, arrays)));
  }

  private boolean isSilent(Value index) {
    Node definer = outline.definer(index);
    return definer == null || Effect.of(definer, arrays).changesNothing();
  }
}
