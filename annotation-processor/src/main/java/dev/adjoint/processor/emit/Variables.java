package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each value that is not inlined a Java variable. Values share one where they are versions of
 * one thing and their lives do not overlap: what a loop carries, what branches merge, what the user
 * gave one name.
 */
final class Variables {
  private final BodyPlan plan;
  private final Interference interference;
  private final Set<Value> fields;
  private final Map<Value, Variable> variables = new LinkedHashMap<>();
  private final Map<Variable, Interference.Lives> lives = new HashMap<>();

  private Variables(BodyPlan plan, Set<Value> fields) {
    this.plan = plan;
    this.fields = fields;
    this.interference = Interference.of(plan);
  }

  /**
   * The variables of a function.
   *
   * @param fields parameters that are read from a frame
   */
  static Variables of(BodyPlan plan, Set<Value> fields) {
    Variables variables = new Variables(plan, fields);
    variables.declareParameters();
    variables.declare(plan.outline().body());
    new Occurrences(plan, variables).visit();
    variables.shareCarried(plan.outline().body());
    variables.shareByName();
    return variables;
  }

  /** The variable that holds {@code value}. */
  Variable of(Value value) {
    Variable variable = find(value);
    if (variable == null) {
      throw new IllegalStateException("emit: value without a variable: " + value);
    }
    return variable;
  }

  /** The variable of a value, or {@code null} if it has none: it is inlined or not needed. */
  @Nullable Variable find(Value value) {
    return variables.get(plan.arrays().first(value));
  }

  /** All variables in the order of their first occurrence. */
  List<Variable> all() {
    Collection<Variable> distinct = new LinkedHashSet<>(variables.values());
    return distinct.stream()
        .filter(Variable::isUsed)
        .sorted(Comparator.comparingInt(Variable::firstPosition))
        .toList();
  }

  private void declareParameters() {
    for (Value parameter : plan.outline().function().parameters()) {
      boolean isField = fields.contains(parameter);
      Variable.Kind kind = isField ? Variable.Kind.FIELD : Variable.Kind.PARAMETER;
      variables.put(parameter, new Variable(parameter, kind));
    }
  }

  private void declare(Block block) {
    for (Node node : block.nodes()) {
      if (!plan.inlining().isStatement(node)) {
        continue;
      }
      node.op().results().forEach(result -> declare(result, Variable.Kind.LOCAL));
      if (node.op() instanceof FlowOp.Loop loop) {
        declareCarried(node, loop);
      }
      if (!plan.inlining().isExpression(node)) {
        node.blocks().forEach(this::declare);
      }
    }
  }

  private void declareCarried(Node node, FlowOp.Loop loop) {
    int header = plan.inlining().shape(node) instanceof LoopShape.For(int index, _) ? index : -1;
    for (int i = 0; i < loop.arguments().size(); i++) {
      declare(
          loop.arguments().get(i), i == header ? Variable.Kind.LOOP_HEADER : Variable.Kind.LOCAL);
    }
  }

  private void declare(Value value, Variable.Kind kind) {
    boolean isVersion = plan.arrays().first(value) != value;
    if (!isVersion && plan.needed().value(value) && !plan.inlining().isInlined(value)) {
      variables.put(value, new Variable(value, kind));
    }
  }

  private void shareCarried(Block block) {
    for (Node node : block.nodes()) {
      node.blocks().forEach(this::shareCarried);
      if (node.op() instanceof FlowOp.Loop loop) {
        for (int i = 0; i < loop.arguments().size(); i++) {
          Value argument = loop.arguments().get(i);
          share(argument, loop.body().yields().get(i));
          share(argument, loop.results().get(i));
          share(argument, loop.inits().get(i));
        }
      } else if (node.op() instanceof FlowOp.If branch) {
        for (int i = 0; i < branch.results().size(); i++) {
          share(branch.results().get(i), branch.thenRegion().yields().get(i));
          share(branch.results().get(i), branch.elseRegion().yields().get(i));
        }
      }
    }
  }

  private void share(Value one, Value other) {
    Variable a = find(one);
    Variable b = find(other);
    if (a != null && b != null && a != b && isSameThing(a, b) && canShare(a, b)) {
      merge(a, b);
    }
  }

  private static boolean isSameThing(Variable one, Variable other) {
    return one.base().equals(other.base()) || one.base().isEmpty() || other.base().isEmpty();
  }

  private boolean canShare(Variable one, Variable other) {
    return one.isShareable()
        && other.isShareable()
        && !(one.type() instanceof IrType.Array)
        && one.type().equals(other.type())
        && !lives(one).clash(lives(other));
  }

  private Interference.Lives lives(Variable variable) {
    return lives.computeIfAbsent(variable, _ -> interference.of(variable.values().getFirst()));
  }

  private void merge(Variable into, Variable from) {
    lives(into).add(lives(from));
    into.absorb(from);
    from.values().forEach(value -> variables.put(value, into));
  }

  private void shareByName() {
    Map<String, List<Variable>> earlier = new HashMap<>();
    for (Variable variable : all()) {
      if (!variable.base().isEmpty()) {
        shareByName(variable, earlier.computeIfAbsent(variable.base(), _ -> new ArrayList<>()));
      }
    }
  }

  private void shareByName(Variable variable, List<Variable> earlier) {
    Variable whole = variable;
    for (Variable candidate : List.copyOf(earlier)) {
      if (canShare(candidate, whole)) {
        if (reaches(candidate, whole)) {
          merge(candidate, whole);
          earlier.remove(whole);
          whole = candidate;
        } else if (reaches(whole, candidate)) {
          merge(whole, candidate);
          earlier.remove(candidate);
        }
      }
    }
    if (!earlier.contains(whole)) {
      earlier.add(whole);
    }
  }

  /** Whether a variable is declared, unmoved, where all of another one's occurrences see it. */
  private static boolean reaches(Variable variable, Variable other) {
    Block scope = variable.scope();
    if (!scope.encloses(other.scope())) {
      return false;
    }
    if (variable.firstPosition() <= other.firstPosition()) {
      return true;
    }
    Node holder = scope.holderOf(other.scope());
    Node first = variable.firstNode();
    return holder != null && first == holder && variable.occursIn(first);
  }
}
