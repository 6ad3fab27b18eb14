package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the {@link FlowGraph} of a function. */
final class FlowGraphBuilder {
  private final DerivativeLookup derivatives;
  private final CallDependencies calls;
  private final FlowGraph graph = new FlowGraph();
  private final Map<JavaMember, List<Value>> fields = new LinkedHashMap<>();
  private final Map<Value, Op> kept = new LinkedHashMap<>();

  private FlowGraphBuilder(DerivativeLookup derivatives, CallDependencies calls) {
    this.derivatives = derivatives;
    this.calls = calls;
  }

  /**
   * @param derivatives which members pass derivatives on
   * @param calls which results of a called function depend on which of its parameters
   */
  static FlowGraph build(
      IrFunction function, DerivativeLookup derivatives, CallDependencies calls) {
    FlowGraphBuilder builder = new FlowGraphBuilder(derivatives, calls);
    builder.visit(function.body());
    builder.kept.forEach(builder::readAgain);
    return builder.graph;
  }

  private void visit(Region region) {
    region.ops().forEach(this::visit);
  }

  private void visit(Op op) {
    switch (op) {
      case Op.Arithmetic(var result, _, var operands, _) -> flow(op, operands, result);
      case Op.Convert(var result, var operand, _) -> flow(op, operand, result);
      case ArrayOp.ArrayLiteral(var result, var elements, _) -> flow(op, elements, result);
      case ArrayOp.ArrayCopy(var result, var array, _, _) -> flow(op, array, result);
      case ArrayOp.Load(var result, var array, _, _) -> flow(op, array, result);
      case ArrayOp.Store(var result, var array, _, var value, _) ->
          flow(op, List.of(array, value), result);
      case ArrayOp.Accumulate(var result, var array, _, var value, _) ->
          flow(op, List.of(array, value), result);
      case ArrayOp.AccumulateAll(var result, var array, _, var addend, _) ->
          flow(op, List.of(array, addend), result);
      case ArrayOp.StoreRow(var result, var array, _, var row, _, _) ->
          flow(op, List.of(array, row), result);
      case ArrayOp.TakeRow(var result, var array, _, _) -> flow(op, array, result);
      case ArrayOp.ClearRow(var result, var array, _, _, _) -> flow(op, array, result);
      case FlowOp.If branch -> branch(branch);
      case FlowOp.Loop(var results, var inits, var arguments, var test, var body, _, _, _) -> {
        carried(op, results, inits, arguments, body);
        visit(test);
      }
      case FlowOp.ReverseLoop(var results, var inits, var arguments, var body, _, _) ->
          carried(op, results, inits, arguments, body);
      case CallOp.Call call -> {
        call(call);
        keptBy(call);
      }
      case CallOp.ForwardCall(var results, _, _, _, var operands, _) ->
          flowAll(op, operands, results);
      case CallOp.ReverseCall(var results, _, _, var operands, _) -> flowAll(op, operands, results);
      case CallOp.TangentCall(var results, _, _, _, var operands, _) ->
          flowAll(op, operands, results);
      case CallOp.DynamicCall(var results, _, _, var operands, _) -> flowAll(op, operands, results);
      case CallOp.Invoke invoke -> invoke(invoke);
      case Op.Unsupported(var results, _, var operands, _, _) -> unsupported(op, results, operands);
      case Op.Constant _,
          Op.StopGradient _,
          ArrayOp.Allocate _,
          ArrayOp.ZerosLike _,
          ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          Op.FieldStore _,
          FlowOp.Throw _,
          FlowOp.Turn _ -> {}
    }
  }

  private void branch(FlowOp.If branch) {
    visit(branch.thenRegion());
    visit(branch.elseRegion());
    for (int i = 0; i < branch.results().size(); i++) {
      flow(branch, branch.thenRegion().yields().get(i), branch.results().get(i));
      flow(branch, branch.elseRegion().yields().get(i), branch.results().get(i));
    }
  }

  private void carried(
      Op loop, List<Value> results, List<Value> inits, List<Value> arguments, Region body) {
    for (int i = 0; i < results.size(); i++) {
      flow(loop, inits.get(i), arguments.get(i));
      flow(loop, arguments.get(i), results.get(i));
    }
    visit(body);
    for (int i = 0; i < results.size(); i++) {
      flow(loop, body.yields().get(i), arguments.get(i));
    }
  }

  private void call(CallOp.Call call) {
    for (int i = 0; i < call.results().size(); i++) {
      for (int parameter = 0; parameter < call.operands().size(); parameter++) {
        if (calls.dependsOn(call.callee(), i, parameter)) {
          flow(call, call.operands().get(parameter), call.results().get(i));
        }
      }
    }
  }

  /** What a called function leaves in an object that it was given. */
  private void keptBy(CallOp.Call call) {
    for (int keeper = 0; keeper < call.operands().size(); keeper++) {
      for (int parameter = 0; parameter < call.operands().size(); parameter++) {
        Value object = call.operands().get(keeper);
        if (canKeep(object) && calls.keeps(call.callee(), keeper, parameter)) {
          edge(call, call.operands().get(parameter), object, false);
          kept.put(object, call);
        }
      }
    }
  }

  private void invoke(CallOp.Invoke invoke) {
    JavaMember member = invoke.member();
    if (isField(member) && canKeep(invoke.results().getFirst())) {
      fields.computeIfAbsent(member, _ -> new ArrayList<>()).add(invoke.results().getFirst());
    }
    if (derivatives.of(member) == DerivativeLookup.Kind.CONSTANT) {
      return;
    }
    for (int i = 0; i < invoke.operands().size(); i++) {
      Value operand = invoke.operands().get(i);
      boolean carries = member.obstacle() == null && derivatives.carries(invoke, i);
      for (Value result : invoke.results()) {
        edge(invoke, operand, result, carries);
      }
      if (!carries && member.effects() != JavaMember.Effects.PURE) {
        keep(invoke, operand);
      }
    }
  }

  /** A call with effects may keep an operand in any object that it is given. */
  private void keep(CallOp.Invoke invoke, Value operand) {
    invoke.operands().stream()
        .filter(keeper -> keeper != operand && canKeep(keeper))
        .forEach(
            keeper -> {
              edge(invoke, operand, keeper, false);
              kept.put(keeper, invoke);
            });
  }

  /** What an object in a field was told is there when the field is read once more. */
  private void readAgain(Value keeper, Op call) {
    fields.values().stream()
        .filter(reads -> reads.contains(keeper))
        .flatMap(List::stream)
        .filter(read -> read != keeper)
        .forEach(read -> edge(call, keeper, read, false));
  }

  private static boolean isField(JavaMember member) {
    return member.kind() == JavaMember.Kind.STATIC_FIELD
        || member.kind() == JavaMember.Kind.INSTANCE_FIELD;
  }

  private void unsupported(Op op, List<Value> results, List<Value> operands) {
    for (Value result : results) {
      operands.forEach(operand -> edge(op, operand, result, false));
      // what an object made here is told later may come out as any other result
      results.stream()
          .filter(other -> other != result && canKeep(other))
          .forEach(other -> edge(op, other, result, false));
    }
  }

  private void flowAll(Op op, List<Value> from, List<Value> to) {
    to.forEach(result -> flow(op, from, result));
  }

  private void flow(Op op, List<Value> from, Value to) {
    from.forEach(value -> flow(op, value, to));
  }

  private void flow(Op op, Value from, Value to) {
    edge(op, from, to, true);
  }

  private void edge(Op op, Value from, Value to, boolean carries) {
    boolean isChoice = to.type() == ScalarType.BOOLEAN;
    if (!isChoice) {
      boolean canCarry = from.type().isDifferentiable() && to.type().isDifferentiable();
      graph.add(new FlowGraph.Edge(from, to, op, carries && canCarry));
    }
  }

  /** Arrays are not meant: what is written into them makes a new version. */
  static boolean canKeep(Value value) {
    return value.type() instanceof IrType.Reference reference
        && !reference.isDifferentiable()
        && !reference.javaName().equals("java.lang.String");
  }
}
