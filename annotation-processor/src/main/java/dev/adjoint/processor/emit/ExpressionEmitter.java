package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.emit.Expression.Precedence;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints values as expressions, with what is inlined put in. */
final class ExpressionEmitter {
  private final BodyPlan plan;
  private final Variables variables;
  private final Invocations invocations;
  private final LiteralText literals;
  private final ReusedBuffers reused;
  private final Operations operations = new Operations(this);

  ExpressionEmitter(
      BodyPlan plan,
      Variables variables,
      Callees callees,
      LiteralText literals,
      ReusedBuffers reused) {
    this.reused = reused;
    this.literals = literals;
    this.plan = plan;
    this.variables = variables;
    this.invocations = new Invocations(this, callees);
  }

  /** A value as an expression; its type may be one that Java widens to the value's. */
  Expression of(Value value) {
    Node node = inlinedNode(value);
    if (node != null) {
      return of(node);
    }
    Variable variable = variables.of(value);
    return Expression.primary(variable.type(), "$L", variable.name());
  }

  /** A value in exactly its own type, so that the same overload is chosen; a cast if need be. */
  Expression exactly(Value value) {
    Node node = inlinedNode(value);
    if (node != null && node.op() instanceof Op.Convert convert) {
      Node operand = inlinedNode(convert.operand());
      if (operand != null
          && operand.op() instanceof Op.Constant(_, Integer number, _)
          && value.type() == ScalarType.DOUBLE) {
        return LiteralText.of((double) number, ScalarType.DOUBLE);
      }
    }
    return value.type() instanceof ScalarType ? of(value).exactly(value.type()) : of(value);
  }

  /** The text of a value where Java converts it by itself: in an assignment, as an index. */
  CodeBlock assigned(Value value) {
    return of(value).code();
  }

  List<CodeBlock> assigned(List<Value> values) {
    return values.stream().map(this::assigned).toList();
  }

  /** The negation of a condition. */
  Expression negated(Value condition) {
    return operations.negated(condition);
  }

  /** What a value is the negative of, if it prints as a negation. */
  @Nullable Expression opposite(Value value) {
    return operations.opposite(value);
  }

  /** The operation that is printed in place of {@code value}; {@code null} for a variable. */
  @Nullable Node inlinedNode(Value value) {
    return plan.inlining().isInlined(value) ? plan.outline().definer(value) : null;
  }

  /** An element or row of an array. */
  CodeBlock element(Value array, List<Value> indices) {
    if (array.type() instanceof IrType.Array type && !indices.isEmpty()) {
      CodeBlock holder = of(array).code();
      switch (type.container()) {
        case IrType.Container.Kind.LIST, IrType.Container.Kind.GROWING -> {
          return CodeBlock.of("$L.get($L)", holder, assigned(indices.getFirst()));
        }
        case IrType.Container.Tuple(_, var components) -> {
          return CodeBlock.of("$L.$L()", holder, components.get(position(indices.getFirst())));
        }
        case IrType.Container.Kind.ARRAY, IrType.Container.Kind.GRADIENTS -> {}
      }
    }
    CodeBlock.Builder code = CodeBlock.builder().add(of(array).code());
    indices.forEach(index -> code.add("[$L]", assigned(index)));
    return code.build();
  }

  private int position(Value index) {
    Node node = plan.outline().definer(index);
    if (node != null && node.op() instanceof Op.Constant(_, Integer position, _)) {
      return position;
    }
    throw new IllegalStateException("emit: a component at " + index);
  }

  /** Whether an index is that of what is appended to a list. */
  boolean isEnd(Value index) {
    Node node = plan.outline().definer(index);
    return node != null
        && node.op() instanceof CallOp.Invoke invoke
        && invoke.member().equals(Containers.END);
  }

  /** What an operation computes. */
  Expression of(Node node) {
    return switch (node.op()) {
      case Op.Constant constant -> literals.of(constant);
      case Op.Arithmetic arithmetic -> operations.of(arithmetic);
      case Op.Convert(var result, var operand, _) ->
          operations.convert(of(operand), operand.type(), result.type());
      case Op.StopGradient(_, var operand, _, _) -> stopped(operand);
      case ArrayOp.Allocate allocate -> allocate(allocate);
      case ArrayOp.ArrayLiteral literal -> literal(literal);
      case ArrayOp.ArrayLength(_, var array, var indices, _) ->
          Expression.primary(ScalarType.INT, "$L.length", element(array, indices));
      case ArrayOp.RowShape shape -> shape(shape);
      case ArrayOp.Load(var result, var array, var indices, _) ->
          Expression.primary(result.type(), "$L", element(array, indices));
      case FlowOp.If branch -> branch(node, branch);
      case CallOp.Call call -> invocations.call(call);
      case CallOp.Invoke invoke -> invoke(invoke);
      case ArrayOp.ZerosLike _,
          ArrayOp.ArrayCopy _,
          ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          ArrayOp.TakeRow _ ->
          throw notAnExpression(node.op());
      case FlowOp.Loop _,
          FlowOp.ReverseLoop _,
          CallOp.ForwardCall _,
          CallOp.ReverseCall _,
          CallOp.TangentCall _ ->
          throw notAnExpression(node.op());
      case CallOp.DynamicCall _, Op.FieldStore _, FlowOp.Throw _, Op.Unsupported _, FlowOp.Turn _ ->
          throw notAnExpression(node.op());
    };
  }

  /** The arrays and tapes that are not made anew. */
  ReusedBuffers reused() {
    return reused;
  }

  private Expression invoke(CallOp.Invoke invoke) {
    CodeBlock tape = reused.tape(invoke);
    return tape == null
        ? invocations.invoke(invoke)
        : Expression.primary(invoke.results().getFirst().type(), "$L", tape);
  }

  Invocations invocations() {
    return invocations;
  }

  private Expression branch(Node node, FlowOp.If branch) {
    int result = plan.inlining().expressionResult(node);
    Value onTrue = branch.thenRegion().yields().get(result);
    Value onFalse = branch.elseRegion().yields().get(result);
    if (branch.results().get(result).type() == ScalarType.BOOLEAN) {
      Expression logical = operations.logical(branch.condition(), onTrue, onFalse);
      if (logical != null) {
        return logical;
      }
    }
    IrType type = branch.results().get(result).type();
    CodeBlock condition = of(branch.condition()).above(Precedence.CHOICE);
    CodeBlock whenTrue = operations.exactly(of(onTrue), type).above(Precedence.CHOICE);
    CodeBlock whenFalse = operations.exactly(of(onFalse), type).code();
    return new Expression(
        Wrapping.around(Wrapping.around(condition, "?", whenTrue), ":", whenFalse),
        Precedence.CHOICE,
        type);
  }

  private Expression stopped(Value operand) {
    Expression expression = of(operand);
    boolean isTensor = operand.type().equals(IrType.Reference.TENSOR);
    return isTensor
        ? Expression.primary(operand.type(), "$L.detach()", expression.atLeast(Precedence.PRIMARY))
        : expression;
  }

  private Expression allocate(ArrayOp.Allocate op) {
    IrType.Array type = (IrType.Array) op.result().type();
    if (Containers.isList(type)) {
      return Expression.primary(type, "new $T<>()", ArrayList.class);
    }
    if (Containers.areGradients(type) || Containers.isGrowing(type)) {
      return Expression.primary(type, "new $T()", TypeNames.of(type));
    }
    List<CodeBlock> dimensions = assigned(op.dimensions());
    CodeBlock used = reused.allocated(op.result(), dimensions);
    if (used != null) {
      return Expression.primary(type, "$L", used);
    }
    List<CodeBlock> parts = new ArrayList<>();
    parts.add(CodeBlock.of("new $T", TypeNames.of(type.element())));
    dimensions.forEach(dimension -> parts.add(CodeBlock.of("[$L]", dimension)));
    parts.add(CodeBlock.of("$L", "[]".repeat(type.rank() - op.dimensions().size())));
    return new Expression(CodeBlock.join(parts, ""), Precedence.PRIMARY, type);
  }

  private Expression shape(ArrayOp.RowShape op) {
    CodeBlock row = element(op.array(), op.indices());
    IrType type = op.result().type();
    boolean isFlat = type == ScalarType.INT;
    CodeBlock used = reused.call(op.result(), "lengths", row);
    if (used != null) {
      return Expression.primary(type, "$L", used);
    }
    return isFlat && !plan.arrays().mayLackRows(op.array())
        ? Expression.primary(type, "$L.length", row)
        : Expression.primary(
            type, isFlat ? "$T.length($L)" : "$T.lengths($L)", RowOperations.ROWS, row);
  }

  private Expression literal(ArrayOp.ArrayLiteral op) {
    IrType type = op.result().type();
    CodeBlock elements = Wrapping.list(assigned(op.elements()));
    if (Containers.isList(type)) {
      return Expression.primary(type, "$T.of($L)", List.class, elements);
    }
    return Expression.primary(type, "new $T {$L}", TypeNames.of(type), elements);
  }

  private static IllegalStateException notAnExpression(Op op) {
    return new IllegalStateException("emit: no expression for " + op);
  }
}
