package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops operations, results of branches and carried values that no result and no effect depends on;
 * stores into arrays that are never read again among them.
 */
final class DeadCode {
  private final Liveness liveness;
  private final Set<Label> branches = new HashSet<>();

  private DeadCode(Liveness liveness) {
    this.liveness = liveness;
  }

  static IrFunction eliminate(IrFunction function) {
    DeadCode dead = new DeadCode(Liveness.of(function));
    return function.withBody(function.body().withOps(dead.ops(function.body())));
  }

  private List<Op> ops(Region region) {
    List<Op> ops = new ArrayList<>(region.ops().size());
    for (Op op : region.ops()) {
      if (liveness.isLive(op) || op instanceof FlowOp.Turn) {
        ops.add(pruned(op));
      }
    }
    return ops;
  }

  private Op pruned(Op op) {
    return switch (op) {
      case FlowOp.If branch -> branch(branch);
      case FlowOp.Loop loop -> {
        List<Value> arguments = loop.arguments();
        yield kept(
            loop,
            new FlowOp.Loop(
                select(loop.results(), arguments),
                select(loop.inits(), arguments),
                select(arguments, arguments),
                loop.test().withOps(ops(loop.test())),
                region(loop.body(), arguments),
                loop.label(),
                loop.plan(),
                loop.source()));
      }
      case FlowOp.ReverseLoop loop -> {
        List<Value> arguments = loop.arguments();
        yield kept(
            loop,
            new FlowOp.ReverseLoop(
                select(loop.results(), arguments),
                select(loop.inits(), arguments),
                select(arguments, arguments),
                region(loop.body(), arguments),
                loop.mirrors(),
                loop.source()));
      }
      default -> op;
    };
  }

  private Op branch(FlowOp.If branch) {
    branches.add(branch.label());
    return kept(
        branch,
        new FlowOp.If(
            select(branch.results(), branch.results()),
            branch.condition(),
            region(branch.thenRegion(), branch.results()),
            region(branch.elseRegion(), branch.results()),
            branch.label(),
            existing(branch.mirrors()),
            branch.source()));
  }

  /** The operation itself, if nothing of it was dropped. */
  private static Op kept(Op op, Op pruned) {
    return pruned.equals(op) ? op : pruned;
  }

  private @Nullable Label existing(@Nullable Label mirrors) {
    return branches.contains(mirrors) ? mirrors : null;
  }

  private Region region(Region region, List<Value> carried) {
    return region.with(ops(region), select(region.yields(), carried));
  }

  /** Those of {@code values} whose counterpart in {@code carried} is live. */
  private List<Value> select(List<Value> values, List<Value> carried) {
    List<Value> selected = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      if (liveness.isLive(carried.get(i))) {
        selected.add(values.get(i));
      }
    }
    return selected;
  }
}
