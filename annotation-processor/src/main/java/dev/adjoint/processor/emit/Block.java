package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A region at its place in a function. */
final class Block {
  private final Region region;
  private final @Nullable Node owner;
  private final int depth;
  private final List<Node> nodes = new ArrayList<>();
  private int end;

  Block(Region region, @Nullable Node owner) {
    this.region = region;
    this.owner = owner;
    this.depth = owner == null ? 0 : owner.block().depth + 1;
  }

  Region region() {
    return region;
  }

  /** The branch or loop this is part of; {@code null} for a function's body. */
  @Nullable Node owner() {
    return owner;
  }

  List<Node> nodes() {
    return nodes;
  }

  /** Whether this is the test of a loop. */
  boolean isTest() {
    return owner != null && owner.isLoop() && owner.blocks().getFirst() == this;
  }

  /**
   * Whether this is the test of a loop that {@code inner} is in: where the test is printed as
   * statements, what it declares is in scope in the whole body.
   */
  boolean isTestAround(Block inner) {
    boolean isAround = false;
    for (Block at = inner; isTest() && at.owner != null; at = at.owner.block()) {
      isAround |= at.owner == owner;
    }
    return isAround;
  }

  /** Position of what happens at the end of the block: the hand-over of its yields. */
  int end() {
    return end;
  }

  void endAt(int position) {
    end = position;
  }

  /** The node of this block that holds {@code inner}; {@code null} if that is this block itself. */
  @Nullable Node holderOf(Block inner) {
    Node holder = null;
    Block at = inner;
    while (at != this && at.owner != null) {
      holder = at.owner;
      at = holder.block();
    }
    return holder;
  }

  /** The last of its nodes that does not stand after a position; {@code null} if all do. */
  @Nullable Node lastUntil(int position) {
    int low = 0;
    int high = nodes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nodes.get(middle).position() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : nodes.get(low - 1);
  }

  boolean encloses(Block other) {
    return common(this, other) == this;
  }

  /** The innermost block around both. */
  static Block common(Block one, Block other) {
    Block a = one;
    Block b = other;
    while (a != b) {
      if (a.depth >= b.depth) {
        a = a.parent();
      } else {
        b = b.parent();
      }
    }
    return a;
  }

  private Block parent() {
    if (owner == null) {
      throw new IllegalStateException("emit: two blocks of different functions");
    }
    return owner.block();
  }
}
