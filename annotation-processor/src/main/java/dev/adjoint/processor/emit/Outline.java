package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function as a tree of blocks and nodes, with the place where each value is defined. */
final class Outline {
  private final IrFunction function;
  private final Block body;
  private final Map<Value, Node> definers = new HashMap<>();
  private final Map<Value, Node> carriers = new HashMap<>();
  private int position;

  Outline(IrFunction function) {
    this.function = function;
    this.body = block(function.body(), null);
  }

  IrFunction function() {
    return function;
  }

  Block body() {
    return body;
  }

  /**
   * The node that has {@code value} as a result; {@code null} for parameters and loop arguments.
   */
  @Nullable Node definer(Value value) {
    return definers.get(value);
  }

  /** The loop that carries {@code value} as an argument, if it is one. */
  @Nullable Node carrier(Value value) {
    return carriers.get(value);
  }

  private Block block(Region region, @Nullable Node owner) {
    Block block = new Block(region, owner);
    for (Op op : region.ops()) {
      block.nodes().add(node(op, block));
    }
    block.endAt(position++);
    return block;
  }

  private Node node(Op op, Block block) {
    Node node = new Node(op, block, position++);
    op.results().forEach(result -> definers.put(result, node));
    if (op instanceof FlowOp.If branch) {
      Block onTrue = block(branch.thenRegion(), node);
      node.hold(List.of(onTrue, block(branch.elseRegion(), node)));
    } else if (op instanceof FlowOp.Loop loop) {
      loop.arguments().forEach(argument -> carriers.put(argument, node));
      Block test = block(loop.test(), node);
      node.hold(List.of(test, block(loop.body(), node)));
    } else if (op instanceof FlowOp.ReverseLoop) {
      throw new IllegalStateException("emit: a reverse loop is left: " + op.source());
    }
    return node;
  }
}
