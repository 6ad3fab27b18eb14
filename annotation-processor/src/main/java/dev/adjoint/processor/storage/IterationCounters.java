package dev.adjoint.processor.storage;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets each loop that is reversed, and whose trip count is not known before, count iterations. */
final class IterationCounters {
  private final Set<Label> uncounted = new HashSet<>();

  private IterationCounters() {}

  static IrFunction add(IrFunction adjoint, Exposure exposure) {
    IterationCounters counters = new IterationCounters();
    ForwardSweep forward = ForwardSweep.of(adjoint);
    var lengths = new RowLengths(adjoint, forward, ArrayRoots.of(adjoint), exposure);
    counters.find(adjoint.body(), new LoopCounts(forward, lengths));
    return counters.uncounted.isEmpty()
        ? adjoint
        : adjoint.withBody(counters.region(adjoint.body()));
  }

  private void find(Region region, LoopCounts counts) {
    for (Op op : region.ops()) {
      if (op instanceof FlowOp.ReverseLoop loop && counts.of(loop.mirrors()) == null) {
        uncounted.add(loop.mirrors());
      }
      op.regions().forEach(inner -> find(inner, counts));
    }
  }

  private Region region(Region region) {
    IrBuilder out = new IrBuilder();
    for (Op op : region.ops()) {
      Op inner = Rewriting.mapRegions(op, value -> value, this::region);
      boolean isUncounted = inner instanceof FlowOp.Loop loop && uncounted.contains(loop.label());
      out.add(isUncounted ? count((FlowOp.Loop) inner, out) : inner);
    }
    return region.withOps(out.ops());
  }

  private static FlowOp.Loop count(FlowOp.Loop loop, IrBuilder out) {
    Value zero = out.number(0, ScalarType.INT);
    Value counter = new Value(ScalarType.INT, "iterations");
    IrBuilder body = new IrBuilder();
    loop.body().ops().forEach(body::add);
    Value one = body.number(1, ScalarType.INT);
    Value next = body.named("iterations").arithmetic(Operator.ADD, counter, one);
    return new FlowOp.Loop(
        with(loop.results(), counter.copy()),
        with(loop.inits(), zero),
        with(loop.arguments(), counter),
        loop.test(),
        body.region(List.of(), with(loop.body().yields(), next)),
        loop.label(),
        loop.source());
  }

  private static List<Value> with(List<Value> values, Value last) {
    List<Value> longer = new ArrayList<>(values);
    longer.add(last);
    return longer;
  }
}
