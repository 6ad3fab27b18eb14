package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the needed values are read. */
final class Uses {
  private final Needed needed;
  private final Map<Value, List<Use>> uses = new HashMap<>();

  /**
   * One place that reads a value.
   *
   * @param block where that is
   * @param user the operation that reads it; {@code null} if the block yields it
   */
  record Use(Block block, @Nullable Node user) {}

  private Uses(Needed needed) {
    this.needed = needed;
  }

  static Uses of(Outline outline, Needed needed) {
    Uses uses = new Uses(needed);
    uses.visit(outline.body());
    return uses;
  }

  List<Use> of(Value value) {
    return uses.getOrDefault(value, List.of());
  }

  int count(Value value) {
    return of(value).size();
  }

  /** Forgets what {@code user} reads from {@code values}: that reading is not printed. */
  void forget(Node user, List<Value> values) {
    for (Value value : values) {
      List<Use> left = new ArrayList<>(of(value));
      left.remove(new Use(user.block(), user));
      uses.put(value, left);
    }
  }

  private void visit(Block block) {
    for (Node node : block.nodes()) {
      if (needed.node(node)) {
        operands(node).forEach(operand -> add(operand, new Use(block, node)));
        node.blocks().forEach(this::visit);
      }
    }
    yields(block).forEach(value -> add(value, new Use(block, null)));
  }

  private void add(Value value, Use use) {
    uses.computeIfAbsent(value, _ -> new ArrayList<>()).add(use);
  }

  private List<Value> operands(Node node) {
    return node.op() instanceof FlowOp.Loop loop
        ? where(loop.inits(), loop.arguments())
        : node.op().operands();
  }

  /** The values that are really handed over at the end of a block. */
  List<Value> yields(Block block) {
    List<Value> yields = block.region().yields();
    if (block.region().isExit()) {
      return List.of();
    }
    return switch (block.owner()) {
      case null -> yields;
      case Node owner when owner.op() instanceof FlowOp.If branch ->
          where(yields, branch.results());
      case Node owner when owner.op() instanceof FlowOp.Loop loop && owner.body() == block ->
          where(yields, loop.arguments());
      case Node _ -> yields;
    };
  }

  private List<Value> where(List<Value> values, List<Value> receivers) {
    List<Value> received = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (needed.value(receivers.get(i))) {
        received.add(values.get(i));
      }
    }
    return received;
  }
}
