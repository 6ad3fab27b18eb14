package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be printed: operations with an effect, and the values that something printed reads.
 */
final class Needed {
  private final Outline outline;
  private final Set<Value> values = new HashSet<>();
  private final Set<Node> nodes = new HashSet<>();
  private final Deque<Value> pending = new ArrayDeque<>();

  private Needed(Outline outline) {
    this.outline = outline;
  }

  static Needed of(Outline outline) {
    Needed needed = new Needed(outline);
    needed.roots(outline.body());
    if (!outline.body().region().isExit()) {
      outline.body().region().yields().forEach(needed::mark);
    }
    while (!needed.pending.isEmpty()) {
      needed.follow(needed.pending.remove());
    }
    return needed;
  }

  boolean value(Value value) {
    return values.contains(value);
  }

  boolean node(Node node) {
    return nodes.contains(node);
  }

  private void roots(Block block) {
    for (Node node : block.nodes()) {
      node.blocks().forEach(this::roots);
      if (hasEffect(node.op())) {
        keep(node);
      }
    }
  }

  private void mark(Value value) {
    if (values.add(value)) {
      pending.add(value);
    }
  }

  private void keep(@Nullable Node node) {
    if (node == null || !nodes.add(node)) {
      return;
    }
    switch (node.op()) {
      case FlowOp.If branch -> mark(branch.condition());
      case FlowOp.Loop loop -> loop.test().yields().forEach(this::mark);
      case ArrayOp.Store store when isAppended(store) -> {
        mark(store.array());
        mark(store.value());
      }
      default -> node.op().operands().forEach(this::mark);
    }
    keep(node.block().owner());
  }

  /** Whether a store prints as {@code list.add(value)}, without its index. */
  private boolean isAppended(ArrayOp.Store store) {
    Node index = outline.definer(store.indices().getLast());
    return index != null
        && Containers.isList(store.array().type())
        && index.op() instanceof CallOp.Invoke invoke
        && invoke.member().equals(Containers.END);
  }

  private void follow(Value value) {
    Node carrier = outline.carrier(value);
    if (carrier != null && carrier.op() instanceof FlowOp.Loop loop) {
      int index = loop.arguments().indexOf(value);
      mark(loop.inits().get(index));
      mark(loop.body().yields().get(index));
      keep(carrier);
      return;
    }
    Node definer = outline.definer(value);
    if (definer == null) {
      return;
    }
    keep(definer);
    if (definer.op() instanceof FlowOp.Loop loop) {
      mark(loop.arguments().get(loop.results().indexOf(value)));
    } else if (definer.op() instanceof FlowOp.If branch) {
      int index = branch.results().indexOf(value);
      for (var side : List.of(branch.thenRegion(), branch.elseRegion())) {
        if (!side.isExit()) {
          mark(side.yields().get(index));
        }
      }
    }
  }

  private static boolean hasEffect(Op op) {
    return switch (op) {
      case ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          Op.FieldStore _,
          FlowOp.Throw _ ->
          true;
      case CallOp.Call _,
          CallOp.ForwardCall _,
          CallOp.ReverseCall _,
          CallOp.TangentCall _,
          FlowOp.Turn _ ->
          true;
      case CallOp.Invoke invoke -> isKept(invoke.member().effects());
      case CallOp.DynamicCall _, Op.Unsupported _ -> true;
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> false;
      case ArrayOp.Allocate _, ArrayOp.ArrayLiteral _, ArrayOp.ZerosLike _, ArrayOp.ArrayCopy _ ->
          false;
      case ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _,
          FlowOp.If _,
          FlowOp.Loop _,
          FlowOp.ReverseLoop _ ->
          false;
    };
  }

  private static boolean isKept(JavaMember.Effects effects) {
    return switch (effects) {
      case PURE, READS_STATE -> false;
      case NON_DETERMINISTIC, WRITES_STATE -> true;
    };
  }
}
