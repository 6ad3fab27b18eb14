package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what is assigned where no gradients are recorded has none. A method that returns the
 * tensor it was given returns it with its gradient.
 */
public final class UnrecordedTensors {
  private final Map<Value, List<Op>> uses = new HashMap<>();
  private final Set<Value> yields = new HashSet<>();

  private UnrecordedTensors(IrFunction function) {
    visit(function.body());
  }

  private void visit(Region region) {
    yields.addAll(region.yields());
    for (Op op : region.ops()) {
      op.operands().forEach(used -> uses.computeIfAbsent(used, _ -> new ArrayList<>()).add(op));
      op.regions().forEach(this::visit);
    }
  }

  /**
   * What is wrong in a function.
   *
   * @param functions every function that has a body here
   * @param text its compilation unit
   */
  public static List<Diagnostic> check(
      IrFunction function, Map<FunctionId, IrFunction> functions, SourceText text) {
    List<Op.StopGradient> stops = new ArrayList<>();
    Operations.forEach(
        function.body(),
        op -> {
          if (op instanceof Op.StopGradient stop
              && stop.reason() == Op.StopGradient.Reason.NOT_RECORDED_IF_NEW) {
            stops.add(stop);
          }
        });
    if (stops.isEmpty()) {
      return List.of();
    }
    UnrecordedTensors tensors = new UnrecordedTensors(function);
    TensorOrigins origins = new TensorOrigins(function, functions);
    return stops.stream()
        .filter(
            stop ->
                !origins.isNew(stop.operand()) && tensors.isReached(stop.result(), new HashSet<>()))
        .map(stop -> diagnostic(origins.maker(stop.operand()), stop, text))
        .toList();
  }

  /**
   * Whether a gradient may arrive, not only at what is computed of the value without one.
   *
   * @param seen what is looked at already
   */
  private boolean isReached(Value value, Set<Value> seen) {
    return seen.add(value)
        && (yields.contains(value)
            || uses.getOrDefault(value, List.of()).stream().anyMatch(use -> isReached(use, seen)));
  }

  private boolean isReached(Op use, Set<Value> seen) {
    return switch (use) {
      case Op.StopGradient _ -> false;
      case CallOp.Invoke _, CallOp.Call _, ArrayOp.ArrayLiteral _, ArrayOp.Load _ ->
          use.results().stream().anyMatch(result -> isReached(result, seen));
      default -> true;
    };
  }

  private static Diagnostic diagnostic(Op maker, Op.StopGradient stop, SourceText text) {
    String call = text.text(maker.source()).lines().findFirst().orElse("");
    boolean isTensor = stop.operand().type().equals(IrType.Reference.TENSOR);
    Problem problem =
        DiagnosticCode.ADJ0405.problem(
            call + ", which within noGrad may return a tensor it is given, with its gradient,",
            isTensor ? "Write " + call + ".detach()" : "Detach the tensors that it returns");
    return Diagnostic.of(problem, text, maker.source());
  }
}
