package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Value;
import java.util.List;

/** Notes for each variable where it is read and written in the printed code. */
final class Occurrences {
  private final BodyPlan plan;
  private final Variables variables;

  Occurrences(BodyPlan plan, Variables variables) {
    this.plan = plan;
    this.variables = variables;
  }

  void visit() {
    Block body = plan.outline().body();
    plan.outline().function().parameters().forEach(parameter -> at(parameter, body, -1));
    visit(body);
    read(plan.uses().yields(body), body, body.end());
  }

  private void visit(Block block) {
    for (Node node : block.nodes()) {
      if (!plan.inlining().isStatement(node)) {
        continue;
      }
      if (node.op() instanceof FlowOp.Loop loop) {
        loop(node, loop);
      } else if (node.op() instanceof FlowOp.If branch && !plan.inlining().isExpression(node)) {
        branch(node, branch);
      } else {
        plan.leaves().read(node).forEach(leaf -> at(leaf, block, node.position()));
        node.op().results().forEach(result -> at(result, block, node.position()));
      }
    }
  }

  private void branch(Node node, FlowOp.If branch) {
    read(List.of(branch.condition()), node.block(), node.position());
    for (Block side : node.blocks()) {
      visit(side);
      if (!side.region().isExit()) {
        read(plan.uses().yields(side), side, side.end());
        branch.results().forEach(result -> at(result, side, side.end()));
      }
    }
  }

  private void loop(Node node, FlowOp.Loop loop) {
    Block outside = node.block();
    Block test = node.blocks().getFirst();
    LoopShape shape = plan.inlining().shape(node);
    int header = shape instanceof LoopShape.For(int index, _) ? index : -1;
    for (int i = 0; i < loop.arguments().size(); i++) {
      Value argument = loop.arguments().get(i);
      if (plan.needed().value(argument)) {
        read(List.of(loop.inits().get(i)), outside, node.position());
        at(argument, i == header ? node.body() : outside, node.position());
        at(argument, node.body(), node.body().end());
        at(loop.results().get(i), outside, node.body().end());
      }
    }
    visit(test);
    if (!(shape instanceof LoopShape.DoWhile)) {
      read(plan.uses().yields(test), header < 0 ? test : node.body(), test.end());
    }
    visit(node.body());
    read(plan.uses().yields(node.body()), node.body(), node.body().end());
    if (shape instanceof LoopShape.DoWhile(int flag)) {
      read(List.of(loop.body().yields().get(flag)), outside, node.body().end());
    }
  }

  private void read(List<Value> values, Block block, int position) {
    values.forEach(value -> plan.leaves().of(value).forEach(leaf -> at(leaf, block, position)));
  }

  private void at(Value value, Block block, int position) {
    Variable variable = variables.find(value);
    if (variable != null && plan.needed().value(value)) {
      variable.occursAt(block, position);
    }
  }
}
