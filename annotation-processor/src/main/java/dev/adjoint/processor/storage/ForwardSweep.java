package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where and when everything in the forward sweep of a joint adjoint is defined. */
final class ForwardSweep {
  private final Scope outermost = Scope.ofFunction();
  private final Map<Value, Scope> homes = new HashMap<>();
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Integer> moments = new HashMap<>();
  private final Map<Value, Integer> order = new HashMap<>();
  private final Map<Label, Map<Scope.Kind, Scope>> scopes = new HashMap<>();
  private final Map<Label, FlowOp.Loop> loops = new HashMap<>();
  private final List<Placed> placed = new ArrayList<>();
  private int now;

  /**
   * An operation of the forward sweep.
   *
   * @param moment when it is done, counting in program order
   */
  record Placed(Op op, Scope scope, int moment) {}

  private ForwardSweep() {}

  static ForwardSweep of(IrFunction adjoint) {
    ForwardSweep sweep = new ForwardSweep();
    Region body = adjoint.body();
    body.arguments().forEach(argument -> sweep.define(argument, sweep.outermost));
    for (Op op : body.ops()) {
      if (op instanceof FlowOp.Turn) {
        break;
      }
      sweep.place(op, sweep.outermost);
    }
    return sweep;
  }

  /** The scope of the function's own body. */
  Scope outermost() {
    return outermost;
  }

  /** Where a value is defined; {@code null} if not in the forward sweep. */
  @Nullable Scope home(Value value) {
    return homes.get(value);
  }

  /** Whether the reverse sweep sees a value only through a mirroring region. */
  boolean isMirrored(Value value) {
    Scope home = homes.get(value);
    return home != null && !home.isOutermost();
  }

  /** The operation that yields a value; {@code null} for arguments. */
  @Nullable Op definition(Value value) {
    return definitions.get(value);
  }

  /** When a value of the forward sweep is defined. */
  int moment(Value value) {
    return moments.getOrDefault(value, -1);
  }

  /** Position of a value of the forward sweep among all of them. */
  int order(Value value) {
    return order.getOrDefault(value, -1);
  }

  /** The forward region of the given kind; {@code null} if nothing is labelled so. */
  @Nullable Scope scope(@Nullable Label label, Scope.Kind kind) {
    Map<Scope.Kind, Scope> regions = scopes.get(label);
    return regions == null ? null : regions.get(kind);
  }

  FlowOp.Loop loop(Label label) {
    FlowOp.Loop loop = loops.get(label);
    if (loop == null) {
      throw new IllegalStateException("the forward sweep has no loop " + label);
    }
    return loop;
  }

  /** Every operation, those inside a branch or loop before it. */
  List<Placed> operations() {
    return placed;
  }

  private void place(Op op, Scope scope) {
    switch (op) {
      case FlowOp.If branch -> {
        region(branch.thenRegion(), open(Scope.Kind.THEN, branch.label(), scope));
        region(branch.elseRegion(), open(Scope.Kind.ELSE, branch.label(), scope));
      }
      case FlowOp.Loop loop -> {
        loops.put(loop.label(), loop);
        Scope test = open(Scope.Kind.TEST, loop.label(), scope);
        Scope body = open(Scope.Kind.BODY, loop.label(), scope);
        loop.arguments().forEach(argument -> define(argument, body));
        region(loop.test(), test);
        region(loop.body(), body);
      }
      default -> {}
    }
    now++;
    placed.add(new Placed(op, scope, now));
    for (Value result : op.results()) {
      definitions.put(result, op);
      define(result, scope);
    }
  }

  private Scope open(Scope.Kind kind, Label label, Scope parent) {
    Scope scope = parent.inner(kind, label, now);
    scopes.computeIfAbsent(label, _ -> new EnumMap<>(Scope.Kind.class)).put(kind, scope);
    return scope;
  }

  private void region(Region region, Scope scope) {
    region.ops().forEach(op -> place(op, scope));
  }

  private void define(Value value, Scope scope) {
    homes.put(value, scope);
    moments.put(value, now);
    order.put(value, order.size());
  }
}
