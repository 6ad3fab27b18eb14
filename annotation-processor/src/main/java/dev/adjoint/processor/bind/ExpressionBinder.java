package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Gives each expression its meaning, by kind of expression. */
final class ExpressionBinder {
  private final MethodContext context;
  private final NameBinder names;
  private final CallBinder calls;
  private final ArrayBinder arrays;
  private final OperatorBinder operators;
  private final AssignmentBinder assignments;
  private final ConditionalBinder conditionals;
  private final PatternBinder patterns;

  ExpressionBinder(MethodContext context) {
    this.context = context;
    this.names = new NameBinder(context, this);
    this.calls = new CallBinder(context, this, names);
    this.arrays = new ArrayBinder(context, this);
    this.operators = new OperatorBinder(context, this);
    this.assignments = new AssignmentBinder(context, this, names, operators);
    this.conditionals = new ConditionalBinder(context, this);
    this.patterns = new PatternBinder(context, this, calls);
  }

  PatternBinder patterns() {
    return patterns;
  }

  CallBinder calls() {
    return calls;
  }

  /** The expression, with the type it has by itself. */
  Typed bind(Expression node, Scope scope) {
    return switch (node) {
      case EnclosedExpr enclosed -> bind(enclosed.getInner(), scope);
      case LiteralExpr literal -> Literals.bind(literal, context);
      case NameExpr name -> names.bind(name, scope);
      case FieldAccessExpr access -> names.bind(access, scope);
      case UnaryExpr unary when isStep(unary) -> assignments.bindStep(unary, scope);
      case UnaryExpr unary -> operators.bind(unary, scope);
      case BinaryExpr binary -> operators.bind(binary, scope);
      case AssignExpr assign -> assignments.bind(assign, scope);
      case ConditionalExpr conditional -> conditionals.bind(conditional, scope);
      case SwitchExpr choice -> conditionals.bind(choice, null, scope);
      case CastExpr cast -> bindCast(cast, scope);
      case ArrayAccessExpr access -> arrays.bind(access, scope);
      case ArrayCreationExpr creation -> arrays.bind(creation, scope);
      case MethodCallExpr call -> calls.bind(call, scope);
      case ObjectCreationExpr creation -> calls.bind(creation, context.types().untyped(), scope);
      case LambdaExpr lambda -> bindLambda(lambda, scope);
      case MethodReferenceExpr reference -> bindFunction(reference, "a method reference", scope);
      case InstanceOfExpr test -> patterns.bind(test, scope);
      case ThisExpr self -> bindReceiver(self, scope);
      case ClassExpr literal -> unsupported(literal, scope, "a class literal", "Leave it out");
      default -> unsupported(node, scope, "this expression", "Write it with arithmetic and calls");
    };
  }

  /** The expression, converted to the type of what it is assigned to. */
  Typed bindAs(Expression node, TypeMirror target, Scope scope) {
    return switch (node) {
      case ArrayInitializerExpr initializer -> arrays.bindInitializer(initializer, target, scope);
      case ObjectCreationExpr creation ->
          context.conversions().convert(calls.bind(creation, target, scope), target);
      case EnclosedExpr enclosed -> bindAs(enclosed.getInner(), target, scope);
      case SwitchExpr choice when target.getKind() != TypeKind.NONE ->
          context.conversions().assign(conditionals.bind(choice, target, scope), target);
      default -> context.conversions().assign(bind(node, scope), target);
    };
  }

  /**
   * The expression, as something holds it that is declared to be of a type.
   *
   * @param kept what is kept of it: of a box perhaps the number alone
   */
  Typed bindHeld(Expression node, TypeMirror target, @Nullable IrType kept, Scope scope) {
    boolean isBare = kept instanceof ScalarType && !target.getKind().isPrimitive();
    return isBare
        ? context.conversions().held(bind(node, scope), target, kept)
        : bindAs(node, target, scope);
  }

  /** The record that {@code this(…)} in another constructor of it makes. */
  Typed bindDelegation(ExplicitConstructorInvocationStmt call, Scope scope) {
    return calls.bind(call, scope);
  }

  /** The constructor that another one begins with; {@code null} where that is {@code Object}'s. */
  @Nullable BoundExpression bindChained(
      @Nullable ExplicitConstructorInvocationStmt call,
      Local self,
      SourceRange source,
      Scope scope) {
    return new ChainedConstructors(context, this).bind(call, self, source, scope);
  }

  /** A condition. */
  BoundExpression bindCondition(Expression node, Scope scope) {
    Typed value = bind(node, scope);
    if (!value.isUntyped() && !context.types().isBoolean(value.type())) {
      throw new IllFormedSource("no condition: " + node);
    }
    return context.conversions().convert(value, primitive(TypeKind.BOOLEAN)).expression();
  }

  private TypeMirror primitive(TypeKind kind) {
    return context.types().primitive(kind);
  }

  private static boolean isStep(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      case PLUS, MINUS, LOGICAL_COMPLEMENT, BITWISE_COMPLEMENT -> false;
    };
  }

  private Typed unsupported(Expression node, Scope scope, String construct, String remedy) {
    return context.opaque().untyped(node, DiagnosticCode.ADJ0405.problem(construct, remedy), scope);
  }

  private Typed bindReceiver(ThisExpr node, Scope scope) {
    Variable self = node.getTypeName().isEmpty() ? context.self() : null;
    return self == null
        ? unsupported(node, scope, "the receiver", "Pass what is used of it as parameters")
        : Typed.of(new BoundExpression.LocalRead(self.local(), context.range(node)), self.type());
  }

  private Typed bindLambda(LambdaExpr lambda, Scope scope) {
    List<Local> writes = context.opaque().writes(lambda, scope);
    Optional<Problem> escape = EscapingLambdas.problem(lambda, scope, context);
    if (!writes.isEmpty()) {
      Problem problem = DiagnosticCode.ADJ0501.problem(writes.getFirst().name());
      return context.opaque().function(lambda, problem, scope);
    }
    return escape.isPresent()
        ? context.opaque().function(lambda, escape.get(), scope)
        : bindFunction(lambda, "a lambda expression", scope);
  }

  private Typed bindFunction(Expression node, String construct, Scope scope) {
    Problem problem = DiagnosticCode.ADJ0405.problem(construct, "Call a static method by its name");
    return context.opaque().function(node, problem, scope);
  }

  private Typed bindCast(CastExpr cast, Scope scope) {
    TypeMirror target = context.resolver().resolve(cast.getType());
    if (target == null) {
      return unsupported(cast, scope, "this cast", "Use a primitive type");
    }
    Typed operand =
        cast.getExpression() instanceof ObjectCreationExpr creation
            ? bindAs(creation, target, scope)
            : context.conversions().convert(bind(cast.getExpression(), scope), target);
    return switch (operand.expression()) {
      case BoundExpression.Convert(var inner, var type, var _) ->
          new Typed(
              new BoundExpression.Convert(inner, type, context.range(cast)),
              target,
              operand.constant());
      default -> new Typed(operand.expression(), target, operand.constant());
    };
  }
}
