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
  private final boolean isInPlace;

  /**
   * @param functions what {@link CallOp.Call} can call
   */
  public IrInterpreter(Map<FunctionId, IrFunction> functions) {
    this(functions, false);
  }

  private IrInterpreter(Map<FunctionId, IrFunction> functions, boolean isInPlace) {
    this.functions = Map.copyOf(functions);
    this.isInPlace = isInPlace;
  }

  /** What {@code function} yields for boxed or array arguments. */
  public static List<Object> run(IrFunction function, Object... arguments) {
    return new IrInterpreter(Map.of(function.id(), function)).call(function, arguments);
  }

  /** As {@link #run}, but all versions of an array are one object, as in generated code. */
  public static List<Object> runInPlace(IrFunction function, Object... arguments) {
    return new IrInterpreter(Map.of(function.id(), function), true).call(function, arguments);
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
      case Op.StopGradient(var result, var operand, _) ->
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
      case ArrayOp.Accumulate(var result, var array, var indices, var value, _) -> {
        Object before = execution.value(array);
        List<Object> at = execution.values(indices);
        List<Object> terms = List.of(JavaArrays.part(before, at), execution.value(value));
        Object sum = JavaOperators.apply(Operator.ADD, terms);
        execution.define(result, JavaArrays.store(next(before), at, sum));
      }
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
      case CallOp.Invoke(var results, var member, var operands, _) -> {
        Object result = JavaMembers.use(member, execution.values(operands));
        execution.define(results, results.isEmpty() ? List.of() : Arrays.asList(result));
      }
      case FlowOp.Throw(var exception, _) -> throw thrown(execution.value(exception));
      case FlowOp.Turn _ -> {}
      case CallOp.ForwardCall _,
          CallOp.ReverseCall _,
          CallOp.TangentCall _,
          CallOp.DynamicCall _,
          Op.FieldStore _,
          Op.Unsupported _ ->
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
    IrFunction callee = functions.get(call.callee());
    if (callee == null) {
      throw new IllegalArgumentException("no function " + call.callee());
    }
    List<Object> yields = call(callee, execution.values(call.operands()).toArray());
    execution.define(call.results(), yields);
  }

  private static RuntimeException thrown(Object exception) {
    return exception instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("thrown: " + exception);
  }
}
