package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether what is assigned where no gradients are recorded has none. A method that returns the
 * tensor it was given returns it with its gradient.
 */
public final class UnrecordedTensors {
  private UnrecordedTensors() {}

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
          if (op instanceof Op.StopGradient stop && stop.requiresNew()) {
            stops.add(stop);
          }
        });
    TensorOrigins origins = new TensorOrigins(function, functions);
    return stops.stream()
        .filter(stop -> !origins.isNew(stop.operand()))
        .map(stop -> diagnostic(origins.maker(stop.operand()), stop, text))
        .toList();
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
