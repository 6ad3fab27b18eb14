package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.FunctionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of bound statements and expressions, in evaluation order. */
final class BoundTree {
  private BoundTree() {}

  /** Hands over {@code statement} and every statement inside it. */
  static void statements(BoundStatement statement, Consumer<BoundStatement> visit) {
    visit.accept(statement);
    inner(statement).forEach(child -> statements(child, visit));
  }

  /** Hands over every expression in {@code statement}, subexpressions included. */
  static void expressions(BoundStatement statement, Consumer<BoundExpression> visit) {
    statements(statement, inside -> direct(inside).forEach(part -> expressions(part, visit)));
  }

  /** Hands over {@code expression} and every expression inside it. */
  static void expressions(BoundExpression expression, Consumer<BoundExpression> visit) {
    visit.accept(expression);
    operands(expression).forEach(operand -> expressions(operand, visit));
  }

  /** The functions that an expression itself calls, on whatever object. */
  static List<FunctionId> callees(BoundExpression expression) {
    return switch (expression) {
      case BoundExpression.FunctionCall call -> List.of(call.callee());
      case BoundExpression.ObjectCreation creation -> List.of(creation.constructor());
      case BoundExpression.ObjectCall call -> {
        List<FunctionId> callees = new ArrayList<>(call.methods().values());
        callees.addAll(callees(call.otherwise()));
        yield callees;
      }
      default -> List.of();
    };
  }

  /** The direct parts of a statement that are statements. */
  static List<BoundStatement> inner(BoundStatement statement) {
    return switch (statement) {
      case BoundStatement.Block block -> block.statements();
      case BoundStatement.If branch ->
          branch.elseStatement() == null
              ? List.of(branch.thenStatement())
              : List.of(branch.thenStatement(), branch.elseStatement());
      case BoundStatement.While loop -> List.of(loop.body());
      case BoundStatement.DoWhile loop -> List.of(loop.body());
      case BoundStatement.For loop -> {
        List<BoundStatement> parts = new ArrayList<>(loop.initializers());
        parts.add(loop.body());
        yield parts;
      }
      case BoundStatement.ForEach loop -> List.of(loop.body());
      case BoundStatement.Switch choice ->
          choice.cases().stream().flatMap(group -> group.statements().stream()).toList();
      case BoundStatement.Labeled labeled -> List.of(labeled.body());
      case BoundStatement.NoGrad scope -> List.of(scope.body());
      case BoundStatement.Declaration _, BoundStatement.Evaluate _ -> List.of();
      case BoundStatement.Break _, BoundStatement.Continue _, BoundStatement.Return _ -> List.of();
      case BoundStatement.Throw _, BoundStatement.Unsupported _ -> List.of();
    };
  }

  /** The direct parts of a statement that are expressions. */
  static List<BoundExpression> direct(BoundStatement statement) {
    return switch (statement) {
      case BoundStatement.Declaration declaration -> present(declaration.initializer());
      case BoundStatement.Evaluate evaluate -> List.of(evaluate.expression());
      case BoundStatement.If branch -> List.of(branch.condition());
      case BoundStatement.While loop -> List.of(loop.condition());
      case BoundStatement.DoWhile loop -> List.of(loop.condition());
      case BoundStatement.For loop -> {
        List<BoundExpression> parts = new ArrayList<>(present(loop.condition()));
        parts.addAll(loop.updates());
        if (loop.plan() != null) {
          parts.add(loop.plan().steps());
          parts.add(loop.plan().schedule());
        }
        yield parts;
      }
      case BoundStatement.ForEach loop -> List.of(loop.array());
      case BoundStatement.Switch choice -> List.of(choice.selector());
      case BoundStatement.Return exit -> present(exit.value());
      case BoundStatement.Throw exit -> List.of(exit.exception());
      case BoundStatement.Block _, BoundStatement.Labeled _, BoundStatement.NoGrad _ -> List.of();
      case BoundStatement.Break _, BoundStatement.Continue _ -> List.of();
      case BoundStatement.Unsupported _ -> List.of();
    };
  }

  /** The direct subexpressions of an expression, those of assigned places included. */
  static List<BoundExpression> operands(BoundExpression expression) {
    return switch (expression) {
      case BoundExpression.Literal _, BoundExpression.LocalRead _ -> List.of();
      case BoundExpression.ArrayRead read -> List.of(read.array(), read.index());
      case BoundExpression.ArrayLength length -> List.of(length.array());
      case BoundExpression.FieldRead read -> present(read.receiver());
      case BoundExpression.Operation operation -> operation.operands();
      case BoundExpression.ShortCircuit both -> List.of(both.left(), both.right());
      case BoundExpression.Conditional choice ->
          List.of(choice.condition(), choice.ifTrue(), choice.ifFalse());
      case BoundExpression.Convert convert -> List.of(convert.operand());
      case BoundExpression.Assignment assignment ->
          with(operands(assignment.target()), assignment.value());
      case BoundExpression.CompoundAssignment assignment ->
          with(operands(assignment.target()), assignment.value());
      case BoundExpression.Increment increment -> operands(increment.target());
      case BoundExpression.FunctionCall call -> call.arguments();
      case BoundExpression.MemberCall call -> call.arguments();
      case BoundExpression.RecordCreation creation -> creation.components();
      case BoundExpression.ObjectCreation creation -> creation.arguments();
      case BoundExpression.ObjectCall call -> withFirst(call.receiver(), call.arguments());
      case BoundExpression.ComponentRead read -> List.of(read.record());
      case BoundExpression.TypeTest test -> List.of(test.operand());
      case BoundExpression.Sequence sequence -> List.of(sequence.first(), sequence.value());
      case BoundExpression.StopGradient stop -> List.of(stop.operand());
      case BoundExpression.NewArray allocation -> allocation.dimensions();
      case BoundExpression.ArrayLiteral literal -> literal.elements();
      case BoundExpression.ArrayCopy copy -> List.of(copy.array());
      case BoundExpression.Unsupported unsupported -> unsupported.operands();
    };
  }

  private static List<BoundExpression> operands(Place place) {
    return switch (place) {
      case Place.LocalPlace _ -> List.of();
      case Place.ElementPlace element -> List.of(element.array(), element.index());
      case Place.FieldPlace field -> present(field.receiver());
    };
  }

  private static List<BoundExpression> present(@Nullable BoundExpression expression) {
    return expression == null ? List.of() : List.of(expression);
  }

  private static List<BoundExpression> withFirst(
      BoundExpression first, List<BoundExpression> others) {
    List<BoundExpression> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private static List<BoundExpression> with(List<BoundExpression> first, BoundExpression last) {
    List<BoundExpression> all = new ArrayList<>(first);
    all.add(last);
    return all;
  }
}
