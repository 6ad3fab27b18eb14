package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.TapeMembers;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets the forward sweep write every kept value to its storage. */
final class ForwardTapes {
  private final ForwardSweep forward;
  private final TapePlan plan;
  private final TripCounts trips;
  private final Map<Value, Value> current = new HashMap<>();

  ForwardTapes(ForwardSweep forward, TapePlan plan, TripCounts trips) {
    this.forward = forward;
    this.plan = plan;
    this.trips = trips;
  }

  /** The forward sweep with storage. */
  List<Op> write(List<Op> ops) {
    IrBuilder out = new IrBuilder();
    ops.forEach(op -> write(op, out, true));
    return out.ops();
  }

  /** What holds a kept value: its tape, the latest version of its array, or a branch's result. */
  Value storage(Value kept) {
    Value storage = current.get(kept);
    if (storage == null) {
      throw new IllegalStateException("storage: " + kept + " was not written");
    }
    return storage;
  }

  private void write(Op op, IrBuilder out, boolean isOutermost) {
    switch (op) {
      case FlowOp.If branch -> {
        if (isOutermost) {
          prepare(branch.label(), out);
        }
        out.add(branch(branch));
      }
      case FlowOp.Loop loop -> {
        if (isOutermost) {
          prepare(loop.label(), out);
        }
        out.add(loop(loop));
      }
      default -> out.add(op);
    }
    op.results().forEach(result -> keep(result, out));
  }

  /** Makes the storage for what is kept inside an outermost loop or branch. */
  private void prepare(Label label, IrBuilder out) {
    for (Value kept : plan.inside(label, TapePlan.Storage.ARRAY)) {
      Value capacity = trips.capacity(plan.loops(kept), out);
      IrType type = new IrType.Array(kept.type(), 1);
      Value array = Value.tape(type, TapeMembers.tapeName(kept));
      out.add(new ArrayOp.Allocate(array, List.of(capacity), SourceRange.NONE));
      current.put(kept, array);
    }
    for (Value kept : plan.inside(label, TapePlan.Storage.TAPE)) {
      current.put(kept, TapeMembers.create(kept, out));
    }
  }

  private void keep(Value value, IrBuilder out) {
    if (!plan.isKept(value)) {
      return;
    }
    switch (plan.of(value)) {
      case RESULT -> current.put(value, value);
      case TAPE -> TapeMembers.push(storage(value), value, out);
      case ARRAY -> {
        Value position = trips.position(plan.loops(value), induction -> induction, out);
        current.put(value, out.store(storage(value), List.of(position), value));
      }
    }
  }

  private FlowOp.Loop loop(FlowOp.Loop loop) {
    List<Value> arrays = plan.inside(loop.label(), TapePlan.Storage.ARRAY);
    List<Value> inits = new ArrayList<>(loop.inits());
    List<Value> arguments = new ArrayList<>(loop.arguments());
    List<Value> results = new ArrayList<>(loop.results());
    for (Value kept : arrays) {
      inits.add(storage(kept));
      Value argument = storage(kept).copy();
      arguments.add(argument);
      current.put(kept, argument);
    }
    IrBuilder out = new IrBuilder();
    loop.arguments().forEach(argument -> keep(argument, out));
    loop.body().ops().forEach(op -> write(op, out, false));
    List<Value> yields = new ArrayList<>(loop.body().yields());
    for (Value kept : arrays) {
      yields.add(storage(kept));
      Value result = storage(kept).copy();
      results.add(result);
      current.put(kept, result);
    }
    Region body = out.region(List.of(), yields);
    return new FlowOp.Loop(
        results, inits, arguments, loop.test(), body, loop.label(), loop.source());
  }

  private FlowOp.If branch(FlowOp.If branch) {
    List<Value> arrays = plan.inside(branch.label(), TapePlan.Storage.ARRAY);
    List<Value> values = plan.inside(branch.label(), TapePlan.Storage.RESULT);
    Map<Value, Value> before = new HashMap<>(current);
    Region onTrue = side(branch, branch.thenRegion(), Scope.Kind.THEN);
    arrays.forEach(kept -> current.put(kept, before.get(kept)));
    Region onFalse = side(branch, branch.elseRegion(), Scope.Kind.ELSE);
    List<Value> results = new ArrayList<>(branch.results());
    for (List<Value> kept : List.of(arrays, values)) {
      for (Value value : kept) {
        Value result = storage(value).copy();
        results.add(result);
        current.put(value, result);
      }
    }
    return new FlowOp.If(
        results,
        branch.condition(),
        onTrue,
        onFalse,
        branch.label(),
        branch.mirrors(),
        branch.source());
  }

  private Region side(FlowOp.If branch, Region region, Scope.Kind kind) {
    Scope scope = forward.scope(branch.label(), kind);
    IrBuilder out = new IrBuilder();
    region.ops().forEach(op -> write(op, out, false));
    List<Value> yields = new ArrayList<>(region.yields());
    for (Value kept : plan.inside(branch.label(), TapePlan.Storage.ARRAY)) {
      yields.add(storage(kept));
    }
    for (Value kept : plan.inside(branch.label(), TapePlan.Storage.RESULT)) {
      boolean isHere = plan.around(kept).contains(scope);
      yields.add(isHere ? storage(kept) : placeholder(kept.type(), out));
    }
    return out.region(List.of(), yields);
  }

  private static Value placeholder(IrType type, IrBuilder out) {
    if (type instanceof ScalarType scalar && scalar != ScalarType.BOOLEAN) {
      return out.number(0, scalar);
    }
    Value placeholder = new Value(type, "");
    Object literal = type == ScalarType.BOOLEAN ? false : null;
    out.add(new Op.Constant(placeholder, literal, SourceRange.NONE));
    return placeholder;
  }
}
