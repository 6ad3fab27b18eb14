package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
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
 * are one object. Sets are sets of bits: in a long method there are many, and they are large.
 */
final class Interference {
  private final BodyPlan plan;
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final List<BitSet> alongside = new ArrayList<>();

  private Interference(BodyPlan plan) {
    this.plan = plan;
  }

  static Interference of(BodyPlan plan) {
    Interference interference = new Interference(plan);
    BitSet live = new BitSet();
    Block body = plan.outline().body();
    interference.read(plan.uses().yields(body), live);
    interference.walk(body, live);
    List<Value> parameters = plan.outline().function().parameters();
    parameters.forEach(parameter -> interference.define(parameter, live));
    interference.allDiffer(parameters);
    return interference;
  }

  /** The lives of the values that one variable holds. */
  record Lives(BitSet values, BitSet alongside) {

    boolean clash(Lives other) {
      return values.intersects(other.alongside) || alongside.intersects(other.values);
    }

    void add(Lives other) {
      values.or(other.values);
      alongside.or(other.alongside);
    }
  }

  Lives of(Value value) {
    Integer number = numbers.get(value);
    Lives lives = new Lives(new BitSet(), new BitSet());
    if (number != null) {
      lives.values().set(number);
      lives.alongside().or(alongside.get(number));
    }
    return lives;
  }

  /** Steps backward over a block: {@code live} is what is alive after it, then before it. */
  private void walk(Block block, BitSet live) {
    for (Node node : block.nodes().reversed()) {
      if (!plan.inlining().isStatement(node)) {
        continue;
      }
      if (node.op() instanceof FlowOp.Loop loop) {
        loop(node, loop, live);
      } else if (node.op() instanceof FlowOp.If branch && !plan.inlining().isExpression(node)) {
        branch(node, branch, live);
      } else {
        define(node.op().results(), live);
        add(plan.leaves().read(node), live);
      }
    }
  }

  private void branch(Node node, FlowOp.If branch, BitSet live) {
    define(branch.results(), live);
    BitSet before = new BitSet();
    for (Block side : node.blocks()) {
      BitSet alive = side.region().isExit() ? new BitSet() : (BitSet) live.clone();
      read(plan.uses().yields(side), alive);
      walk(side, alive);
      before.or(alive);
    }
    live.clear();
    live.or(before);
    read(List.of(branch.condition()), live);
  }

  private void loop(Node node, FlowOp.Loop loop, BitSet live) {
    define(loop.results(), live);
    BitSet atTest = (BitSet) live.clone();
    add(readInside(node), atTest);
    add(loop.arguments(), atTest);
    allDiffer(loop.arguments());
    bottom(node, loop, atTest);
    BitSet inTest = (BitSet) atTest.clone();
    read(plan.uses().yields(node.blocks().getFirst()), inTest);
    walk(node.blocks().getFirst(), inTest);
    carry(loop, loop.inits(), atTest);
    live.clear();
    live.or(atTest);
    removeAll(loop.arguments(), live);
    read(handedOver(loop, loop.inits()), live);
  }

  /** The end of the body, where the next round's values are handed over, and the body before it. */
  private void bottom(Node node, FlowOp.Loop loop, BitSet atTest) {
    BitSet live = (BitSet) atTest.clone();
    if (plan.inlining().shape(node) instanceof LoopShape.DoWhile(int flag)) {
      read(List.of(loop.body().yields().get(flag)), live);
    }
    carry(loop, loop.body().yields(), live);
    removeAll(loop.arguments(), live);
    read(handedOver(loop, loop.body().yields()), live);
    walk(node.body(), live);
  }

  /** Defines the carried values; one may share the variable of the value it is a copy of. */
  private void carry(FlowOp.Loop loop, List<Value> sources, BitSet live) {
    for (int i = 0; i < sources.size(); i++) {
      Value source = sources.get(i);
      boolean isShared = isVariable(source) && live.get(number(source));
      removeAll(List.of(source), live);
      define(loop.arguments().get(i), live);
      if (isShared) {
        live.set(number(source));
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
        read.addAll(plan.leaves().read(node));
        defined.addAll(node.op().results());
        if (node.op() instanceof FlowOp.Loop loop) {
          defined.addAll(loop.arguments());
        }
        if (!plan.inlining().isExpression(node)) {
          node.blocks().forEach(inner -> collect(inner, read, defined));
        }
      }
    }
    plan.uses().yields(block).forEach(value -> read.addAll(plan.leaves().of(value)));
  }

  private void read(List<Value> values, BitSet live) {
    values.forEach(value -> add(plan.leaves().of(value), live));
  }

  private boolean isVariable(Value value) {
    return !(value.type() instanceof IrType.Array)
        && plan.needed().value(value)
        && !plan.inlining().isInlined(value);
  }

  private int number(Value value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    numbers.put(value, alongside.size());
    alongside.add(new BitSet());
    return alongside.size() - 1;
  }

  private void add(Collection<Value> values, BitSet live) {
    values.stream().filter(this::isVariable).forEach(value -> live.set(number(value)));
  }

  private void removeAll(Collection<Value> values, BitSet live) {
    values.stream().filter(this::isVariable).forEach(value -> live.clear(number(value)));
  }

  /** Defines values together, before which they are not alive. */
  private void define(List<Value> values, BitSet live) {
    values.forEach(value -> define(value, live));
    allDiffer(values);
    removeAll(values, live);
  }

  private void allDiffer(List<Value> values) {
    BitSet all = new BitSet();
    add(values, all);
    values.forEach(value -> define(value, all));
  }

  private void define(Value value, BitSet others) {
    if (isVariable(value)) {
      int number = number(value);
      BitSet seen = alongside.get(number);
      seen.or(others);
      seen.clear(number);
    }
  }
}
