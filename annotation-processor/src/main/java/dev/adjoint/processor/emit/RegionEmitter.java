package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;

/** Prints blocks as Java statements: the structure here, plain statements elsewhere. */
final class RegionEmitter {
  private final BodyPlan plan;
  private final Variables variables;
  private final NameAllocation names;
  private final ExpressionEmitter expressions;
  private final Assignments assignments;
  private final PlainStatements statements;
  private final StatementQuotes quotes;
  private final Cuts cuts;
  private final MethodParts parts;
  private final Endings endings;

  RegionEmitter(
      BodyPlan plan,
      Variables variables,
      NameAllocation names,
      ExpressionEmitter expressions,
      Callees callees,
      StatementQuotes quotes,
      Cuts cuts,
      MethodParts parts) {
    this.cuts = cuts;
    this.parts = parts;
    this.plan = plan;
    this.variables = variables;
    this.names = names;
    this.expressions = expressions;
    this.quotes = quotes;
    this.endings = new Endings(plan, expressions);
    this.assignments = new Assignments(plan, variables, expressions);
    this.statements =
        new PlainStatements(plan, variables, names, expressions, assignments, callees, quotes);
  }

  /** The statements of a block, without what follows from its yields. */
  CodeBlock block(Block block) {
    return block(block, true);
  }

  private CodeBlock block(Block block, boolean isMarked) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<Node> nodes = block.nodes();
    int done = 0;
    for (int i = 0; i < nodes.size(); i++) {
      Cuts.Part part = cuts.at(nodes.get(i));
      if (part != null) {
        code.add(statements(nodes.subList(done, i), isMarked));
        done = part.last().index() + 1;
        code.add(parts.call(part, statements(nodes.subList(i, done), isMarked)));
        i = done - 1;
      }
    }
    return code.add(statements(nodes.subList(done, nodes.size()), isMarked)).build();
  }

  private CodeBlock statements(List<Node> nodes, boolean isMarked) {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean isGap = false;
    for (Node node : nodes) {
      if (plan.inlining().isStatement(node)) {
        CodeBlock statement = statement(node);
        code.add(isGap && !statement.isEmpty() ? "\n" : "");
        code.add(isMarked && !statement.isEmpty() ? marked(node, statement) : statement);
        isGap = isGap(node) ? !code.isEmpty() : isGap && statement.isEmpty();
      }
    }
    return code.build();
  }

  /** Whether an empty line separates what follows: between the sweeps, not within a loop. */
  private static boolean isGap(Node node) {
    return node.op() instanceof FlowOp.Turn && node.block().owner() == null;
  }

  private CodeBlock marked(Node node, CodeBlock statement) {
    SourceRange source = node.op().source();
    boolean isHeader = node.op() instanceof FlowOp && source.isKnown();
    SourceRange own = isHeader ? new SourceRange(source.start(), source.start()) : source;
    return quotes.mark(own).toBuilder().add(statement).build();
  }

  private CodeBlock statement(Node node) {
    return switch (node.op()) {
      case FlowOp.Loop loop -> loop(node, loop);
      case FlowOp.If branch when !plan.inlining().isExpression(node) -> branch(node, branch);
      default -> statements.of(node);
    };
  }

  private CodeBlock branch(Node node, FlowOp.If branch) {
    CodeBlock ahead =
        statements.quote(node).toBuilder().add(assignments.declareAhead(node)).build();
    CodeBlock onTrue = side(node.blocks().getFirst(), branch, true);
    CodeBlock onFalse =
        side(node.blocks().getLast(), branch, !isBranchAlone(node.blocks().getLast()));
    CodeBlock.Builder code = CodeBlock.builder().add(ahead);
    if (onTrue.isEmpty() && onFalse.isEmpty()) {
      return code.build();
    }
    if (onTrue.isEmpty()) {
      code.add("if ($L) {\n$>$L$<}\n", expressions.negated(branch.condition()).code(), onFalse);
      return code.build();
    }
    code.add("if ($L) {\n$>$L$<}", expressions.assigned(branch.condition()), onTrue);
    if (isChain(node.blocks().getLast(), onFalse)) {
      code.add(" else $L", onFalse);
    } else if (!onFalse.isEmpty()) {
      code.add(" else {\n$>$L$<}\n", onFalse);
    } else {
      code.add("\n");
    }
    return code.build();
  }

  private CodeBlock side(Block block, FlowOp.If branch, boolean isMarked) {
    CodeBlock statements = block(block, isMarked);
    if (!endings.isReached(block)) {
      return statements;
    }
    List<Value> yields = block.region().yields();
    CodeBlock moves = assignments.moves(branch.results(), yields, names, block);
    return statements.toBuilder().add(moves).build();
  }

  /** Whether the text of an else block is just another {@code if}. */
  private boolean isChain(Block block, CodeBlock text) {
    if (!isBranchAlone(block) || !text.toString().startsWith("if (")) {
      return false;
    }
    int end = text.toString().indexOf("\n}\n");
    return end < 0 || end + 3 == text.toString().length();
  }

  private boolean isBranchAlone(Block block) {
    List<Node> nodes = block.nodes().stream().filter(plan.inlining()::isStatement).toList();
    return nodes.size() == 1
        && nodes.getFirst().op() instanceof FlowOp.If
        && !plan.inlining().isExpression(nodes.getFirst());
  }

  private CodeBlock loop(Node node, FlowOp.Loop loop) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(assignments.moves(loop.arguments(), loop.inits(), names, node.block()));
    code.add(assignments.declareAhead(node));
    Block test = node.blocks().getFirst();
    Value condition = loop.test().yields().getFirst();
    switch (plan.inlining().shape(node)) {
      case LoopShape.For(int index, Node update) -> {
        CodeBlock header = header(loop, index, update);
        code.add("for ($L) {\n$>$L$<}\n", header, body(node, loop));
      }
      case LoopShape.DoWhile(int flag) -> {
        CodeBlock body = body(node, loop);
        CodeBlock again = expressions.assigned(loop.body().yields().get(flag));
        code.add("do {\n$>$L$<} while ($L);\n", body, again);
      }
      case LoopShape.While() -> {
        CodeBlock text = expressions.assigned(condition);
        code.add("while ($L) {\n$>$L$<}\n", text, body(node, loop));
      }
      case LoopShape.Endless() -> {
        CodeBlock before = block(test);
        CodeBlock exit = expressions.negated(condition).code();
        code.add("while (true) {\n$>$Lif ($L) {\n$>break;\n$<}\n", before, exit);
        code.add("$L$<}\n", body(node, loop));
      }
    }
    if (endings.isPassed(node)) {
      code.add(assignments.moves(loop.results(), loop.arguments(), names, node.block()));
    }
    return code.build();
  }

  private CodeBlock header(FlowOp.Loop loop, int index, Node update) {
    Variable variable = variables.of(loop.arguments().get(index));
    return CodeBlock.of(
        "$T $L = $L; $L; $L",
        TypeNames.of(variable.type()),
        variable.name(),
        expressions.assigned(loop.inits().get(index)),
        expressions.assigned(loop.test().yields().getFirst()),
        statements.update(variable, (Op.Arithmetic) update.op()));
  }

  private CodeBlock body(Node node, FlowOp.Loop loop) {
    boolean wasReversing = quotes.isReversing();
    CodeBlock.Builder code = CodeBlock.builder().add(block(node.body()));
    if (!wasReversing) {
      quotes.end();
    }
    if (endings.isReached(node.body())) {
      List<Value> yields = loop.body().yields();
      code.add(assignments.moves(loop.arguments(), yields, names, node.body()));
    }
    return code.build();
  }
}
