package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.analyse.MissingTensors;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.Plans;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Forward mode: builds the tangent of a function.
 *
 * <p>Parameters of the result: those of the primal, then the tangent of each parameter in {@code
 * wrt}. Yields: the value and its tangent if the primal returns something, the final versions of
 * the mutated parameters, then the final versions of the tangents of those that have one.
 */
public final class ForwardMode {
  private ForwardMode() {}

  /**
   * Builds the tangent function.
   *
   * @param wrt indices of the parameters that have a tangent
   * @param isActive activity of the primal's values for that {@code wrt}
   */
  public static IrFunction build(
      IrFunction primal,
      List<Integer> wrt,
      Predicate<Value> isActive,
      RegisteredDerivatives registered) {
    ArrayRoots roots = ArrayRoots.of(primal);
    var context =
        new DerivativeContext(
            isActive,
            roots,
            ReplacedRows.none(roots),
            MissingTensors.of(primal),
            Surroundings.ofForwardMode(registered));
    List<Value> parameters = new ArrayList<>(primal.parameters());
    Map<Value, Value> tangents = new HashMap<>();
    for (int index : wrt) {
      Value parameter = primal.parameters().get(index);
      Value tangent = new Value(parameter.type(), DerivativeNames.tangent(parameter));
      tangents.put(parameter, tangent);
      parameters.add(tangent);
    }
    TangentSweep sweep =
        new TangentSweep(context, TangentArrays.of(primal, context), new IrBuilder(), tangents);
    primal.parameters().forEach(sweep::startArray);
    sweep.sweep(Plans.remove(primal.body()));
    return primal.withBody(sweep.out().region(parameters, yields(primal, wrt, sweep)));
  }

  /**
   * The tangent function with the tangent as its only value: the derivative in the direction that
   * the tangents of the parameters give, as a function that can be differentiated in turn.
   *
   * @param tangent what {@link #build} made of a function that returns a number
   */
  public static IrFunction directional(IrFunction tangent, List<Integer> wrt) {
    int primals = tangent.parameters().size() - wrt.size();
    List<Integer> mutated = new ArrayList<>(tangent.mutated());
    for (int i = 0; i < wrt.size(); i++) {
      if (tangent.mutated().contains(wrt.get(i))) {
        mutated.add(primals + i);
      }
    }
    List<Value> yields = tangent.body().yields();
    return new IrFunction(
        tangent.id(),
        tangent.returnType(),
        mutated,
        tangent.body().withYields(yields.subList(1, yields.size())),
        tangent.source());
  }

  private static List<Value> yields(IrFunction primal, List<Integer> wrt, TangentSweep sweep) {
    List<Value> yields = new ArrayList<>();
    List<Value> primalYields = primal.body().yields();
    int first = primal.results().size();
    yields.addAll(primalYields.subList(0, first));
    if (primal.returnType() != null) {
      List<PartPath> parts = PartPath.of(primal.returnType());
      for (int i = 0; i < first; i++) {
        if (parts.get(i).isDifferentiable()) {
          yields.add(sweep.tangentOrZero(primalYields.get(i)));
        }
      }
    }
    yields.addAll(primalYields.subList(first, primalYields.size()));
    for (int i = 0; i < primal.mutated().size(); i++) {
      if (wrt.contains(primal.mutated().get(i))) {
        yields.add(sweep.tangentOrZero(primalYields.get(first + i)));
      }
    }
    return yields;
  }
}
