package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes of tangent functions, and of the calls between them, ordinary functions that take the
 * tangents as further parameters and return them as further results: such can be differentiated in
 * turn.
 */
public final class DirectionalCalls {
  private final Names names;

  private DirectionalCalls(Names names) {
    this.names = names;
  }

  /** What a callee with tangents is called as an ordinary function. */
  @FunctionalInterface
  public interface Names {

    /**
     * The function.
     *
     * @param active indices of the callee's parameters that have a tangent
     */
    FunctionId of(FunctionId callee, List<Integer> active);
  }

  /** Calls ordinary functions instead of callees with tangents. */
  public static IrFunction replace(IrFunction function, Names names) {
    return function.withBody(new DirectionalCalls(names).replace(function.body()));
  }

  private Region replace(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      ops.add(
          op instanceof CallOp.TangentCall call
              ? replace(call)
              : Rewriting.mapRegions(op, UnaryOperator.identity(), this::replace));
    }
    return region.withOps(ops);
  }

  private Op replace(CallOp.TangentCall call) {
    int primals = call.operands().size() - call.active().size();
    return new CallOp.Call(
        call.results(),
        names.of(call.callee(), call.active()),
        mutated(call.mutated(), call.active(), primals),
        call.operands(),
        call.source());
  }

  /**
   * The tangent function of a callee as an ordinary one.
   *
   * @param tangent what {@link ForwardMode#build} made of the callee
   * @param active indices of the callee's parameters that have a tangent
   * @param id names the function, and the record that it returns
   */
  public static IrFunction function(IrFunction tangent, List<Integer> active, FunctionId id) {
    IrType type = tangent.returnType();
    String name = Character.toUpperCase(id.name().charAt(0)) + id.name().substring(1);
    return new IrFunction(
        id,
        type != null && type.isDifferentiable()
            ? IrType.Record.ofValueAndTangent(name, type)
            : type,
        mutated(tangent.mutated(), active, tangent.parameters().size() - active.size()),
        tangent.body(),
        tangent.source());
  }

  /** The arrays that are written into, then the tangents of those that have one. */
  private static List<Integer> mutated(List<Integer> written, List<Integer> active, int primals) {
    List<Integer> mutated = new ArrayList<>(written);
    for (int parameter : written) {
      if (active.contains(parameter)) {
        mutated.add(primals + active.indexOf(parameter));
      }
    }
    return mutated;
  }
}
