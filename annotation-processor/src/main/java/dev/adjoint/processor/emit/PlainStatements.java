package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.List;

/** Prints operations without regions, each as one statement (array operations as a small loop). */
final class PlainStatements {
  private final BodyPlan plan;
  private final Variables variables;
  private final ExpressionEmitter expressions;
  private final Assignments assignments;
  private final ArrayStatements arrays;
  private final RowOperations rows;
  private final CallStatements calls;
  private final DynamicCalls dynamicCalls;
  private final StatementQuotes quotes;

  PlainStatements(
      BodyPlan plan,
      Variables variables,
      NameAllocation names,
      ExpressionEmitter expressions,
      Assignments assignments,
      Callees callees,
      StatementQuotes quotes) {
    this.plan = plan;
    this.variables = variables;
    this.expressions = expressions;
    this.assignments = assignments;
    this.arrays = new ArrayStatements(names, expressions, assignments, plan.arrays());
    this.rows = new RowOperations(plan, expressions, assignments);
    this.calls = new CallStatements(plan, names, expressions, assignments, callees);
    this.dynamicCalls = new DynamicCalls(plan, variables, names, expressions, assignments);
    this.quotes = quotes;
  }

  CodeBlock of(Node node) {
    if (node.op() instanceof FlowOp.Turn) {
      quotes.begin();
      return CodeBlock.of("");
    }
    return quote(node).toBuilder().add(statement(node)).build();
  }

  /** A comment that quotes the user's statement, if this is the first to reverse it. */
  CodeBlock quote(Node node) {
    return quotes
        .next(node.op().source())
        .map(line -> CodeBlock.of("// $L\n", line))
        .orElse(CodeBlock.of(""));
  }

  private CodeBlock statement(Node node) {
    return switch (node.op()) {
      case Op.Arithmetic arithmetic -> arithmetic(node, arithmetic);
      case Op.Constant _,
          Op.Convert _,
          Op.StopGradient _,
          ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.Load _,
          FlowOp.If _ ->
          assignments.assignResult(node);
      case ArrayOp.Allocate _ -> assignments.assignResult(node);
      case ArrayOp.ArrayLiteral literal -> arrays.literal(node, literal);
      case ArrayOp.ZerosLike zeros -> arrays.zeros(node, zeros);
      case ArrayOp.ArrayCopy copy -> arrays.copy(node, copy);
      case ArrayOp.Store store -> store(node, store);
      case ArrayOp.Accumulate(_, var array, var indices, var value, _) ->
          accumulate(array, indices, value);
      case ArrayOp.AccumulateAll add -> arrays.addAll(add);
      case ArrayOp.StoreRow store -> rows.store(node, store);
      case ArrayOp.TakeRow take -> rows.take(node, take);
      case ArrayOp.ClearRow clear -> rows.clear(clear);
      case CallOp.Call call -> calls.call(node, call);
      case CallOp.ForwardCall call -> calls.forward(node, call);
      case CallOp.ReverseCall call -> calls.reverse(node, call);
      case CallOp.TangentCall call -> calls.tangent(node, call);
      case CallOp.DynamicCall call -> dynamicCalls.of(node, call);
      case CallOp.Invoke invoke -> invoke(node, invoke);
      case Op.FieldStore(var field, _, var value, _) -> {
        Value receiver = ((Op.FieldStore) node.op()).receiver();
        CodeBlock owner =
            receiver == null
                ? CodeBlock.of("$T", TypeNames.classOf(field.owner()))
                : expressions.of(receiver).atLeast(Expression.Precedence.PRIMARY);
        yield line("$L.$L = $L", owner, field.name(), expressions.assigned(value));
      }
      case FlowOp.Throw(var exception, _) -> line("throw $L", expressions.assigned(exception));
      case FlowOp.Loop _, FlowOp.ReverseLoop _, Op.Unsupported _, FlowOp.Turn _ ->
          throw new IllegalStateException("emit: no statement for " + node.op());
    };
  }

  private CodeBlock arithmetic(Node node, Op.Arithmetic op) {
    Variable target = variables.of(op.result());
    boolean isUpdate = isAssignable(op.operator()) && assignments.isDeclared(target);
    if (isUpdate && isHeldBy(target, op.operands().getFirst())) {
      return line("$L", update(target, op));
    }
    if (isUpdate && op.operator() == Operator.ADD && isHeldBy(target, op.operands().getLast())) {
      return line("$L", update(target, op.operator(), op.operands().getFirst()));
    }
    return assignments.assignResult(node);
  }

  private boolean isHeldBy(Variable target, Value value) {
    return !plan.inlining().isInlined(value) && variables.find(value) == target;
  }

  /** {@code x += y} or {@code x++} for an operation whose left operand is in its own variable. */
  CodeBlock update(Variable variable, Op.Arithmetic op) {
    return update(variable, op.operator(), op.operands().getLast());
  }

  private CodeBlock update(Variable variable, Operator operator, Value operand) {
    boolean isSum = operator == Operator.ADD || operator == Operator.SUB;
    if (isSum && isOne(operand)) {
      return CodeBlock.of("$L$L", variable.name(), operator.symbol().repeat(2));
    }
    return compound(CodeBlock.of("$L", variable.name()), operator, operand);
  }

  private boolean isOne(Value value) {
    Node node = expressions.inlinedNode(value);
    return node != null
        && node.op() instanceof Op.Constant constant
        && (Integer.valueOf(1).equals(constant.literal())
            || Long.valueOf(1).equals(constant.literal()));
  }

  private CodeBlock compound(CodeBlock target, Operator operator, Value operand) {
    Expression opposite =
        operator == Operator.ADD || operator == Operator.SUB ? expressions.opposite(operand) : null;
    if (opposite != null) {
      String symbol = operator == Operator.ADD ? "-" : "+";
      return CodeBlock.of("$L $L= $L", target, symbol, opposite.code());
    }
    return CodeBlock.of("$L $L= $L", target, operator.symbol(), expressions.assigned(operand));
  }

  private CodeBlock store(Node node, ArrayOp.Store store) {
    IrType.Array type = (IrType.Array) store.array().type();
    if (type.container() != IrType.Container.Kind.ARRAY) {
      return put(store);
    }
    CodeBlock element = expressions.element(store.array(), store.indices());
    Op.Arithmetic compound = plan.compounds().operation(node, plan.inlining());
    return compound == null
        ? line("$L = $L", element, expressions.assigned(store.value()))
        : line("$L", compound(element, compound.operator(), compound.operands().getLast()));
  }

  /** {@code list.add(value)} or {@code list.set(index, value)}. */
  private CodeBlock put(ArrayOp.Store store) {
    CodeBlock holder = expressions.of(store.array()).code();
    CodeBlock value = expressions.assigned(store.value());
    Value index = store.indices().getFirst();
    return Containers.isList(store.array().type()) && expressions.isEnd(index)
        ? line("$L.add($L)", holder, value)
        : line("$L.set($L, $L)", holder, expressions.assigned(index), value);
  }

  private CodeBlock accumulate(Value array, List<Value> indices, Value value) {
    if (Containers.areGradients(array.type()) || Containers.isGrowing(array.type())) {
      return line(
          "$L.add($L, $L)",
          expressions.of(array).code(),
          expressions.assigned(indices.getFirst()),
          expressions.assigned(value));
    }
    return line("$L", compound(expressions.element(array, indices), Operator.ADD, value));
  }

  private CodeBlock invoke(Node node, CallOp.Invoke invoke) {
    boolean isNeeded = invoke.results().stream().anyMatch(plan.needed()::value);
    return isNeeded
        ? assignments.assignResult(node)
        : line("$L", expressions.invocations().invoke(invoke).code());
  }

  private static boolean isAssignable(Operator operator) {
    return switch (operator) {
      case ADD, SUB, MUL, DIV, REM, AND, OR, XOR, SHL, SHR, USHR -> true;
      case NEG, EQ, NE, LT, LE, GT, GE, NOT, COMPLEMENT -> false;
    };
  }

  private static CodeBlock line(String format, Object... arguments) {
    return CodeBlock.builder().addStatement(format, arguments).build();
  }
}
