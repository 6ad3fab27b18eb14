package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values are printed at their use instead of becoming a local variable, which branches become
 * expressions, and which Java statement each loop becomes. A value that the user named keeps its
 * variable.
 */
final class Inlining {
  /** How deep an expression may nest: compilers recurse over expressions, and print one a line. */
  private static final int DEEPEST = 100;

  private final Outline outline;
  private final Needed needed;
  private final Uses uses;
  private final ArrayObjects arrays;
  private final LoopShapes loopShapes;
  private final BranchExpressions branches;
  private final Repeatables repeatables;
  private boolean isReusing;
  private final Set<Value> inlined = new HashSet<>();
  private final Map<Value, Integer> depths = new HashMap<>();
  private final Set<Node> expressions = new HashSet<>();
  private final Map<Node, LoopShape> shapes = new HashMap<>();

  private Inlining(
      Outline outline, Needed needed, Uses uses, ArrayObjects arrays, SourceText text) {
    this.outline = outline;
    this.needed = needed;
    this.uses = uses;
    this.arrays = arrays;
    this.loopShapes = new LoopShapes(outline, needed, uses);
    this.repeatables = new Repeatables(this, uses);
    this.branches = new BranchExpressions(outline, needed, arrays, text);
  }

  static Inlining of(
      Outline outline,
      Needed needed,
      Uses uses,
      ArrayObjects arrays,
      SourceText text,
      boolean isReusing) {
    Inlining inlining = new Inlining(outline, needed, uses, arrays, text);
    inlining.isReusing = isReusing;
    inlining.visit(outline.body(), true);
    return inlining;
  }

  /** Whether a value is printed where it is used. */
  boolean isInlined(Value value) {
    return inlined.contains(value);
  }

  /** Whether a node needs a statement of its own. */
  boolean isStatement(Node node) {
    List<Value> results = node.op().results();
    return needed.node(node)
        && (results.isEmpty() || !results.stream().allMatch(inlined::contains));
  }

  /** Whether a branch is printed as an expression. */
  boolean isExpression(Node branch) {
    return expressions.contains(branch);
  }

  /** Which result of a branch that is an expression is its value. */
  int expressionResult(Node branch) {
    List<Value> results = branch.op().results();
    int index = 0;
    while (!needed.value(results.get(index))) {
      index++;
    }
    return index;
  }

  LoopShape shape(Node loop) {
    LoopShape shape = shapes.get(loop);
    if (shape == null) {
      throw new IllegalStateException("emit: loop without a shape at " + loop.op().source());
    }
    return shape;
  }

  private void visit(Block block, boolean inlineYields) {
    for (Node node : block.nodes()) {
      if (needed.node(node)) {
        visit(node);
      }
    }
    if (inlineYields) {
      inlineAll(uses.yields(block), block, block.nodes().size());
    }
  }

  private void visit(Node node) {
    switch (node.op()) {
      case FlowOp.If branch -> {
        inlineAll(List.of(branch.condition()), node.block(), node.index());
        visitBranch(node);
      }
      case FlowOp.Loop loop -> visitLoop(node, loop);
      // The frame is read again for the gradients.
      case CallOp.ReverseCall call ->
          inlineAll(call.operands().subList(1, call.operands().size()), node.block(), node.index());
      // What a lambda captures has to be in a variable.
      case CallOp.DynamicCall call ->
          inlineAll(
              call.inputs().stream().map(call.operands()::get).toList(),
              node.block(),
              node.index());
      case ArrayOp.StoreRow store -> {
        inlineAll(node.op().operands(), node.block(), node.index());
        inlineNewRow(store, node);
      }
      default -> {
        inlineAll(node.op().operands(), node.block(), node.index());
        if (repeatables.contains(node)) {
          inlined.addAll(node.op().results());
        }
      }
    }
  }

  /** {@code a[i] = new double[n]} where nothing else is done with the new row. */
  private void inlineNewRow(ArrayOp.StoreRow store, Node node) {
    Value row = store.row();
    Node maker = outline.definer(row);
    boolean isNew =
        maker != null
            && (maker.op() instanceof ArrayOp.Allocate
                || (maker.op() instanceof ArrayOp.ArrayLiteral && !isReusing));
    if (maker != null
        && isNew
        && maker.block() == node.block()
        && row.name().isEmpty()
        && uses.count(row) == 1
        && new Movement(this, arrays).isAllowed(maker, node.index(), Set.of())) {
      inlined.add(row);
    }
  }

  private void visitBranch(Node node) {
    if (branches.isCandidate(node)) {
      Set<Value> before = new HashSet<>(inlined);
      node.blocks().forEach(block -> visit(block, true));
      if (node.blocks().stream().allMatch(this::isWithoutStatements)) {
        expressions.add(node);
        return;
      }
      inlined.retainAll(before);
      expressions.removeIf(
          inner -> node.blocks().stream().anyMatch(b -> b.encloses(inner.block())));
    }
    node.blocks().forEach(block -> visit(block, false));
  }

  private void visitLoop(Node node, FlowOp.Loop loop) {
    Block test = node.blocks().getFirst();
    visit(test, true);
    LoopShape shape = isWithoutStatements(test) ? loopShapes.of(node) : new LoopShape.Endless();
    if (shape instanceof LoopShape.For(int index, Node update)) {
      inlined.addAll(update.op().results());
      inlineStart(loop.inits().get(index), loop.arguments().get(index), node);
    }
    visit(node.body(), false);
    if (shape instanceof LoopShape.DoWhile(int flag)) {
      if (inlineFlag(node.body(), loop, flag)) {
        inlined.add(loop.arguments().get(flag));
      } else {
        shape = new LoopShape.While();
      }
    }
    shapes.put(node, shape);
  }

  private void inlineStart(Value init, Value argument, Node loop) {
    boolean isOwnName = init.name().equals(argument.name());
    inlineAll(List.of(init), loop.block(), loop.index(), isOwnName);
  }

  // The condition of a do loop is evaluated when the carried values already have their next values.
  private boolean inlineFlag(Block body, FlowOp.Loop loop, int flag) {
    Value next = loop.body().yields().get(flag);
    Set<Value> before = new HashSet<>(inlined);
    inlineAll(List.of(next), body, body.nodes().size());
    if (new Leaves(outline, this).of(next).stream().noneMatch(loop.arguments()::contains)) {
      return true;
    }
    inlined.retainAll(before);
    return false;
  }

  private boolean isWithoutStatements(Block block) {
    return block.nodes().stream().noneMatch(this::isStatement);
  }

  private void inlineAll(List<Value> values, Block block, int at) {
    boolean isTest = block.isTest();
    inlineAll(values, block, at, isTest);
  }

  /** Inlines what may be evaluated just before the node number {@code at}, from the right. */
  private void inlineAll(List<Value> values, Block block, int at, boolean withNamed) {
    Set<Node> toTheRight = new HashSet<>();
    for (Value value : values.reversed()) {
      Node definer = outline.definer(value);
      if (definer == null || inlined.contains(value)) {
        continue;
      }
      if (definer.block() == block
          && uses.count(value) == 1
          && isOperation(definer)
          && (withNamed || isTemporary(definer, value) || isScaled(value, block.nodes(), at))
          && depth(definer) <= DEEPEST
          && new Movement(this, arrays).isAllowed(definer, at, toTheRight)) {
        inlined.add(value);
        depths.put(value, depth(definer));
        collect(definer, toTheRight);
      }
    }
  }

  /** Whether a value is only multiplied, by a literal, to become what its name stands for. */
  private boolean isScaled(Value value, List<Node> nodes, int at) {
    return at < nodes.size()
        && nodes.get(at).op() instanceof Op.Arithmetic(var result, var operator, var operands, _)
        && operator == Operator.MUL
        && result.name().equals(value.name())
        && isLiteral(outline.definer(operands.getLast()));
  }

  private static boolean isLiteral(@Nullable Node definer) {
    return definer != null && definer.op() instanceof Op.Constant;
  }

  /** How deep the expression nests that a node prints as; what it reads has been decided about. */
  private int depth(Node node) {
    int deepest = deepest(node.op().operands());
    for (Block block : node.blocks()) {
      deepest = Math.max(deepest, deepest(block.region().yields()));
    }
    return deepest + 1;
  }

  private int deepest(List<Value> values) {
    return values.stream()
        .filter(inlined::contains)
        .mapToInt(value -> depths.getOrDefault(value, 1))
        .max()
        .orElse(0);
  }

  /** Adds a node and all that is printed as part of it. */
  void collect(Node node, Set<Node> tree) {
    if (!tree.add(node)) {
      return;
    }
    for (Value operand : node.op().operands()) {
      Node definer = outline.definer(operand);
      if (definer != null && inlined.contains(operand) && definer.block() == node.block()) {
        collect(definer, tree);
      }
    }
  }

  /** The variables that a node's expression reads. */
  Set<Value> leaves(Node node) {
    return new Leaves(outline, this).read(node);
  }

  private boolean isOperation(Node node) {
    if (node.op().results().getFirst().type() instanceof IrType.Array) {
      return false;
    }
    return switch (node.op()) {
      case Op.Arithmetic _,
          Op.Convert _,
          Op.StopGradient _,
          ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _ ->
          true;
      case Op.Constant _, CallOp.Invoke _ -> true;
      case CallOp.Call call -> call.results().size() == 1;
      case FlowOp.If _ -> expressions.contains(node);
      case ArrayOp.Allocate _, ArrayOp.ArrayLiteral _, ArrayOp.ZerosLike _, ArrayOp.ArrayCopy _ ->
          false;
      case ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          FlowOp.Loop _,
          FlowOp.ReverseLoop _ ->
          false;
      case CallOp.ForwardCall _, CallOp.ReverseCall _, CallOp.TangentCall _, CallOp.DynamicCall _ ->
          false;
      case Op.FieldStore _, FlowOp.Throw _, Op.Unsupported _, FlowOp.Turn _ -> false;
    };
  }

  // A conversion carries the name of what it converts.
  static boolean isTemporary(Node definer, Value value) {
    return value.name().isEmpty()
        || (definer.op() instanceof Op.Convert convert
            && convert.operand().name().equals(value.name()));
  }

  /**
   * Whether a node makes a later version of one of {@code leaves}: reading those after it would
   * keep both versions alive.
   */
  boolean overwrites(Node node, Set<Value> leaves) {
    for (Value result : node.op().results()) {
      for (Value leaf : leaves) {
        if (isVersion(result, leaf) && !inlined.contains(result)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isVersion(Value result, Value leaf) {
    return !leaf.name().isEmpty()
        && leaf.name().equals(result.name())
        && leaf.type().equals(result.type())
        && leaf != result;
  }

  /** Whether a value prints as a name, a literal or an array's length. */
  boolean isShort(Value value) {
    Node definer = outline.definer(value);
    return !inlined.contains(value)
        || definer == null
        || definer.op() instanceof Op.Constant
        || definer.op() instanceof ArrayOp.ArrayLength;
  }
}
