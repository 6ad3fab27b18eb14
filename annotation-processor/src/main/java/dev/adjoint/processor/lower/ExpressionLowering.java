package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lowers expressions, operands first and left to right as Java evaluates them. {@code name} is the
 * preferred name of the value: the variable it is about to be assigned to, or empty.
 */
final class ExpressionLowering {
  private final ProgramPoint point;
  private final BranchLowering branches;
  private final ArrayLowering arrays;
  private final AssignmentLowering assignments;
  private final CallLowering calls;
  private final RecordLowering records;
  private final StatementLowering statements;
  private final ObjectReferences references;

  /**
   * @param text the unit of the function that is being lowered
   */
  ExpressionLowering(ProgramPoint point, EffectSummaries summaries, SourceText text) {
    this.point = point;
    this.branches = new BranchLowering(point);
    this.arrays = new ArrayLowering(point, this);
    this.assignments = new AssignmentLowering(point, this);
    this.records = new RecordLowering(point, this);
    var inlined = new InlinedCalls(point, this, summaries, text);
    this.calls = new CallLowering(point, this, summaries, inlined);
    this.statements = new StatementLowering(point, this, summaries);
    this.references = new ObjectReferences(point, this);
  }

  BranchLowering branches() {
    return branches;
  }

  ArrayLowering arrays() {
    return arrays;
  }

  AssignmentLowering assignments() {
    return assignments;
  }

  CallLowering calls() {
    return calls;
  }

  StatementLowering statements() {
    return statements;
  }

  RecordLowering records() {
    return records;
  }

  ObjectReferences references() {
    return references;
  }

  /** Evaluates an expression of which the value, if any, is not used. */
  void effect(BoundExpression expression) {
    switch (expression) {
      case BoundExpression.FunctionCall call when calls.isInlined(call) -> calls.inline(call);
      case BoundExpression.FunctionCall call -> calls.function(call, "");
      case BoundExpression.MemberCall call -> calls.member(call, "");
      case BoundExpression.ObjectCall call -> references.call(call);
      case BoundExpression.Unsupported unsupported -> calls.unsupported(unsupported, "");
      case BoundExpression.Assignment assignment
          when assignment.type() instanceof IrType.Composite ->
          records.parts(assignment);
      case BoundExpression.Assignment(Place.ElementPlace row, var value, var source)
          when row.type() instanceof IrType.Array ->
          assignments.replaceRow(row, value, source);
      case BoundExpression.Assignment assignment
          when !ObjectReferences.mayYield(assignment.type()) ->
          assignments.assign(assignment);
      default -> {
        if (ObjectReferences.mayYield(expression.type())) {
          references.evaluate(expression, "");
        } else {
          value(expression);
        }
      }
    }
  }

  /** The value of an expression; of an array, its current version. */
  Value value(BoundExpression expression) {
    return value(expression, "");
  }

  /** As {@link #value(BoundExpression)}, with a preferred name. */
  Value value(BoundExpression expression, String name) {
    if (expression.type() instanceof IrType.Array) {
      return arrays.version(arrays.path(expression, name), expression.source());
    }
    if (ObjectReferences.mayYield(expression.type())) {
      return references.value(expression, name);
    }
    return expression.type() instanceof IrType.Composite
        ? records.object(expression)
        : plain(expression, name);
  }

  /** The value of an expression that is no array, record or object known by its fields. */
  Value plain(BoundExpression expression, String name) {
    return switch (expression) {
      case BoundExpression.Literal literal -> literal(literal, name);
      case BoundExpression.LocalRead read -> read(read.local(), read.source());
      case BoundExpression.ArrayRead read -> element(read, name);
      case BoundExpression.ArrayLength length -> arrays.length(length, name);
      case BoundExpression.FieldRead read -> held(references.fields().parts(read, name));
      case BoundExpression.Operation operation
          when new MissingRows(point, arrays).isCompared(operation) ->
          new MissingRows(point, arrays).compared(operation, name);
      case BoundExpression.Operation operation when isNullTest(operation) ->
          nullTest(operation, name);
      case BoundExpression.Operation operation -> {
        List<Value> operands = values(operation.operands());
        Value result =
            point
                .at(operation.source())
                .named(name)
                .arithmetic(operation.operator(), operands.toArray(Value[]::new));
        if (operation.type() == ScalarType.INT) {
          point.indices().note(result, operation.operator(), operands);
        }
        yield result;
      }
      case BoundExpression.ShortCircuit both -> shortCircuit(both);
      case BoundExpression.Conditional choice -> {
        Value condition = value(choice.condition());
        yield branches.values(
            condition,
            choice.type(),
            choice.source(),
            () -> value(choice.ifTrue()),
            () -> value(choice.ifFalse()));
      }
      case BoundExpression.Convert convert -> convert(convert, name);
      case BoundExpression.Assignment assignment -> assignments.assign(assignment);
      case BoundExpression.CompoundAssignment assignment -> assignments.compound(assignment);
      case BoundExpression.Increment increment -> assignments.increment(increment);
      case BoundExpression.FunctionCall call -> calls.scalar(call, name);
      case BoundExpression.ObjectCall call -> held(references.call(call));
      case BoundExpression.ComponentRead read -> records.scalar(read);
      case BoundExpression.TypeTest test -> records.tests().test(test);
      case BoundExpression.Sequence sequence -> {
        effect(sequence.first());
        yield value(sequence.value(), name);
      }
      case BoundExpression.MemberCall call -> present(calls.member(call, name));
      case BoundExpression.StopGradient stop -> {
        Value result = new Value(stop.type(), name);
        Value operand = value(stop.operand());
        point.at(stop.source()).add(new Op.StopGradient(result, operand, stop.source()));
        yield result;
      }
      case BoundExpression.Unsupported unsupported -> present(calls.unsupported(unsupported, name));
      case BoundExpression.NewArray _,
          BoundExpression.ArrayLiteral _,
          BoundExpression.ArrayCopy _,
          BoundExpression.ObjectCreation _,
          BoundExpression.RecordCreation _ ->
          throw new IllegalStateException("lowering: " + expression + " of another type");
    };
  }

  private static Value held(List<Binding> parts) {
    return ((Binding.Held) parts.getFirst()).value();
  }

  /** Whether an operation compares a reference with {@code null}. */
  private static boolean isNullTest(BoundExpression.Operation operation) {
    IrType type = operation.operands().getFirst().type();
    boolean isEquality = operation.operator() == Operator.EQ || operation.operator() == Operator.NE;
    return isEquality
        && (type instanceof IrType.Array || ObjectReferences.mayYield(type))
        && operation.operands().getLast() instanceof BoundExpression.Literal(var value, _, _)
        && value == null;
  }

  /** Of some objects and arrays it is known whether they are {@code null}. */
  private Value nullTest(BoundExpression.Operation operation, String name) {
    SourceRange source = operation.source();
    boolean isEqual = operation.operator() == Operator.EQ;
    Binding operand = bindings(operation.operands().getFirst()).getFirst();
    if (operand instanceof Binding.Object) {
      return point.at(source).constant(!isEqual, ScalarType.BOOLEAN);
    }
    if (operand instanceof Binding.ArrayPath path
        && path.isWhole()
        && path.location().isMissing()) {
      return point.at(source).constant(isEqual, ScalarType.BOOLEAN);
    }
    Value left =
        operand instanceof Binding.ArrayPath path
            ? arrays.version(path, source)
            : references.asValue(operand, source);
    Value right = value(operation.operands().getLast());
    return point.at(source).named(name).arithmetic(operation.operator(), left, right);
  }

  /** The values of expressions, evaluated in order. */
  List<Value> values(List<BoundExpression> expressions) {
    List<Value> values = new ArrayList<>(expressions.size());
    for (BoundExpression expression : expressions) {
      values.add(value(expression));
    }
    return values;
  }

  /** What a variable that is no array holds. */
  Value read(Local local, SourceRange source) {
    Value value = point.variables().held(local);
    return value != null ? value : ProgramPoint.placeholder(local.type(), point.at(source));
  }

  /** What an expression of any type yields: one binding for each of its type's parts. */
  List<Binding> bindings(BoundExpression expression) {
    return switch (expression.type()) {
      case IrType.Array _ -> List.of(arrays.path(expression, ""));
      case IrType.Composite _ -> records.parts(expression);
      case IrType.Reference type when ObjectReferences.mayYield(type) ->
          List.of(references.evaluate(expression, ""));
      case null, default -> List.of(new Binding.Held(value(expression)));
    };
  }

  /** As {@link #bindings(BoundExpression)}, where the context expects a type. */
  List<Binding> bindings(BoundExpression expression, IrType expected) {
    if (expected instanceof IrType.Composite composite) {
      return records.parts(expression, composite);
    }
    return ObjectReferences.mayYield(expected)
        ? List.of(references.evaluate(expression, ""))
        : bindings(expression);
  }

  /** The values of all parts of the expected type; of an array, its current version. */
  List<Value> parts(BoundExpression expression, IrType expected) {
    return expected instanceof IrType.Composite composite
        ? records
            .objects()
            .values(records.parts(expression, composite), composite, expression.source())
        : List.of(value(expression));
  }

  private static Value present(@Nullable Value value) {
    if (value == null) {
      throw new IllegalStateException("lowering: the value of a void call");
    }
    return value;
  }

  private Value literal(BoundExpression.Literal literal, String name) {
    Value result = new Value(literal.type(), name);
    point.at(literal.source()).add(new Op.Constant(result, literal.value(), literal.source()));
    if (literal.value() instanceof Integer number) {
      point.indices().note(result, number);
    }
    return result;
  }

  private Value element(BoundExpression.ArrayRead read, String name) {
    Binding.ArrayPath element = arrays.element(read.array(), read.index());
    Value version = point.variables().version(element.location());
    return point.at(read.source()).named(name).load(version, element.indices());
  }

  private Value convert(BoundExpression.Convert convert, String name) {
    if (convert.type().equals(convert.operand().type())) {
      return value(convert.operand(), name);
    }
    // The name is that of the converted value: its operand is another one.
    Value operand = value(convert.operand());
    return point.at(convert.source()).named(name).convert(operand, convert.type());
  }

  private Value shortCircuit(BoundExpression.ShortCircuit both) {
    Value left = value(both.left());
    return branches.values(
        left,
        ScalarType.BOOLEAN,
        both.source(),
        () -> both.isConjunction() ? value(both.right()) : decided(true, both.source()),
        () -> both.isConjunction() ? decided(false, both.source()) : value(both.right()));
  }

  private Value decided(boolean outcome, SourceRange source) {
    return point.at(source).constant(outcome, ScalarType.BOOLEAN);
  }
}
