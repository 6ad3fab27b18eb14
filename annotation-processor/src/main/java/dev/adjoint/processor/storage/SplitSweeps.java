package dev.adjoint.processor.storage;

import dev.adjoint.processor.analyse.ArrayRoots;
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
  private final IrFunction adjoint;
  private final List<Op> forwardOps;
  private final List<Value> primal;
  private final List<Value> cotangents;
  private final ArrayRoots roots;
  private final Map<Value, Value> lastVersions = new HashMap<>();
  private final Map<Value, Op> forwardValues = new LinkedHashMap<>();
  private final Map<Value, Value> fields = new LinkedHashMap<>();
  private final Map<Value, Value> literals = new HashMap<>();
  private final List<Op> literalOps = new ArrayList<>();

  private SplitSweeps(IrFunction adjoint, int primalParameters) {
    this.adjoint = adjoint;
    this.forwardOps = ReverseWalk.forwardOps(adjoint);
    this.primal = adjoint.parameters().subList(0, primalParameters);
    this.cotangents = adjoint.parameters().subList(primalParameters, adjoint.parameters().size());
    this.roots = ArrayRoots.of(adjoint);
    for (Op op : forwardOps) {
      for (Value result : op.results()) {
        forwardValues.put(result, op);
        lastVersions.put(roots.root(result), result);
      }
    }
  }

  /**
   * The two sweeps of a joint adjoint.
   *
   * @param primalParameters how many of its parameters are those of the primal
   */
  public static Sweeps split(IrFunction adjoint, int primalParameters) {
    return new SplitSweeps(adjoint, primalParameters).cut();
  }

  private Sweeps cut() {
    List<Value> yields = adjoint.body().yields();
    int results = adjoint.results().size() + adjoint.mutated().size();
    IrFunction reverse = reverse(yields.subList(results, yields.size()));
    List<Value> forwardYields = new ArrayList<>(yields.subList(0, results));
    forwardYields.addAll(fields.keySet());
    IrFunction forward = adjoint.withBody(new Region(primal, forwardOps, forwardYields));
    return new Sweeps(forward, reverse, List.copyOf(fields.keySet()));
  }

  private IrFunction reverse(List<Value> gradients) {
    List<Op> ops = adjoint.body().ops();
    List<Op> reversed = ops.subList(forwardOps.size() + 1, ops.size());
    Region body = Rewriting.mapOperands(new Region(List.of(), reversed, gradients), this::across);
    List<Value> parameters = new ArrayList<>(fields.values());
    parameters.addAll(cotangents);
    List<Op> all = new ArrayList<>(literalOps);
    all.addAll(body.ops());
    return new IrFunction(
        adjoint.id(),
        null,
        List.of(),
        new Region(parameters, all, body.yields()),
        adjoint.source());
  }

  /** What stands in the reverse sweep for a value that it reads. */
  private Value across(Value value) {
    Op op = forwardValues.get(value);
    if (op instanceof Op.Constant constant) {
      return literals.computeIfAbsent(value, _ -> literal(constant));
    }
    boolean isOfForwardSweep = op != null || primal.contains(value);
    // An array is one object: its last version stands for those whose shape alone is read.
    Value current = lastVersions.getOrDefault(roots.root(value), value);
    return isOfForwardSweep ? fields.computeIfAbsent(current, Value::copy) : value;
  }

  private Value literal(Op.Constant constant) {
    Op copy = Rewriting.copy(constant, new HashMap<>());
    literalOps.add(copy);
    return copy.results().getFirst();
  }
}
