package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tensors may be {@code null}: elements that nothing was stored into, what a method returns,
 * what a variable holds before it is assigned, as the result of a method that returns early, and
 * the components that objects of other classes have.
 */
public final class MissingTensors {
  private final Set<Value> missing = new HashSet<>();

  private MissingTensors() {}

  /** Those of a function. */
  public static MissingTensors of(IrFunction function) {
    MissingTensors tensors = new MissingTensors();
    function.optional().forEach(i -> tensors.missing.add(function.parameters().get(i)));
    int before;
    do {
      before = tensors.missing.size();
      tensors.visit(function.body());
    } while (tensors.missing.size() > before);
    return tensors;
  }

  /** Whether a value may be no tensor at all. */
  public boolean contains(Value value) {
    return missing.contains(value);
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      op.regions().forEach(this::visit);
      if (op instanceof FlowOp.If branch) {
        merge(branch.thenRegion().yields(), branch.results());
        merge(branch.elseRegion().yields(), branch.results());
      } else if (op instanceof FlowOp.Loop loop) {
        merge(loop.inits(), loop.arguments());
        merge(loop.body().yields(), loop.arguments());
        merge(loop.arguments(), loop.results());
      } else if (isOrigin(op)) {
        op.results().stream().filter(MissingTensors::isReference).forEach(missing::add);
      }
    }
  }

  private static boolean isOrigin(Op op) {
    boolean isNull = op instanceof Op.Constant constant && constant.literal() == null;
    return isNull || op instanceof ArrayOp.Load || op instanceof CallOp.Call;
  }

  private void merge(List<Value> sources, List<Value> targets) {
    for (int i = 0; i < Math.min(sources.size(), targets.size()); i++) {
      if (missing.contains(sources.get(i))) {
        missing.add(targets.get(i));
      }
    }
  }

  private static boolean isReference(Value value) {
    return value.type() instanceof IrType.Reference;
  }
}
