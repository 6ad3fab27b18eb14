package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;

/** Operations as if they stood elsewhere in the user's text; those inside regions stay. */
final class Relocation {
  private Relocation() {}

  static Op of(Op op, SourceRange at) {
    return switch (op) {
      case Op.Constant(var result, var literal, _) -> new Op.Constant(result, literal, at);
      case Op.Arithmetic(var result, var operator, var operands, _) ->
          new Op.Arithmetic(result, operator, operands, at);
      case Op.Convert(var result, var operand, _) -> new Op.Convert(result, operand, at);
      case Op.StopGradient(var result, var operand, var reason, _) ->
          new Op.StopGradient(result, operand, reason, at);
      case ArrayOp.Allocate(var result, var dimensions, _) ->
          new ArrayOp.Allocate(result, dimensions, at);
      case ArrayOp.ArrayLiteral(var result, var elements, _) ->
          new ArrayOp.ArrayLiteral(result, elements, at);
      case ArrayOp.ZerosLike(var result, var array, _) -> new ArrayOp.ZerosLike(result, array, at);
      case ArrayOp.ArrayCopy(var result, var array, var indices, _) ->
          new ArrayOp.ArrayCopy(result, array, indices, at);
      case ArrayOp.ArrayLength(var result, var array, var indices, _) ->
          new ArrayOp.ArrayLength(result, array, indices, at);
      case ArrayOp.Load(var result, var array, var indices, _) ->
          new ArrayOp.Load(result, array, indices, at);
      case ArrayOp.Store(var result, var array, var indices, var value, _) ->
          new ArrayOp.Store(result, array, indices, value, at);
      case ArrayOp.RowShape(var result, var array, var indices, _) ->
          new ArrayOp.RowShape(result, array, indices, at);
      case ArrayOp.StoreRow(var result, var array, var indices, var row, var rowIndices, _) ->
          new ArrayOp.StoreRow(result, array, indices, row, rowIndices, at);
      case FlowOp.If(var results, var test, var onTrue, var onFalse, var label, var mirrors, _) ->
          new FlowOp.If(results, test, onTrue, onFalse, label, mirrors, at);
      case FlowOp.Loop loop ->
          new FlowOp.Loop(
              loop.results(),
              loop.inits(),
              loop.arguments(),
              loop.test(),
              loop.body(),
              loop.label(),
              loop.plan(),
              at);
      case CallOp.Call(var results, var callee, var mutated, var operands, _) ->
          new CallOp.Call(results, callee, mutated, operands, at);
      case CallOp.Invoke(var results, var member, var operands, _) ->
          new CallOp.Invoke(results, member, operands, at);
      case Op.FieldStore(var field, var receiver, var value, _) ->
          new Op.FieldStore(field, receiver, value, at);
      case FlowOp.Throw(var exception, _) -> new FlowOp.Throw(exception, at);
      case Op.Unsupported(var results, var problem, var operands, var text, _) ->
          new Op.Unsupported(results, problem, operands, text, at);
      case ArrayOp.Accumulate _, ArrayOp.AccumulateAll _, ArrayOp.TakeRow _, ArrayOp.ClearRow _ ->
          notLowered(op);
      case FlowOp.ReverseLoop _, FlowOp.Turn _ -> notLowered(op);
      case CallOp.ForwardCall _, CallOp.ReverseCall _, CallOp.TangentCall _, CallOp.DynamicCall _ ->
          notLowered(op);
    };
  }

  private static Op notLowered(Op op) {
    throw new IllegalStateException("not part of a primal: " + op);
  }
}
