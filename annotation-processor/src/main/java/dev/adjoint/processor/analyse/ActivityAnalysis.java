package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the values on the way from the requested parameters to the outputs. A called function is
 * taken to compute each of its results from each of its arguments.
 */
public final class ActivityAnalysis {
  private ActivityAnalysis() {}

  /** Activity of an annotated method: its output is what it returns, else the arrays it writes. */
  public static ActivityInfo of(
      IrFunction function, Set<Integer> wrt, DerivativeLookup derivatives) {
    return of(function, wrt, outputs(function), derivatives);
  }

  /** Activity of a called method: the caller may use what it returns and what it writes. */
  public static ActivityInfo ofCallee(
      IrFunction function, Set<Integer> wrt, DerivativeLookup derivatives) {
    return of(function, wrt, function.body().yields(), derivatives);
  }

  /** The values whose derivative is asked of an annotated method. */
  static List<Value> outputs(IrFunction function) {
    List<Value> yields = function.body().yields();
    if (function.returnType() == null) {
      return yields;
    }
    List<PartPath> parts = PartPath.of(function.returnType());
    return IntStream.range(0, parts.size())
        .filter(i -> parts.get(i).isDifferentiable())
        .mapToObj(yields::get)
        .toList();
  }

  /** The parameters at the given positions. */
  static List<Value> parameters(IrFunction function, Set<Integer> positions) {
    return IntStream.range(0, function.parameters().size())
        .filter(positions::contains)
        .mapToObj(function.parameters()::get)
        .toList();
  }

  private static ActivityInfo of(
      IrFunction function,
      Set<Integer> wrt,
      Collection<Value> outputs,
      DerivativeLookup derivatives) {
    FlowGraph graph = FlowGraphBuilder.build(function, derivatives, CallDependencies.ANY);
    return new ActivityInfo(graph.varied(parameters(function, wrt)), graph.useful(outputs));
  }
}
