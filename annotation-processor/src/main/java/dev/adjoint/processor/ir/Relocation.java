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
      case Op.StopGradient(var result, var operand, _) -> new Op.StopGradient(result, operand, at);
      case Op.Allocate(var result, var dimensions, _) -> new Op.Allocate(result, dimensions, at);
      case Op.ArrayLiteral(var result, var elements, _) ->
          new Op.ArrayLiteral(result, elements, at);
      case Op.ZerosLike(var result, var array, _) -> new Op.ZerosLike(result, array, at);
      case Op.ArrayCopy(var result, var array, var indices, _) ->
          new Op.ArrayCopy(result, array, indices, at);
      case Op.ArrayLength(var result, var array, var indices, _) ->
          new Op.ArrayLength(result, array, indices, at);
      case Op.Load(var result, var array, var indices, _) ->
          new Op.Load(result, array, indices, at);
      case Op.Store(var result, var array, var indices, var value, _) ->
          new Op.Store(result, array, indices, value, at);
      case Op.If(var results, var test, var onTrue, var onFalse, var label, var mirrors, _) ->
          new Op.If(results, test, onTrue, onFalse, label, mirrors, at);
      case Op.Loop(var results, var inits, var arguments, var test, var body, var label, _) ->
          new Op.Loop(results, inits, arguments, test, body, label, at);
      case Op.Call(var results, var callee, var mutated, var operands, _) ->
          new Op.Call(results, callee, mutated, operands, at);
      case Op.Invoke(var results, var member, var operands, _) ->
          new Op.Invoke(results, member, operands, at);
      case Op.FieldStore(var field, var receiver, var value, _) ->
          new Op.FieldStore(field, receiver, value, at);
      case Op.Throw(var exception, _) -> new Op.Throw(exception, at);
      case Op.Unsupported(var results, var problem, var operands, var text, _) ->
          new Op.Unsupported(results, problem, operands, text, at);
      case Op.Accumulate _, Op.AccumulateAll _, Op.ReverseLoop _, Op.Turn _ -> notLowered(op);
      case Op.ForwardCall _, Op.ReverseCall _, Op.TangentCall _, Op.DynamicCall _ -> notLowered(op);
    };
  }

  private static Op notLowered(Op op) {
    throw new IllegalStateException("not part of a primal: " + op);
  }
}
