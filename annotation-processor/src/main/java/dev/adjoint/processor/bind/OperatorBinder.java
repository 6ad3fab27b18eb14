package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Operators without side effects, with Java's numeric promotions made explicit. */
final class OperatorBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final Concatenation concatenation;

  OperatorBinder(MethodContext context, ExpressionBinder expressions) {
    this.context = context;
    this.expressions = expressions;
    this.concatenation = new Concatenation(context);
  }

  Typed bind(UnaryExpr node, Scope scope) {
    SourceRange source = context.range(node);
    return switch (node.getOperator()) {
      case LOGICAL_COMPLEMENT ->
          unary(Operator.NOT, as(node.getExpression(), TypeKind.BOOLEAN, scope), source);
      case MINUS -> {
        Typed literal = Literals.negated(node.getExpression(), context, source);
        yield literal != null ? literal : arithmetic(Operator.NEG, node, scope);
      }
      case BITWISE_COMPLEMENT -> arithmetic(Operator.COMPLEMENT, node, scope);
      default -> promoted(expressions.bind(node.getExpression(), scope), node, scope);
    };
  }

  private Typed arithmetic(Operator operator, UnaryExpr node, Scope scope) {
    Typed operand = expressions.bind(node.getExpression(), scope);
    return unary(operator, promoted(operand, node, scope), context.range(node));
  }

  private Typed unary(Operator operator, Typed operand, SourceRange source) {
    BoundExpression operation =
        new BoundExpression.Operation(
            operator,
            List.of(operand.expression()),
            context.types().irType(operand.type()),
            source);
    return new Typed(operation, operand.type(), Constants.fold(operator, operand.constant()));
  }

  Typed bind(BinaryExpr node, Scope scope) {
    return switch (node.getOperator()) {
      case AND -> shortCircuit(true, node, scope);
      case OR -> shortCircuit(false, node, scope);
      default ->
          binary(
              operator(node.getOperator()),
              expressions.bind(node.getLeft(), scope),
              expressions.bind(node.getRight(), scope),
              node,
              scope);
    };
  }

  private Typed shortCircuit(boolean isConjunction, BinaryExpr node, Scope scope) {
    BoundExpression test =
        new BoundExpression.ShortCircuit(
            isConjunction,
            expressions.bindCondition(node.getLeft(), scope),
            expressions.bindCondition(
                node.getRight(), context.patterns().when(node.getLeft(), isConjunction, scope)),
            context.range(node));
    return Typed.of(test, context.types().primitive(TypeKind.BOOLEAN));
  }

  /**
   * A binary operation on operands that are bound already.
   *
   * @param node what stands in the user's text for it
   */
  Typed binary(Operator operator, Typed left, Typed right, Expression node, Scope scope) {
    JavaTypes types = context.types();
    boolean isText =
        operator == Operator.ADD && (types.isString(left.type()) || types.isString(right.type()));
    if (isText) {
      return concatenation.join(left, right, context.range(node));
    }
    boolean isEquality = operator == Operator.EQ || operator == Operator.NE;
    if (isEquality && (isRecord(left) || isRecord(right))) {
      Problem problem =
          DiagnosticCode.ADJ0405.problem("a comparison of records", "Compare their components");
      return to(context.opaque().untyped(node, problem, scope), types.primitive(TypeKind.BOOLEAN));
    }
    if (isEquality && !isPrimitiveComparison(left, right) && (left.isBare() || right.isBare())) {
      return boxes(operator, left, right, node, scope);
    }
    if (isEquality && !isPrimitiveComparison(left, right)) {
      return operation(operator, left, right, types.primitive(TypeKind.BOOLEAN), node);
    }
    if (types.isBoolean(left.type()) && types.isBoolean(right.type())) {
      TypeMirror bool = types.primitive(TypeKind.BOOLEAN);
      return operation(operator, to(left, bool), to(right, bool), bool, node);
    }
    return isShift(operator)
        ? shift(operator, left, right, node, scope)
        : numeric(operator, left, right, node, scope);
  }

  /** Whether boxes are the same; a number of which no box is kept is certainly there. */
  private Typed boxes(Operator operator, Typed left, Typed right, Expression node, Scope scope) {
    TypeMirror type = context.types().primitive(TypeKind.BOOLEAN);
    boolean isNullTest =
        left.type().getKind() == TypeKind.NULL || right.type().getKind() == TypeKind.NULL;
    if (!isNullTest) {
      Problem problem =
          DiagnosticCode.ADJ0405.problem("a comparison of boxes", "Compare their doubleValue()");
      return to(context.opaque().untyped(node, problem, scope), type);
    }
    boolean isUnlike = operator == Operator.NE;
    BoundExpression value = left.isBare() ? left.expression() : right.expression();
    BoundExpression known =
        new BoundExpression.Literal(isUnlike, ScalarType.BOOLEAN, context.range(node));
    return Typed.of(
        new BoundExpression.Sequence(value, known, ScalarType.BOOLEAN, context.range(node)), type);
  }

  /** Whether a value is known by its components, so that it has no identity. */
  private static boolean isRecord(Typed value) {
    return switch (value.expression().type()) {
      case IrType.Record type -> !type.isReceiver();
      case IrType.Union _ -> true;
      case null, default -> false;
    };
  }

  private boolean isPrimitiveComparison(Typed left, Typed right) {
    return left.type().getKind().isPrimitive()
        || right.type().getKind().isPrimitive()
        || left.isUntyped()
        || right.isUntyped();
  }

  private Typed shift(Operator operator, Typed left, Typed right, Expression node, Scope scope) {
    Typed value = promoted(left, node, scope);
    return operation(operator, value, promoted(right, node, scope), value.type(), node);
  }

  private Typed numeric(Operator operator, Typed left, Typed right, Expression node, Scope scope) {
    Typed leftNumber = number(left, right, node, scope);
    Typed rightNumber = number(right, leftNumber, node, scope);
    TypeMirror type =
        context
            .types()
            .promoted((PrimitiveType) leftNumber.type(), (PrimitiveType) rightNumber.type());
    TypeMirror result =
        operator.isComparison() ? context.types().primitive(TypeKind.BOOLEAN) : type;
    return operation(operator, to(leftNumber, type), to(rightNumber, type), result, node);
  }

  /** The operand unboxed; one of undecided type takes that of the other operand. */
  private Typed number(Typed operand, Typed other, Expression node, Scope scope) {
    PrimitiveType own = context.types().unboxed(operand.type());
    if (own != null) {
      return to(operand, own);
    }
    PrimitiveType fallback = context.types().unboxed(other.type());
    TypeMirror type = fallback == null ? context.types().primitive(TypeKind.DOUBLE) : fallback;
    return decided(operand, type, node, scope);
  }

  private Typed decided(Typed operand, TypeMirror type, Expression node, Scope scope) {
    boolean isReported = operand.expression() instanceof BoundExpression.Unsupported;
    Typed undecided =
        isReported || operand.isUntyped()
            ? Typed.of(operand.expression(), context.types().untyped())
            : context
                .opaque()
                .untyped(
                    node,
                    DiagnosticCode.ADJ0405.problem(
                        "an operand of type " + context.types().javaName(operand.type()),
                        "Give it a numeric type in a local variable first"),
                    scope);
    return to(undecided, type);
  }

  private Typed promoted(Typed operand, Expression node, Scope scope) {
    Typed promoted = context.conversions().promoted(operand);
    return promoted != null
        ? promoted
        : decided(operand, context.types().primitive(TypeKind.DOUBLE), node, scope);
  }

  private Typed operation(
      Operator operator, Typed left, Typed right, TypeMirror type, Expression node) {
    BoundExpression operation =
        new BoundExpression.Operation(
            operator,
            List.of(left.expression(), right.expression()),
            context.types().irType(type),
            context.range(node));
    return new Typed(operation, type, Constants.fold(operator, left.constant(), right.constant()));
  }

  private Typed to(Typed value, TypeMirror type) {
    return context.conversions().convert(value, type);
  }

  private Typed as(Expression node, TypeKind kind, Scope scope) {
    return expressions.bindAs(node, context.types().primitive(kind), scope);
  }

  static boolean isShift(Operator operator) {
    return operator == Operator.SHL || operator == Operator.SHR || operator == Operator.USHR;
  }

  /** The type a compound assignment works in, {@code null} if the operands are no primitives. */
  @Nullable TypeMirror operationType(Operator operator, TypeMirror target, TypeMirror value) {
    PrimitiveType left = context.types().unboxed(target);
    PrimitiveType right = context.types().unboxed(value);
    if (left == null || right == null) {
      return null;
    }
    if (left.getKind() == TypeKind.BOOLEAN) {
      return left;
    }
    return isShift(operator)
        ? context.types().promoted(left)
        : context.types().promoted(left, right);
  }

  ScalarType scalar(TypeMirror primitive) {
    return ScalarType.valueOf(primitive.getKind().name());
  }

  static Operator operator(BinaryExpr.Operator operator) {
    return switch (operator) {
      case PLUS -> Operator.ADD;
      case MINUS -> Operator.SUB;
      case MULTIPLY -> Operator.MUL;
      case DIVIDE -> Operator.DIV;
      case REMAINDER -> Operator.REM;
      case EQUALS -> Operator.EQ;
      case NOT_EQUALS -> Operator.NE;
      case LESS -> Operator.LT;
      case LESS_EQUALS -> Operator.LE;
      case GREATER -> Operator.GT;
      case GREATER_EQUALS -> Operator.GE;
      case BINARY_AND, AND -> Operator.AND;
      case BINARY_OR, OR -> Operator.OR;
      case XOR -> Operator.XOR;
      case LEFT_SHIFT -> Operator.SHL;
      case SIGNED_RIGHT_SHIFT -> Operator.SHR;
      case UNSIGNED_RIGHT_SHIFT -> Operator.USHR;
    };
  }
}
