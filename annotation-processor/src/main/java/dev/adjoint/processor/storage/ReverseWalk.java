package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rebuilds the reverse sweep of a joint adjoint, with something else for each mirrored value. */
final class ReverseWalk {

  /** What becomes of mirrored values and of the loops they are mirrored in. */
  interface Policy {
    /** What stands for a mirrored value; emits into {@code place} what computes it. */
    Value compute(Value mirrored, ReverseRegion place, ReverseWalk walk);

    /** Runs at the beginning of a region. */
    void enter(ReverseRegion region);

    /** What branches still mirror afterwards. */
    @Nullable Label mirrors(FlowOp.If branch);

    /** Emits what becomes of a reverse loop. */
    void loop(FlowOp.ReverseLoop loop, ReverseRegion outside, ReverseWalk walk);
  }

  private final ForwardSweep forward;
  private final ArrayContents contents;
  private final Policy policy;

  ReverseWalk(ForwardSweep forward, ArrayContents contents, Policy policy) {
    this.forward = forward;
    this.contents = contents;
    this.policy = policy;
  }

  /** The joint adjoint of {@code forwardOps} and what becomes of the reverse sweep. */
  IrFunction rebuild(IrFunction adjoint, List<Op> forwardOps) {
    List<Op> ops = adjoint.body().ops();
    int turn = turn(ops);
    ReverseRegion reverse = new ReverseRegion(null, forward.outermost(), false);
    ops.subList(turn, ops.size()).forEach(op -> rebuild(op, reverse));
    List<Value> yields = read(adjoint.body().yields(), reverse);
    List<Op> joint = new ArrayList<>(forwardOps);
    joint.addAll(reverse.out().ops());
    return adjoint.withBody(new Region(adjoint.parameters(), joint, yields));
  }

  /** The operations before the turn. */
  static List<Op> forwardOps(IrFunction adjoint) {
    List<Op> ops = adjoint.body().ops();
    return ops.subList(0, turn(ops));
  }

  private static int turn(List<Op> ops) {
    for (int i = 0; i < ops.size(); i++) {
      if (ops.get(i) instanceof FlowOp.Turn) {
        return i;
      }
    }
    throw new IllegalStateException("storage: a function without a reverse sweep");
  }

  /** What stands for a value at {@code at}. */
  Value read(Value value, ReverseRegion at) {
    Value current = value.type() instanceof IrType.Array ? contents.last(value) : value;
    if (!forward.isMirrored(value)) {
      return value;
    }
    Value known = forward.isMirrored(current) ? at.get(current) : current;
    return known == null ? compute(current, at) : known;
  }

  private Value compute(Value value, ReverseRegion at) {
    Scope home = forward.home(value);
    if (home == null) {
      throw new IllegalStateException("storage: " + value + " is not of the forward sweep");
    }
    // What a test defines is invariant in its loop where it is read at all.
    Scope parent = home.parent();
    ReverseRegion place =
        at.placeFor(home.kind() == Scope.Kind.TEST && parent != null ? parent : home);
    Value computed = policy.compute(value, place, this);
    place.set(value, computed);
    return computed;
  }

  List<Value> read(List<Value> values, ReverseRegion at) {
    return values.stream().map(value -> read(value, at)).toList();
  }

  /** Rebuilds the operations of {@code region} in {@code in} and answers what it yields. */
  List<Value> rebuild(Region region, ReverseRegion in) {
    policy.enter(in);
    region.ops().forEach(op -> rebuild(op, in));
    return read(region.yields(), in);
  }

  private void rebuild(Op op, ReverseRegion at) {
    switch (op) {
      case FlowOp.If branch -> branch(branch, at);
      case FlowOp.Loop loop -> loop(loop, at);
      case FlowOp.ReverseLoop loop -> policy.loop(loop, at, this);
      default -> at.out().add(Rewriting.mapOperands(op, value -> read(value, at)));
    }
  }

  private void branch(FlowOp.If branch, ReverseRegion at) {
    Value condition = read(branch.condition(), at);
    Region onTrue = side(branch.thenRegion(), branch.mirrors(), Scope.Kind.THEN, at);
    Region onFalse = side(branch.elseRegion(), branch.mirrors(), Scope.Kind.ELSE, at);
    at.out()
        .add(
            new FlowOp.If(
                branch.results(),
                condition,
                onTrue,
                onFalse,
                branch.label(),
                policy.mirrors(branch),
                branch.source()));
  }

  private Region side(Region region, @Nullable Label mirrors, Scope.Kind kind, ReverseRegion at) {
    ReverseRegion in = new ReverseRegion(at, forward.scope(mirrors, kind), false);
    List<Value> yields = rebuild(region, in);
    return in.out().region(List.of(), yields);
  }

  private void loop(FlowOp.Loop loop, ReverseRegion at) {
    List<Value> inits = read(loop.inits(), at);
    Region test = repeated(loop.test(), at);
    Region body = repeated(loop.body(), at);
    at.out()
        .add(
            new FlowOp.Loop(
                loop.results(), inits, loop.arguments(), test, body, loop.label(), loop.source()));
  }

  private Region repeated(Region region, ReverseRegion at) {
    ReverseRegion in = new ReverseRegion(at, null, true);
    List<Value> yields = rebuild(region, in);
    return in.out().region(List.of(), yields);
  }
}
