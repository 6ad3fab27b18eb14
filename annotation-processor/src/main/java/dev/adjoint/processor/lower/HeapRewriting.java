package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One method with numbers for the references to objects of {@link HeapClasses}: the first object of
 * a class is 1, {@code null} is 0.
 */
final class HeapRewriting {
  private final HeapClasses classes;
  private final HeapArrays arrays;
  private final Map<FunctionId, FunctionId> taking;
  private final HeapAccess access;
  private final Map<Local, Local> locals = new HashMap<>();

  /**
   * @param arrays what holds the fields, as this method knows it
   * @param taking what the methods that are given these arrays are called from now on
   * @param functions takes the functions that are needed besides
   */
  HeapRewriting(
      HeapClasses classes,
      HeapArrays arrays,
      Map<FunctionId, FunctionId> taking,
      HeapFunctions functions) {
    this.classes = classes;
    this.arrays = arrays;
    this.taking = taking;
    this.access = new HeapAccess(classes, arrays, functions, this::expression);
  }

  /** The method; it makes the arrays itself unless it takes them. */
  BoundMethod method(BoundMethod method) {
    List<Local> parameters = new ArrayList<>();
    method.parameters().forEach(parameter -> parameters.add(local(parameter)));
    List<BoundStatement> statements = new ArrayList<>();
    if (taking.containsKey(method.id())) {
      parameters.addAll(arrays.all());
    } else {
      statements.addAll(arrays.declarations(method.source()));
    }
    boolean yieldsOne = classes.contain(method.returnType());
    method
        .body()
        .statements()
        .forEach(statement -> statements.add(statement(statement, yieldsOne)));
    return new BoundMethod(
        taking.getOrDefault(method.id(), method.id()),
        parameters,
        yieldsOne ? ScalarType.INT : method.returnType(),
        new BoundStatement.Block(statements, method.body().source()),
        method.source(),
        method.text());
  }

  /** Whether an expression is {@code null}. */
  static boolean isNull(BoundExpression expression) {
    return expression instanceof BoundExpression.Literal(var value, _, _) && value == null;
  }

  private Local local(Local local) {
    return classes.contain(local.type())
        ? locals.computeIfAbsent(local, l -> new Local(l.name(), ScalarType.INT, l.source()))
        : local;
  }

  private @Nullable IrType type(@Nullable IrType type) {
    return classes.contain(type) ? ScalarType.INT : type;
  }

  private BoundStatement.Block block(List<BoundStatement> all, boolean yieldsOne, SourceRange at) {
    return new BoundStatement.Block(
        all.stream().map(each -> statement(each, yieldsOne)).toList(), at);
  }

  private BoundStatement statement(BoundStatement statement, boolean yieldsOne) {
    return switch (statement) {
      case BoundStatement.Block(var all, var at) -> block(all, yieldsOne, at);
      case BoundStatement.Declaration(var local, var value, var at) ->
          new BoundStatement.Declaration(
              local(local), value == null ? null : expected(value, local.type()), at);
      case BoundStatement.Evaluate(var expression, var at) ->
          new BoundStatement.Evaluate(expression(expression), at);
      case BoundStatement.If(var condition, var first, var second, var at) ->
          new BoundStatement.If(
              expression(condition),
              statement(first, yieldsOne),
              second == null ? null : statement(second, yieldsOne),
              at);
      case BoundStatement.While(var target, var condition, var body, var at) ->
          new BoundStatement.While(target, expression(condition), statement(body, yieldsOne), at);
      case BoundStatement.DoWhile(var target, var body, var condition, var at) ->
          new BoundStatement.DoWhile(target, statement(body, yieldsOne), expression(condition), at);
      case BoundStatement.For loop -> loop(loop, yieldsOne);
      case BoundStatement.ForEach(var target, var local, var array, var body, var at) ->
          new BoundStatement.ForEach(
              target, local, expression(array), statement(body, yieldsOne), at);
      case BoundStatement.Switch(var target, var selector, var cases, var at) ->
          new BoundStatement.Switch(
              target,
              expression(selector),
              cases.stream()
                  .map(
                      group ->
                          new BoundStatement.Case(
                              group.labels(),
                              group.isDefault(),
                              block(group.statements(), yieldsOne, at).statements()))
                  .toList(),
              at);
      case BoundStatement.Labeled(var target, var body, var at) ->
          new BoundStatement.Labeled(target, statement(body, yieldsOne), at);
      case BoundStatement.Return(var value, var at) ->
          new BoundStatement.Return(value == null ? null : result(value, yieldsOne), at);
      case BoundStatement.Throw(var exception, var at) ->
          new BoundStatement.Throw(expression(exception), at);
      case BoundStatement.NoGrad(var body, var at) ->
          new BoundStatement.NoGrad(statement(body, yieldsOne), at);
      case BoundStatement.Break _, BoundStatement.Continue _, BoundStatement.Unsupported _ ->
          statement;
    };
  }

  private BoundStatement loop(BoundStatement.For loop, boolean yieldsOne) {
    BoundStatement.Plan plan = loop.plan();
    return new BoundStatement.For(
        loop.target(),
        block(loop.initializers(), yieldsOne, loop.source()).statements(),
        loop.condition() == null ? null : expression(loop.condition()),
        all(loop.updates()),
        statement(loop.body(), yieldsOne),
        plan == null
            ? null
            : new BoundStatement.Plan(expression(plan.steps()), expression(plan.schedule())),
        loop.source());
  }

  private BoundExpression result(BoundExpression value, boolean isReference) {
    return isReference && isNull(value) ? nothing(value.source()) : expression(value);
  }

  private BoundExpression expected(BoundExpression value, @Nullable IrType type) {
    return result(value, classes.contain(type));
  }

  private static BoundExpression nothing(SourceRange at) {
    return new BoundExpression.Literal(0, ScalarType.INT, at);
  }

  private List<BoundExpression> all(List<BoundExpression> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  private BoundExpression expression(BoundExpression expression) {
    BoundExpression accessed = access.of(expression);
    return accessed == null ? plain(expression) : accessed;
  }

  private BoundExpression plain(BoundExpression expression) {
    return switch (expression) {
      case BoundExpression.Literal _ -> expression;
      case BoundExpression.LocalRead(var local, var at) ->
          new BoundExpression.LocalRead(local(local), at);
      case BoundExpression.ArrayRead(var array, var index, var type, var at) ->
          new BoundExpression.ArrayRead(expression(array), expression(index), type, at);
      case BoundExpression.ArrayLength(var array, var at) ->
          new BoundExpression.ArrayLength(expression(array), at);
      case BoundExpression.FieldRead read -> read(read);
      case BoundExpression.Operation(var operator, var operands, var type, var at) ->
          new BoundExpression.Operation(operator, operands(operands), type, at);
      case BoundExpression.ShortCircuit(var isAnd, var left, var right, var at) ->
          new BoundExpression.ShortCircuit(isAnd, expression(left), expression(right), at);
      case BoundExpression.Conditional(var test, var first, var second, var type, var at) ->
          new BoundExpression.Conditional(
              expression(test),
              expected(first, type),
              expected(second, type),
              classes.contain(type) ? ScalarType.INT : type,
              at);
      case BoundExpression.Convert(var operand, var type, var at) ->
          new BoundExpression.Convert(expression(operand), type, at);
      case BoundExpression.Assignment(var place, var value, var at) ->
          new BoundExpression.Assignment(place(place), expected(value, place.type()), at);
      case BoundExpression.CompoundAssignment(
              var place,
              var operator,
              var value,
              var type,
              var at) ->
          new BoundExpression.CompoundAssignment(
              place(place), operator, expression(value), type, at);
      case BoundExpression.Increment(var place, var isUp, var isPrefix, var at) ->
          new BoundExpression.Increment(place(place), isUp, isPrefix, at);
      case BoundExpression.FunctionCall call -> call(call);
      case BoundExpression.RecordCreation(var components, var type, var at) ->
          new BoundExpression.RecordCreation(all(components), type, at);
      case BoundExpression.ObjectCreation creation -> creation(creation);
      case BoundExpression.ObjectCall(var object, var rest, var methods, var otherwise, var at) ->
          new BoundExpression.ObjectCall(
              expression(object), all(rest), methods, expression(otherwise), at);
      case BoundExpression.ComponentRead(var record, var name, var type, var at) ->
          new BoundExpression.ComponentRead(expression(record), name, type, at);
      case BoundExpression.TypeTest(
              var operand,
              var tested,
              var names,
              var isCertain,
              var binding,
              var at) ->
          new BoundExpression.TypeTest(expression(operand), tested, names, isCertain, binding, at);
      case BoundExpression.Sequence(var first, var value, var type, var at) ->
          new BoundExpression.Sequence(expression(first), expression(value), type, at);
      case BoundExpression.MemberCall(var member, var operands, var type, var at) ->
          new BoundExpression.MemberCall(member, all(operands), type, at);
      case BoundExpression.StopGradient(var operand, var type, var at) ->
          new BoundExpression.StopGradient(expression(operand), type, at);
      case BoundExpression.NewArray(var dimensions, var type, var at) ->
          new BoundExpression.NewArray(all(dimensions), type, at);
      case BoundExpression.ArrayLiteral(var elements, var type, var at) ->
          new BoundExpression.ArrayLiteral(all(elements), type, at);
      case BoundExpression.ArrayCopy(var array, var type, var at) ->
          new BoundExpression.ArrayCopy(expression(array), type, at);
      case BoundExpression.Unsupported(
              var problem,
              var operands,
              var writes,
              var type,
              var text,
              var at) ->
          new BoundExpression.Unsupported(problem, all(operands), writes, type, text, at);
    };
  }

  /** References are compared as the numbers that they are. */
  private List<BoundExpression> operands(List<BoundExpression> operands) {
    boolean areReferences = operands.stream().anyMatch(o -> classes.contain(o.type()));
    return operands.stream().map(operand -> result(operand, areReferences)).toList();
  }

  private BoundExpression creation(BoundExpression.ObjectCreation creation) {
    return new BoundExpression.ObjectCreation(
        creation.of(),
        creation.constructor(),
        all(creation.arguments()),
        expression(creation.otherwise()),
        creation.source());
  }

  private BoundExpression call(BoundExpression.FunctionCall call) {
    List<BoundExpression> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      arguments.add(result(call.arguments().get(i), classes.isReferenceTo(call.callee(), i)));
    }
    if (taking.containsKey(call.callee())) {
      arguments.addAll(arrays.reads(call.source()));
    }
    return new BoundExpression.FunctionCall(
        taking.getOrDefault(call.callee(), call.callee()),
        arguments,
        type(call.type()),
        call.source());
  }

  private BoundExpression read(BoundExpression.FieldRead read) {
    BoundExpression receiver = read.receiver();
    if (receiver == null || !classes.contain(receiver.type())) {
      return new BoundExpression.FieldRead(
          read.field(), receiver == null ? null : expression(receiver), read.type(), read.source());
    }
    return access.read(access.field(receiver, read.field().name(), read.source()), read.source());
  }

  private Place place(Place place) {
    return switch (place) {
      case Place.LocalPlace(var local) -> new Place.LocalPlace(local(local));
      case Place.ElementPlace(var array, var index, var type) ->
          new Place.ElementPlace(expression(array), expression(index), type);
      case Place.FieldPlace(var field, var receiver, var type) ->
          receiver != null && classes.contain(receiver.type())
              ? access.field(receiver, field.name(), receiver.source())
              : new Place.FieldPlace(field, receiver == null ? null : expression(receiver), type);
    };
  }
}
