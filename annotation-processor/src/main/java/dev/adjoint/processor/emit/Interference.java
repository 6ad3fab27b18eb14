package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which values are alive at the same time with different contents, so that they cannot share a
 * local variable. Found by one walk backward; arrays take no part, since all versions of an array
 * are one object.
 */
final class Interference {
  private final BodyPlan plan;
  private final Map<Value, Set<Value>> pairs = new HashMap<>();

  private Interference(BodyPlan plan) {
    this.plan = plan;
  }

  static Interference of(BodyPlan plan) {
    Interference interference = new Interference(plan);
    Set<Value> live = new HashSet<>();
    Block body = plan.outline().body();
    interference.read(plan.uses().yields(body), live);
    interference.walk(body, live);
    List<Value> parameters = plan.outline().function().parameters();
    parameters.forEach(parameter -> interference.define(parameter, live));
    interference.allDiffer(parameters);
    return interference;
  }

  boolean between(Value one, Value other) {
    return pairs.getOrDefault(one, Set.of()).contains(other);
  }

  /** Steps backward over a block: {@code live} is what is alive after it, then before it. */
  private void walk(Block block, Set<Value> live) {
    for (Node node : block.nodes().reversed()) {
      if (!plan.inlining().isStatement(node)) {
        continue;
      }
      if (node.op() instanceof FlowOp.Loop loop) {
        loop(node, loop, live);
      } else if (node.op() instanceof FlowOp.If branch && !plan.inlining().isExpression(node)) {
        branch(node, branch, live);
      } else {
        plain(node, live);
      }
    }
  }

  private void plain(Node node, Set<Value> live) {
    List<Value> results = scalars(node.op().results());
    results.forEach(result -> define(result, live));
    allDiffer(results);
    results.forEach(live::remove);
    live.addAll(scalars(plan.leaves().read(node)));
  }

  private void branch(Node node, FlowOp.If branch, Set<Value> live) {
    List<Value> results = scalars(branch.results());
    results.forEach(result -> define(result, live));
    allDiffer(results);
    results.forEach(live::remove);
    Set<Value> before = new HashSet<>();
    for (Block side : node.blocks()) {
      Set<Value> alive = side.region().isExit() ? new HashSet<>() : new HashSet<>(live);
      read(plan.uses().yields(side), alive);
      walk(side, alive);
      before.addAll(alive);
    }
    live.clear();
    live.addAll(before);
    read(List.of(branch.condition()), live);
  }

  private void loop(Node node, FlowOp.Loop loop, Set<Value> live) {
    List<Value> results = scalars(loop.results());
    results.forEach(result -> define(result, live));
    allDiffer(results);
    results.forEach(live::remove);
    List<Value> arguments = scalars(loop.arguments());
    Set<Value> atTest = new HashSet<>(live);
    atTest.addAll(readInside(node));
    atTest.addAll(arguments);
    allDiffer(arguments);
    bottom(node, loop, atTest);
    Set<Value> inTest = new HashSet<>(atTest);
    read(plan.uses().yields(node.blocks().getFirst()), inTest);
    walk(node.blocks().getFirst(), inTest);
    carry(loop, loop.inits(), atTest);
    live.clear();
    live.addAll(atTest);
    arguments.forEach(live::remove);
    read(handedOver(loop, loop.inits()), live);
  }

  /** The end of the body, where the next round's values are handed over, and the body before it. */
  private void bottom(Node node, FlowOp.Loop loop, Set<Value> atTest) {
    Set<Value> live = new HashSet<>(atTest);
    if (plan.inlining().shape(node) instanceof LoopShape.DoWhile(int flag)) {
      read(List.of(loop.body().yields().get(flag)), live);
    }
    carry(loop, loop.body().yields(), live);
    scalars(loop.arguments()).forEach(live::remove);
    read(handedOver(loop, loop.body().yields()), live);
    walk(node.body(), live);
  }

  /** Defines the carried values; one may share the variable of the value it is a copy of. */
  private void carry(FlowOp.Loop loop, List<Value> sources, Set<Value> live) {
    for (int i = 0; i < sources.size(); i++) {
      Value argument = loop.arguments().get(i);
      if (isVariable(argument)) {
        Set<Value> others = new HashSet<>(live);
        others.remove(sources.get(i));
        define(argument, others);
      }
    }
  }

  private List<Value> handedOver(FlowOp.Loop loop, List<Value> sources) {
    return IntStream.range(0, sources.size())
        .filter(i -> plan.needed().value(loop.arguments().get(i)))
        .mapToObj(sources::get)
        .toList();
  }

  private Set<Value> readInside(Node loop) {
    Set<Value> read = new HashSet<>();
    Set<Value> defined = new HashSet<>(((FlowOp.Loop) loop.op()).arguments());
    loop.blocks().forEach(block -> collect(block, read, defined));
    read.removeAll(defined);
    return read;
  }

  private void collect(Block block, Set<Value> read, Set<Value> defined) {
    for (Node node : block.nodes()) {
      if (plan.inlining().isStatement(node)) {
        read.addAll(scalars(plan.leaves().read(node)));
        defined.addAll(node.op().results());
        if (node.op() instanceof FlowOp.Loop loop) {
          defined.addAll(loop.arguments());
        }
        if (!plan.inlining().isExpression(node)) {
          node.blocks().forEach(inner -> collect(inner, read, defined));
        }
      }
    }
    read(plan.uses().yields(block), read);
  }

  private void read(List<Value> values, Set<Value> live) {
    values.forEach(value -> live.addAll(scalars(plan.leaves().of(value))));
  }

  private List<Value> scalars(Collection<Value> values) {
    return values.stream().filter(this::isVariable).toList();
  }

  private boolean isVariable(Value value) {
    return !(value.type() instanceof IrType.Array)
        && plan.needed().value(value)
        && !plan.inlining().isInlined(value);
  }

  private void allDiffer(List<Value> values) {
    values.forEach(value -> define(value, values));
  }

  private void define(Value value, Collection<Value> others) {
    for (Value other : others) {
      if (other != value) {
        pairs.computeIfAbsent(value, _ -> new HashSet<>()).add(other);
        pairs.computeIfAbsent(other, _ -> new HashSet<>()).add(value);
      }
    }
  }
}
