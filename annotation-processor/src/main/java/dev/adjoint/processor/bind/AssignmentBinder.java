package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Everything that assigns: {@code =}, compound assignment, {@code ++} and {@code --}. */
final class AssignmentBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final NameBinder names;
  private final OperatorBinder operators;

  AssignmentBinder(
      MethodContext context,
      ExpressionBinder expressions,
      NameBinder names,
      OperatorBinder operators) {
    this.context = context;
    this.expressions = expressions;
    this.names = names;
    this.operators = operators;
  }

  /** What can be assigned, or why not. */
  private sealed interface Target {
    record Assignable(Place place, TypeMirror type) implements Target {}

    record Refused(Problem problem) implements Target {}
  }

  Typed bind(AssignExpr node, Scope scope) {
    return switch (target(node.getTarget(), scope)) {
      case Target.Refused(var problem) -> context.opaque().untyped(node, problem, scope);
      case Target.Assignable(var place, var type) ->
          node.getOperator() == AssignExpr.Operator.ASSIGN
              ? plain(place, type, node, scope)
              : compound(place, type, node, scope);
    };
  }

  private Typed plain(Place place, TypeMirror type, AssignExpr node, Scope scope) {
    Typed value = expressions.bindHeld(node.getValue(), type, place.type(), scope);
    return assignment(place, value, type, context.range(node));
  }

  private Typed assignment(Place place, Typed value, TypeMirror type, SourceRange source) {
    BoundExpression held = context.conversions().widened(value, type, place.type()).expression();
    return Typed.of(new BoundExpression.Assignment(place, held, source), type);
  }

  private Typed compound(Place place, TypeMirror type, AssignExpr node, Scope scope) {
    Operator operator =
        OperatorBinder.operator(node.getOperator().toBinaryOperator().orElseThrow());
    Typed value = expressions.bind(node.getValue(), scope);
    Typed decided = value.isUntyped() ? context.conversions().convert(value, type) : value;
    if (!type.getKind().isPrimitive()) {
      return expanded(place, type, operator, decided, node, scope);
    }
    TypeMirror operation = operators.operationType(operator, type, decided.type());
    if (operation == null) {
      return refused("this compound assignment", "Write it out", node, scope);
    }
    Typed operand = context.conversions().convert(decided, operation);
    return Typed.of(
        new BoundExpression.CompoundAssignment(
            place,
            operator,
            operand.expression(),
            operators.scalar(operation),
            context.range(node)),
        type);
  }

  /** A compound assignment to a string or boxed variable, written out. */
  private Typed expanded(
      Place place, TypeMirror type, Operator operator, Typed value, AssignExpr node, Scope scope) {
    if (!(place instanceof Place.LocalPlace(var local))) {
      return refused("this compound assignment", "Write it out", node, scope);
    }
    BoundExpression read = new BoundExpression.LocalRead(local, context.range(node.getTarget()));
    Typed result = operators.binary(operator, Typed.of(read, type), value, node, scope);
    Typed converted = context.conversions().held(result, type, place.type());
    return assignment(place, converted, type, context.range(node));
  }

  /** {@code ++} and {@code --} in both positions. */
  Typed bindStep(UnaryExpr node, Scope scope) {
    return switch (target(node.getExpression(), scope)) {
      case Target.Refused(var problem) -> context.opaque().untyped(node, problem, scope);
      case Target.Assignable(var place, var type) ->
          type.getKind().isPrimitive()
              ? step(place, type, node)
              : stepBoxed(place, type, node, scope);
    };
  }

  /** A step of a boxed variable, written out where the value before it is not asked for. */
  private Typed stepBoxed(Place place, TypeMirror type, UnaryExpr node, Scope scope) {
    boolean isAfter = node.getOperator().isPrefix() || isStatement(node);
    if (!(place instanceof Place.LocalPlace(var local)) || !isAfter) {
      return refused("++ on a boxed variable", "Use a primitive type", node, scope);
    }
    boolean isIncrement = node.getOperator().name().endsWith("INCREMENT");
    BoundExpression read = new BoundExpression.LocalRead(local, context.range(node));
    BoundExpression one = new BoundExpression.Literal(1, ScalarType.INT, context.range(node));
    Typed step = Typed.of(one, context.types().primitive(TypeKind.INT));
    Operator operator = isIncrement ? Operator.ADD : Operator.SUB;
    Typed result = operators.binary(operator, Typed.of(read, type), step, node, scope);
    PrimitiveType primitive = context.types().unboxed(type);
    Typed narrowed = primitive == null ? result : context.conversions().cast(result, primitive);
    return assignment(
        place, context.conversions().held(narrowed, type, place.type()), type, context.range(node));
  }

  private static boolean isStatement(UnaryExpr node) {
    Node parent = node.getParentNode().orElse(null);
    return parent instanceof ExpressionStmt || parent instanceof ForStmt;
  }

  private Typed step(Place place, TypeMirror type, UnaryExpr node) {
    UnaryExpr.Operator operator = node.getOperator();
    boolean isIncrement =
        operator == UnaryExpr.Operator.PREFIX_INCREMENT
            || operator == UnaryExpr.Operator.POSTFIX_INCREMENT;
    return Typed.of(
        new BoundExpression.Increment(place, isIncrement, operator.isPrefix(), context.range(node)),
        type);
  }

  private Typed refused(String construct, String remedy, Expression node, Scope scope) {
    return context.opaque().untyped(node, DiagnosticCode.ADJ0405.problem(construct, remedy), scope);
  }

  private Target target(Expression node, Scope scope) {
    return switch (node) {
      case EnclosedExpr enclosed -> target(enclosed.getInner(), scope);
      case NameExpr name -> named(name, scope);
      case FieldAccessExpr access -> accessed(access, scope);
      case ArrayAccessExpr access -> element(access, scope);
      default -> refusal("this assignment", "Assign to a local variable");
    };
  }

  private Target named(NameExpr node, Scope scope) {
    Variable variable = scope.find(node.getNameAsString());
    return variable != null
        ? new Target.Assignable(new Place.LocalPlace(variable.local()), variable.type())
        : fieldTarget(names.field(node), node);
  }

  private Target accessed(FieldAccessExpr node, Scope scope) {
    Variable assigned = names.assignedField(node);
    return assigned != null
        ? new Target.Assignable(new Place.LocalPlace(assigned.local()), assigned.type())
        : fieldTarget(names.field(node, scope), node);
  }

  private Target fieldTarget(NameBinder.@Nullable Field field, Expression node) {
    if (field == null) {
      return refusal("the name " + context.text(node), "Assign to a local variable");
    }
    Problem obstacle = names.obstacle(field);
    if (obstacle != null) {
      return new Target.Refused(obstacle);
    }
    Typed receiver = field.receiver();
    Place place =
        new Place.FieldPlace(
            field.member(),
            receiver == null ? null : receiver.expression(),
            context.types().irType(field.type()));
    return new Target.Assignable(place, field.type());
  }

  private Target element(ArrayAccessExpr node, Scope scope) {
    Typed array = expressions.bind(node.getName(), scope);
    boolean isPrimitiveArray = context.types().irType(array.type()) instanceof IrType.Array;
    if (!isPrimitiveArray || !(array.type() instanceof ArrayType type)) {
      return refusal("an array of " + elementName(array), "Use an array of numbers");
    }
    Typed index =
        expressions.bindAs(node.getIndex(), context.types().primitive(TypeKind.INT), scope);
    TypeMirror component = type.getComponentType();
    return new Target.Assignable(
        new Place.ElementPlace(
            array.expression(), index.expression(), context.types().irType(component)),
        component);
  }

  private String elementName(Typed array) {
    return array.type() instanceof ArrayType type
        ? context.types().javaName(type.getComponentType())
        : "unknown elements";
  }

  private static Target refusal(String construct, String remedy) {
    return new Target.Refused(DiagnosticCode.ADJ0405.problem(construct, remedy));
  }
}
