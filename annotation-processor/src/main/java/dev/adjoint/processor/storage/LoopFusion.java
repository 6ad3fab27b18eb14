package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reverses each iteration of a loop right after it has run, where the order of the iterations does
 * not matter: the reverse of each reads its own values only, and what it hands on are sums. Then
 * one loop does what two did, and nothing has to be kept or computed again. The sums are added up
 * in the order of the forward loop, so their last bits may differ from those of the separate loops;
 * what the primal computes is the same.
 */
public final class LoopFusion {
  private final IrFunction joint;
  private final List<Op> ops;

  private LoopFusion(IrFunction joint) {
    this.joint = joint;
    this.ops = joint.body().ops();
  }

  /**
   * A joint adjoint, whose reverse sweep may run with the forward sweep.
   *
   * @param joint the sweeps, whose reverse loops read mirrored values
   */
  public static IrFunction fuse(IrFunction joint) {
    LoopFusion fusion = new LoopFusion(joint);
    for (int at = 0; at < joint.body().ops().size(); at++) {
      if (joint.body().ops().get(at) instanceof FlowOp.ReverseLoop reverse) {
        return fusion.fuse(at, reverse); // Before any other one there is this one.
      }
    }
    return joint;
  }

  private IrFunction fuse(int reverseAt, FlowOp.ReverseLoop reverse) {
    for (int at = 0; at < reverseAt; at++) {
      if (ops.get(at) instanceof FlowOp.Loop loop && loop.label().equals(reverse.mirrors())) {
        List<Op> between = ops.subList(at + 1, reverseAt);
        List<Op> first = needed(between, reverse);
        return isFusible(loop, reverse, between, first)
            ? joint.withBody(joint.body().withOps(fused(at, reverseAt, first)))
            : joint;
      }
    }
    return joint;
  }

  /** The operations between the loops that the reverse one needs. */
  private static List<Op> needed(List<Op> between, FlowOp.ReverseLoop reverse) {
    Set<Value> values = new HashSet<>(reverse.inits());
    reverse.body().ops().forEach(op -> values.addAll(op.operands()));
    values.addAll(reverse.body().yields());
    List<Op> needed = new ArrayList<>();
    for (Op op : between.reversed()) {
      if (op.results().stream().anyMatch(values::contains)) {
        values.addAll(op.operands());
        needed.addFirst(op);
      }
    }
    return needed;
  }

  private boolean isFusible(
      FlowOp.Loop loop, FlowOp.ReverseLoop reverse, List<Op> between, List<Op> first) {
    Set<Value> late = new HashSet<>(loop.results());
    Stream<Op> early = Stream.concat(first.stream(), reverse.body().ops().stream());
    return loop.plan() == null
        && IterationOrder.isPure(loop.body())
        && new IterationOrder(reverse).isFree()
        && between.stream().allMatch(op -> op instanceof FlowOp.Turn || IterationOrder.isPure(op))
        && first.stream().allMatch(IterationOrder::isSteady)
        && early.flatMap(op -> op.operands().stream()).noneMatch(late::contains)
        && reverse.inits().stream().noneMatch(late::contains)
        && loop.results().stream().anyMatch(this::isRead)
        && adjointArraysAreOurs(reverse, first);
  }

  /** Whether the arrays added to are new ones, and read by nobody but the caller. */
  private boolean adjointArraysAreOurs(FlowOp.ReverseLoop reverse, List<Op> first) {
    for (int i = 0; i < reverse.arguments().size(); i++) {
      Value init = reverse.inits().get(i);
      if (IterationOrder.isArray(init)
          && (first.stream()
                  .noneMatch(op -> op instanceof ArrayOp.ZerosLike && op.results().contains(init))
              || uses(joint.body(), init) != 1
              || isOperand(joint.body(), reverse.results().get(i)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isRead(Value value) {
    return uses(joint.body(), value) > 0;
  }

  private static boolean isOperand(Region region, Value value) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op.operands().contains(value)
                    || op.regions().stream().anyMatch(inner -> uses(inner, value) > 0));
  }

  private static long uses(Region region, Value value) {
    long uses = region.yields().stream().filter(value::equals).count();
    for (Op op : region.ops()) {
      uses += op.operands().stream().filter(value::equals).count();
      for (Region inner : op.regions()) {
        uses += uses(inner, value);
      }
    }
    return uses;
  }

  private List<Op> fused(int forwardAt, int reverseAt, List<Op> first) {
    List<Op> all = new ArrayList<>(ops.subList(0, forwardAt));
    all.addAll(first);
    all.add(both((FlowOp.Loop) ops.get(forwardAt), (FlowOp.ReverseLoop) ops.get(reverseAt)));
    ops.subList(forwardAt + 1, reverseAt).stream()
        .filter(op -> !first.contains(op))
        .forEach(all::add);
    all.addAll(ops.subList(reverseAt + 1, ops.size()));
    return all;
  }

  private static FlowOp.Loop both(FlowOp.Loop loop, FlowOp.ReverseLoop reverse) {
    List<Op> ops = new ArrayList<>(loop.body().ops());
    ops.add(new FlowOp.Turn());
    ops.addAll(reverse.body().ops());
    Region body = new Region(List.of(), ops, joined(loop.body().yields(), reverse.body().yields()));
    return new FlowOp.Loop(
        joined(loop.results(), reverse.results()),
        joined(loop.inits(), reverse.inits()),
        joined(loop.arguments(), reverse.arguments()),
        loop.test(),
        body,
        loop.label(),
        loop.source());
  }

  private static <T> List<T> joined(List<? extends T> one, List<? extends T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
