package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a joint adjoint, its storage assigned, into two functions: a caller in the middle of its own
 * adjoint runs the forward sweep now and the reverse sweep later. Literals are repeated; everything
 * else that the reverse sweep reads of the forward sweep, parameters included, goes into the frame.
 */
public final class SplitSweeps {
  private final Map<Value, Op> forwardValues = new LinkedHashMap<>();
  private final Map<Value, Value> fields = new LinkedHashMap<>();
  private final Map<Value, Value> literals = new HashMap<>();
  private final List<Op> reverseOps = new ArrayList<>();

  private SplitSweeps() {}

  /** The two sweeps of a joint adjoint. */
  public static Sweeps split(IrFunction adjoint) {
    return new SplitSweeps().cut(adjoint);
  }

  private Sweeps cut(IrFunction adjoint) {
    List<Op> ops = adjoint.body().ops();
    List<Op> forwardOps = ReverseWalk.forwardOps(adjoint);
    forwardOps.forEach(op -> op.results().forEach(result -> forwardValues.put(result, op)));
    List<Value> parameters = adjoint.parameters();
    int primalParameters = adjoint.id().parameterTypes().size();
    List<Value> primal = parameters.subList(0, primalParameters);
    int results = (adjoint.returnType() == null ? 0 : 1) + adjoint.mutated().size();
    List<Value> yields = adjoint.body().yields();

    Region body =
        new Region(
            List.of(),
            ops.subList(forwardOps.size() + 1, ops.size()),
            yields.subList(results, yields.size()));
    Region reverse = Rewriting.mapOperands(body, value -> across(value, primal));
    List<Value> forwardYields = new ArrayList<>(yields.subList(0, results));
    forwardYields.addAll(fields.keySet());
    List<Value> reverseParameters = new ArrayList<>(fields.values());
    reverseParameters.addAll(parameters.subList(primalParameters, parameters.size()));
    reverseOps.addAll(reverse.ops());
    return new Sweeps(
        adjoint.withBody(new Region(primal, forwardOps, forwardYields)),
        new IrFunction(
            adjoint.id(),
            null,
            List.of(),
            new Region(reverseParameters, reverseOps, reverse.yields()),
            adjoint.source()),
        List.copyOf(fields.keySet()));
  }

  /** What stands in the reverse sweep for a value that it reads. */
  private Value across(Value value, List<Value> primalParameters) {
    Op op = forwardValues.get(value);
    if (op instanceof Op.Constant constant) {
      return literals.computeIfAbsent(value, _ -> literal(constant));
    }
    boolean isOfForwardSweep = op != null || primalParameters.contains(value);
    return isOfForwardSweep ? fields.computeIfAbsent(value, Value::copy) : value;
  }

  private Value literal(Op.Constant constant) {
    Op copy = Rewriting.copy(constant, new HashMap<>());
    reverseOps.add(copy);
    return copy.results().getFirst();
  }
}
