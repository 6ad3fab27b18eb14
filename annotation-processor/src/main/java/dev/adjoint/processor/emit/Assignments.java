package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes to local variables: declares each at its first assignment where Java's scopes allow it.
 */
final class Assignments {
  private final BodyPlan plan;
  private final Variables variables;
  private final ExpressionEmitter expressions;
  private final Map<Node, List<Variable>> ahead = new HashMap<>();
  private final Set<Variable> declared = new HashSet<>();

  Assignments(BodyPlan plan, Variables variables, ExpressionEmitter expressions) {
    this.plan = plan;
    this.variables = variables;
    this.expressions = expressions;
    for (Variable variable : variables.all()) {
      if (variable.kind() == Variable.Kind.LOCAL) {
        noteFirst(variable);
      } else {
        declared.add(variable);
      }
    }
  }

  private void noteFirst(Variable variable) {
    Node first = variable.firstNode();
    if (first != null && variable.occursIn(first)) {
      ahead.computeIfAbsent(first, _ -> new ArrayList<>()).add(variable);
    }
  }

  /** Declares what is first written inside {@code node} and lives on after it. */
  CodeBlock declareAhead(Node node) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Variable variable : ahead.getOrDefault(node, List.of())) {
      if (declared.add(variable)) {
        code.addStatement("$T $L", typeOf(variable), variable.name());
      }
    }
    return code.build();
  }

  boolean isDeclared(Variable variable) {
    return declared.contains(variable);
  }

  boolean isDeclared(Value value) {
    return isDeclared(variables.of(value));
  }

  /** Assigns {@code text} to the variable of {@code value}, in the block {@code where}. */
  CodeBlock assign(Value value, CodeBlock text, Block where) {
    return assign(variables.of(value), text, where);
  }

  CodeBlock assign(Variable variable, CodeBlock text, Block where) {
    if (!declared.add(variable)) {
      return CodeBlock.builder().addStatement("$L = $L", variable.name(), text).build();
    }
    if (variable.scope() != where) {
      throw new IllegalStateException("emit: no declaration reaches " + variable.values());
    }
    return CodeBlock.builder()
        .addStatement("$T $L = $L", typeOf(variable), variable.name(), text)
        .build();
  }

  /** Assigns what a node computes. */
  CodeBlock assignResult(Node node) {
    Value result = node.op().results().getFirst();
    CodeBlock text = expressions.of(node).code();
    return assign(result, text, node.block());
  }

  private TypeName typeOf(Variable variable) {
    return TypeNames.of(variable.type());
  }

  /** Hands values over at once: {@code to[i] = from[i]} for every needed {@code to[i]}. */
  CodeBlock moves(List<Value> to, List<Value> from, NameAllocation names, Block where) {
    List<ParallelCopy.Move> moves = new ArrayList<>();
    for (int i = 0; i < to.size(); i++) {
      Variable target = variables.find(to.get(i));
      if (target != null
          && target.kind() != Variable.Kind.LOOP_HEADER
          && plan.needed().value(to.get(i))
          && !isHeld(target, from.get(i))) {
        moves.add(move(target, from.get(i)));
      }
    }
    return new ParallelCopy(names, this, where).print(moves);
  }

  private boolean isHeld(Variable target, Value value) {
    return variables.find(value) == target && !plan.inlining().isInlined(value);
  }

  private ParallelCopy.Move move(Variable target, Value from) {
    Set<Variable> read = new HashSet<>();
    plan.leaves().of(from).forEach(leaf -> read.add(variables.of(leaf)));
    return new ParallelCopy.Move(target, expressions.of(from).code(), read);
  }
}
