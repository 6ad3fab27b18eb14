package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the booleans that decide which numbers flow into given values. */
final class BranchConditions {
  private final Set<Value> influential;
  private final Set<Value> deciding = new HashSet<>();

  private BranchConditions(Set<Value> influential) {
    this.influential = influential;
  }

  /** The booleans on which it depends how the influential values are computed. */
  static Set<Value> deciding(IrFunction function, Set<Value> influential) {
    BranchConditions conditions = new BranchConditions(influential);
    int before;
    do {
      before = conditions.deciding.size();
      conditions.visit(function.body());
    } while (conditions.deciding.size() > before);
    return conditions.deciding;
  }

  private void visit(Region region) {
    region.ops().reversed().forEach(this::visit);
  }

  private void visit(Op op) {
    if (op instanceof FlowOp.If branch) {
      if (matters(branch.results())) {
        deciding.add(branch.condition());
      }
      decided(branch.results(), branch.thenRegion().yields());
      decided(branch.results(), branch.elseRegion().yields());
      visit(branch.thenRegion());
      visit(branch.elseRegion());
    } else if (op instanceof FlowOp.Loop loop) {
      if (matters(loop.results()) || matters(loop.arguments())) {
        deciding.addAll(loop.test().yields());
      }
      decided(loop.results(), loop.arguments());
      decided(loop.arguments(), loop.inits());
      decided(loop.arguments(), loop.body().yields());
      visit(loop.body());
      visit(loop.test());
    } else if (op instanceof Op.Arithmetic operation && deciding.contains(operation.result())) {
      operation.operands().stream()
          .filter(operand -> operand.type() == ScalarType.BOOLEAN)
          .forEach(deciding::add);
    }
  }

  private boolean matters(List<Value> results) {
    return results.stream()
        .anyMatch(result -> influential.contains(result) || deciding.contains(result));
  }

  private void decided(List<Value> results, List<Value> sources) {
    for (int i = 0; i < results.size(); i++) {
      if (deciding.contains(results.get(i))) {
        deciding.add(sources.get(i));
      }
    }
  }
}
