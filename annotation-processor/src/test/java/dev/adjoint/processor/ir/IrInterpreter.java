package dev.adjoint.processor.ir;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs IR as it is defined, one operation after the other, so that each pass can be checked without
 * the emitter. Array versions are separate copies, unless asked for otherwise: a program that reads
 * a superseded version gets its old contents, and arguments are never changed. Every execution of a
 * branch or loop body is kept, so adjoint functions run before storage is assigned: a mirroring
 * branch or reverse loop finds the values of the execution that it reverses.
 */
public final class IrInterpreter {
  private final Map<FunctionId, IrFunction> functions;
  private final DerivedFunctions derived;
  private final boolean isInPlace;

  /**
   * @param functions what {@link CallOp.Call} can call
   */
  public IrInterpreter(Map<FunctionId, IrFunction> functions) {
    this(functions, DerivedFunctions.none(), false);
  }

  /**
   * @param functions what {@link CallOp.Call} can call
   * @param derived what calls in derivatives can call
   * @param isInPlace whether all versions of an array are one object
   */
  public IrInterpreter(
      Map<FunctionId, IrFunction> functions, DerivedFunctions derived, boolean isInPlace) {
    this.functions = Map.copyOf(functions);
    this.derived = derived;
    this.isInPlace = isInPlace;
  }

  /** What {@code function} yields for boxed or array arguments. */
  public static List<Object> run(IrFunction function, Object... arguments) {
    return new IrInterpreter(Map.of(function.id(), function)).call(function, arguments);
  }

  /** As {@link #run}, but all versions of an array are one object, as in generated code. */
  public static List<Object> runInPlace(IrFunction function, Object... arguments) {
    return new IrInterpreter(Map.of(function.id(), function), DerivedFunctions.none(), true)
        .call(function, arguments);
  }

  /** As {@link #run}, with other functions to call. */
  public List<Object> call(IrFunction function, Object... arguments) {
    Execution execution = new Execution(null, null);
    List<Value> parameters = function.parameters();
    if (arguments.length != parameters.size()) {
      throw new IllegalArgumentException(
          function.id() + " takes " + parameters.size() + " arguments, got " + arguments.length);
    }
    execution.define(parameters, Arrays.asList(arguments));
    return execute(function.body(), execution);
  }

  private List<Object> execute(Region region, Execution execution) {
    for (Op op : region.ops()) {
      step(op, execution);
    }
    return execution.values(region.yields());
  }

  private void step(Op op, Execution execution) {
    switch (op) {
      case Op.Constant constant -> execution.define(constant.result(), constant.literal());
      case Op.Arithmetic arithmetic ->
          execution.define(
              arithmetic.result(),
              JavaOperators.apply(arithmetic.operator(), execution.values(arithmetic.operands())));
      case Op.Convert(var result, var operand, _) ->
          execution.define(result, JavaOperators.convert(execution.value(operand), result.type()));
      case Op.StopGradient(var result, var operand, _, _) ->
          execution.define(result, execution.value(operand));
      case ArrayOp.Allocate(var result, var dimensions, _) ->
          execution.define(
              result, JavaArrays.allocate(result.type(), execution.values(dimensions)));
      case ArrayOp.ArrayLiteral(var result, var elements, _) ->
          execution.define(result, JavaArrays.literal(result.type(), execution.values(elements)));
      case ArrayOp.ZerosLike(var result, var array, _) ->
          execution.define(result, JavaArrays.zerosLike(execution.value(array)));
      case ArrayOp.ArrayCopy(var result, var array, var indices, _) ->
          execution.define(
              result,
              JavaArrays.copy(JavaArrays.part(execution.value(array), execution.values(indices))));
      case ArrayOp.ArrayLength(var result, var array, var indices, _) ->
          execution.define(
              result,
              Array.getLength(JavaArrays.part(execution.value(array), execution.values(indices))));
      case ArrayOp.Load(var result, var array, var indices, _) ->
          execution.define(
              result, JavaArrays.part(execution.value(array), execution.values(indices)));
      case ArrayOp.Store(var result, var array, var indices, var value, _) ->
          execution.define(
              result,
              JavaArrays.store(
                  next(execution.value(array)), execution.values(indices), execution.value(value)));
      case ArrayOp.Accumulate(var result, var array, var indices, var value, _) ->
          execution.define(
              result,
              JavaArrays.accumulate(
                  next(execution.value(array)), execution.values(indices), execution.value(value)));
      case ArrayOp.AccumulateAll(var result, var array, var indices, var addend, _) -> {
        Object after = next(execution.value(array));
        JavaArrays.add(JavaArrays.part(after, execution.values(indices)), execution.value(addend));
        execution.define(result, after);
      }
      case ArrayOp.StoreRow(var result, var array, var indices, var row, var rowIndices, _) -> {
        Object stored = JavaArrays.part(execution.value(row), execution.values(rowIndices));
        Object copy = stored == null ? null : JavaArrays.copy(stored);
        Object after = next(execution.value(array));
        execution.define(result, JavaArrays.store(after, execution.values(indices), copy));
      }
      case ArrayOp.TakeRow(var result, var array, var indices, _) ->
          execution.define(
              result, JavaArrays.part(execution.value(array), execution.values(indices)));
      case ArrayOp.RowShape(var result, var array, var indices, _) -> {
        Object row = JavaArrays.part(execution.value(array), execution.values(indices));
        execution.define(result, JavaArrays.shape(row, result.type()));
      }
      case ArrayOp.ClearRow(var result, var array, var indices, var shape, _) -> {
        Object after = next(execution.value(array));
        IrType element = ((IrType.Array) array.type()).element();
        Object zeros = JavaArrays.zeros(element, execution.value(shape));
        execution.define(result, JavaArrays.store(after, execution.values(indices), zeros));
      }
      case FlowOp.If branch -> branch(branch, execution);
      case FlowOp.Loop loop -> loop(loop, execution);
      case FlowOp.ReverseLoop loop -> reverseLoop(loop, execution);
      case CallOp.Call call -> call(call, execution);
      case CallOp.ForwardCall call -> forwardCall(call, execution);
      case CallOp.ReverseCall call -> reverseCall(call, execution);
      case CallOp.TangentCall(var results, var callee, _, var active, var operands, _) -> {
        IrFunction tangent = derived.tangent(callee, active);
        execution.define(results, call(tangent, execution.values(operands).toArray()));
      }
      case CallOp.Invoke(var results, var member, var operands, _) -> {
        Object result = JavaMembers.use(member, execution.values(operands));
        execution.define(results, results.isEmpty() ? List.of() : Arrays.asList(result));
      }
      case FlowOp.Throw(var exception, _) -> throw thrown(execution.value(exception));
      case FlowOp.Turn _ -> {}
      case CallOp.DynamicCall call -> DynamicCalls.run(call, execution);
      case Op.FieldStore _, Op.Unsupported _ ->
          throw new UnsupportedOperationException("not interpreted: " + op);
    }
  }

  /** The object of an array's next version. */
  private Object next(Object array) {
    return isInPlace ? array : JavaArrays.copy(array);
  }

  private void branch(FlowOp.If branch, Execution execution) {
    boolean isTaken = (Boolean) execution.value(branch.condition());
    Execution mirrored =
        branch.mirrors() == null ? null : execution.trace(branch.mirrors()).getFirst();
    Execution side = new Execution(execution, mirrored);
    Region region = isTaken ? branch.thenRegion() : branch.elseRegion();
    execution.define(branch.results(), execute(region, side));
    execution.record(branch.label(), List.of(side));
  }

  private void loop(FlowOp.Loop loop, Execution execution) {
    List<Execution> iterations = new ArrayList<>();
    List<Object> carried = execution.values(loop.inits());
    while (true) {
      Execution iteration = new Execution(execution, null);
      iteration.define(loop.arguments(), carried);
      Execution test = new Execution(iteration, null);
      if (!(Boolean) execute(loop.test(), test).getFirst()) {
        break;
      }
      carried = execute(loop.body(), iteration);
      iterations.add(iteration);
    }
    execution.define(loop.results(), carried);
    execution.record(loop.label(), iterations);
  }

  private void reverseLoop(FlowOp.ReverseLoop loop, Execution execution) {
    List<Object> carried = execution.values(loop.inits());
    for (Execution mirrored : execution.trace(loop.mirrors()).reversed()) {
      Execution iteration = new Execution(execution, mirrored);
      iteration.define(loop.arguments(), carried);
      carried = execute(loop.body(), iteration);
    }
    execution.define(loop.results(), carried);
  }

  private void call(CallOp.Call call, Execution execution) {
    List<Object> arguments = execution.values(call.operands());
    execution.define(call.results(), call(function(call.callee()), arguments.toArray()));
  }

  private IrFunction function(FunctionId id) {
    IrFunction function = functions.get(id);
    if (function == null) {
      throw new IllegalArgumentException("no function " + id);
    }
    return function;
  }

  /**
   * The frame is what the callee was called with: its reverse sweep follows another forward one.
   */
  private void forwardCall(CallOp.ForwardCall call, Execution execution) {
    List<Object> arguments = execution.values(call.operands());
    List<Object> frame = copies(arguments);
    List<Object> results = new ArrayList<>(call(function(call.callee()), arguments.toArray()));
    results.add(frame);
    execution.define(call.results(), results);
  }

  private void reverseCall(CallOp.ReverseCall call, Execution execution) {
    List<Object> operands = execution.values(call.operands());
    List<Object> arguments = copies((List<?>) operands.getFirst());
    arguments.addAll(operands.subList(1, operands.size()));
    IrFunction adjoint = derived.adjoint(call.callee(), call.active());
    List<Object> yields = call(adjoint, arguments.toArray());
    execution.define(
        call.results(), yields.subList(yields.size() - call.results().size(), yields.size()));
  }

  private static List<Object> copies(List<?> arguments) {
    List<Object> copies = new ArrayList<>();
    for (Object argument : arguments) {
      boolean isArray = argument != null && argument.getClass().isArray();
      copies.add(isArray ? JavaArrays.copy(argument) : argument);
    }
    return copies;
  }

  private static RuntimeException thrown(Object exception) {
    return exception instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("thrown: " + exception);
  }
}
