package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import java.util.List;

/** An operation at its place in a function. */
final class Node {
  private final Op op;
  private final Block block;
  private final int index;
  private final int position;
  private List<Block> blocks = List.of();

  Node(Op op, Block block, int position) {
    this.op = op;
    this.block = block;
    this.index = block.nodes().size();
    this.position = position;
  }

  Op op() {
    return op;
  }

  /** The block it stands in. */
  Block block() {
    return block;
  }

  /** Its number in that block. */
  int index() {
    return index;
  }

  /** Its number in program order over the whole function. */
  int position() {
    return position;
  }

  /** The blocks it holds: then and else of a branch, test and body of a loop. */
  List<Block> blocks() {
    return blocks;
  }

  void hold(List<Block> held) {
    blocks = held;
  }

  boolean isLoop() {
    return op instanceof FlowOp.Loop;
  }

  /** The last block: the body of a loop. */
  Block body() {
    return blocks.getLast();
  }
}
