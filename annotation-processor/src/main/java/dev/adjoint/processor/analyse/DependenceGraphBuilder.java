package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.List;

/**
 * Draws which values of a function depend on which in any way: as a number like in {@link
 * FlowGraphBuilder}, but also as condition, index, length or constant.
 */
final class DependenceGraphBuilder {
  private final CallDependencies calls;
  private final ArrayRoots roots;
  private final FlowGraph graph = new FlowGraph();

  private DependenceGraphBuilder(CallDependencies calls, ArrayRoots roots) {
    this.calls = calls;
    this.roots = roots;
  }

  /**
   * @param calls which results of a called function depend on which of its parameters
   */
  static FlowGraph build(IrFunction function, CallDependencies calls) {
    DependenceGraphBuilder builder = new DependenceGraphBuilder(calls, ArrayRoots.of(function));
    builder.visit(function.body());
    return builder.graph;
  }

  private void visit(Region region) {
    region.ops().forEach(this::visit);
  }

  private void visit(Op op) {
    op.regions().forEach(this::visit);
    switch (op) {
      case FlowOp.If branch -> branch(branch);
      case FlowOp.Loop loop -> loop(loop);
      case CallOp.Call call -> call(call);
      case ArrayOp.ArrayLength(var result, var array, var indices, _) -> {
        depend(op, result, roots.hasRowsReplaced(array) ? array : roots.root(array));
        indices.forEach(index -> depend(op, result, index));
      }
      default -> plain(op);
    }
  }

  /** What both sides leave as it was does not depend on the condition. */
  private void branch(FlowOp.If branch) {
    for (int i = 0; i < branch.results().size(); i++) {
      Value result = branch.results().get(i);
      Value then = branch.thenRegion().yields().get(i);
      Value otherwise = branch.elseRegion().yields().get(i);
      depend(branch, result, then);
      depend(branch, result, otherwise);
      if (!then.equals(otherwise)) {
        depend(branch, result, branch.condition());
      }
    }
  }

  private void loop(FlowOp.Loop loop) {
    for (int i = 0; i < loop.results().size(); i++) {
      Value argument = loop.arguments().get(i);
      Value next = loop.body().yields().get(i);
      depend(loop, argument, loop.inits().get(i));
      depend(loop, argument, next);
      depend(loop, loop.results().get(i), argument);
      if (!next.equals(argument)) {
        depend(loop, loop.results().get(i), loop.test().yields().getFirst());
      }
    }
  }

  private void call(CallOp.Call call) {
    for (int i = 0; i < call.results().size(); i++) {
      for (int parameter = 0; parameter < call.operands().size(); parameter++) {
        if (calls.dependsOn(call.callee(), i, parameter)) {
          depend(call, call.results().get(i), call.operands().get(parameter));
        }
      }
    }
  }

  /** Every result on every operand, and so does an object that an effect may leave it in. */
  private void plain(Op op) {
    List<Value> keepers = keepers(op);
    for (Value operand : op.operands()) {
      op.results().forEach(result -> depend(op, result, operand));
      keepers.forEach(keeper -> depend(op, keeper, operand));
    }
  }

  private static List<Value> keepers(Op op) {
    boolean hasEffects =
        op instanceof CallOp.Invoke invoke && invoke.member().effects() != JavaMember.Effects.PURE;
    return hasEffects
        ? op.operands().stream().filter(DependenceGraphBuilder::isObject).toList()
        : List.of();
  }

  private static boolean isObject(Value value) {
    return value.type() instanceof IrType.Reference reference
        && !reference.javaName().equals("java.lang.String");
  }

  private void depend(Op op, Value result, Value source) {
    graph.add(new FlowGraph.Edge(source, result, op, false));
  }
}
