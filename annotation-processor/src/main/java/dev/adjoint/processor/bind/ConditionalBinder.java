package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?:}, and {@code switch} expressions. Those whose arms are single expressions become chains
 * of {@code ?:} over a temporary, others functions of their own.
 */
final class ConditionalBinder {
  private static final Problem FUNCTIONS =
      DiagnosticCode.ADJ0405.problem(
          "a choice between functions", "Call both, and choose between their results");

  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final SwitchFunctions functions;

  ConditionalBinder(MethodContext context, ExpressionBinder expressions) {
    this.context = context;
    this.expressions = expressions;
    this.functions = new SwitchFunctions(context);
  }

  Typed bind(ConditionalExpr node, Scope scope) {
    if (isFunction(node.getThenExpr()) || isFunction(node.getElseExpr())) {
      return context.opaque().function(node, FUNCTIONS, scope);
    }
    BoundExpression condition = expressions.bindCondition(node.getCondition(), scope);
    Scope onTrue = context.patterns().when(node.getCondition(), true, scope);
    Typed ifTrue = expressions.bind(node.getThenExpr(), onTrue);
    Scope onFalse = context.patterns().when(node.getCondition(), false, scope);
    Typed ifFalse = expressions.bind(node.getElseExpr(), onFalse);
    List<Typed> both = List.of(ifTrue, ifFalse);
    Common common = common(both, commonType(both));
    return choice(
        condition, convert(ifTrue, common), convert(ifFalse, common), common, context.range(node));
  }

  private static boolean isFunction(Expression node) {
    return node instanceof EnclosedExpr inner
        ? isFunction(inner.getInner())
        : node instanceof LambdaExpr || node instanceof MethodReferenceExpr;
  }

  /**
   * What the alternatives of a choice have in common.
   *
   * @param kept what is kept of it: of boxes the numbers alone, if there is one in each
   */
  private record Common(TypeMirror type, IrType kept) {}

  private Common common(List<Typed> alternatives, TypeMirror type) {
    IrType first = alternatives.getFirst().expression().type();
    boolean areNumbers =
        !type.getKind().isPrimitive()
            && alternatives.stream()
                .allMatch(
                    value -> value.isNumber() && Objects.equals(value.expression().type(), first));
    return new Common(type, areNumbers && first != null ? first : context.types().irType(type));
  }

  private Typed convert(Typed value, Common common) {
    return context.conversions().held(value, common.type(), common.kept());
  }

  private Typed choice(
      BoundExpression condition, Typed ifTrue, Typed ifFalse, Common common, SourceRange source) {
    return Typed.of(
        new BoundExpression.Conditional(
            condition, ifTrue.expression(), ifFalse.expression(), common.kept(), source),
        common.type());
  }

  /** The type of a conditional expression with the given alternatives. */
  private TypeMirror commonType(List<Typed> alternatives) {
    TypeMirror common = alternatives.getFirst().type();
    Object constant = alternatives.getFirst().constant();
    for (Typed next : alternatives.subList(1, alternatives.size())) {
      common = commonType(new Typed(next.expression(), common, constant), next);
      constant = null;
    }
    boolean isUndecided = common.getKind() == TypeKind.NONE || common.getKind() == TypeKind.NULL;
    return isUndecided ? context.types().declared("java.lang.Object") : common;
  }

  private TypeMirror commonType(Typed left, Typed right) {
    JavaTypes types = context.types();
    boolean isLeftOpen = left.isUntyped() || left.type().getKind() == TypeKind.NULL;
    boolean isRightOpen = right.isUntyped() || right.type().getKind() == TypeKind.NULL;
    if (isLeftOpen || isRightOpen) {
      TypeMirror known = isLeftOpen ? right.type() : left.type();
      boolean isNull = !left.isUntyped() && !right.isUntyped();
      return isNull ? types.boxed(known) : known;
    }
    PrimitiveType a = types.unboxed(left.type());
    PrimitiveType b = types.unboxed(right.type());
    if (a != null && b != null && !types.types().isSameType(left.type(), right.type())) {
      return primitiveType(a, left.constant(), b, right.constant());
    }
    return referenceType(left.type(), right.type());
  }

  private TypeMirror primitiveType(
      PrimitiveType a, @Nullable Object left, PrimitiveType b, @Nullable Object right) {
    boolean isByteAndShort =
        (a.getKind() == TypeKind.BYTE && b.getKind() == TypeKind.SHORT)
            || (a.getKind() == TypeKind.SHORT && b.getKind() == TypeKind.BYTE);
    if (a.getKind() == b.getKind() || Constants.fits(right, a.getKind())) {
      return a;
    }
    if (Constants.fits(left, b.getKind())) {
      return b;
    }
    return isByteAndShort
        ? context.types().primitive(TypeKind.SHORT)
        : context.types().promoted(a, b);
  }

  private TypeMirror referenceType(TypeMirror left, TypeMirror right) {
    JavaTypes types = context.types();
    TypeMirror first = types.boxed(left);
    TypeMirror second = types.boxed(right);
    if (types.types().isSameType(left, right)) {
      return left;
    }
    if (types.types().isSubtype(second, first)) {
      return first;
    }
    return types.types().isSubtype(first, second) ? second : shared(first, second);
  }

  /** The first type above one alternative that the other is of as well. */
  private TypeMirror shared(TypeMirror first, TypeMirror second) {
    Types types = context.types().types();
    TypeMirror object = context.types().declared("java.lang.Object");
    Deque<TypeMirror> above = new ArrayDeque<>(types.directSupertypes(first));
    while (!above.isEmpty()) {
      TypeMirror next = above.remove();
      boolean isTelling =
          !types.isSameType(next, object) && !context.types().isClass(next, "java.lang.Record");
      if (isTelling && types.isSubtype(second, next)) {
        return next;
      }
      above.addAll(types.directSupertypes(next));
    }
    return object;
  }

  /** Whether each arm is one expression. */
  static boolean isChain(SwitchExpr node) {
    return node.getEntries().stream().allMatch(entry -> value(entry) != null);
  }

  /**
   * A {@code switch} expression.
   *
   * @param target the type that the context gives each arm; {@code null} where it gives none
   */
  Typed bind(SwitchExpr node, @Nullable TypeMirror target, Scope scope) {
    boolean isChain = isChain(node) && node.getEntries().size() > 1;
    List<Arm> arms =
        !isChain
            ? List.of()
            : PatternCases.isPatterns(node) ? patterns(node, scope) : arms(node, scope);
    return arms.isEmpty() ? function(node, target, scope) : chain(node, arms, target);
  }

  private Typed function(SwitchExpr node, @Nullable TypeMirror target, Scope scope) {
    if (target != null) {
      return functions.bind(node, target, scope);
    }
    List<Typed> values = functions.values(node, scope);
    if (values.isEmpty()) {
      return refused(node, scope);
    }
    Common common = common(values, commonType(values));
    boolean isNumber = common.kept() instanceof ScalarType;
    PrimitiveType number = isNumber ? context.types().unboxed(common.type()) : null;
    return functions.bind(node, number == null ? common.type() : number, scope);
  }

  /** The arms of a {@code switch} over patterns; none if they are of another kind. */
  private List<Arm> patterns(SwitchExpr node, Scope scope) {
    List<PatternCases.Case> cases = new PatternCases(context, expressions).bind(node, scope);
    List<Arm> arms = new ArrayList<>();
    for (PatternCases.Case next : cases == null ? List.<PatternCases.Case>of() : cases) {
      Expression value = value(next.entry());
      if (value == null) {
        return List.of();
      }
      arms.add(new Arm(next.test(), value, next.scope(), true));
    }
    return arms;
  }

  private List<Arm> arms(SwitchExpr node, Scope scope) {
    SwitchSelector selector = SwitchSelector.bind(node.getSelector(), context, expressions, scope);
    List<Arm> arms = new ArrayList<>();
    for (SwitchEntry entry : node.getEntries()) {
      Expression value = value(entry);
      BoundExpression test = selector == null ? null : selector.test(entry, scope);
      if (value == null || (test == null && !SwitchSelector.isDefault(entry))) {
        return List.of();
      }
      arms.add(new Arm(SwitchSelector.isDefault(entry) ? null : test, value, scope, false));
    }
    return arms;
  }

  /**
   * One arm.
   *
   * @param test {@code null} for the default
   * @param scope that of its value
   */
  private record Arm(
      @Nullable BoundExpression test, Expression value, Scope scope, boolean hasPattern) {}

  /** The value of an arm that is nothing but a value; with colons that takes a {@code yield}. */
  private static @Nullable Expression value(SwitchEntry entry) {
    if (entry.getStatements().size() != 1) {
      return null;
    }
    boolean isArrow = entry.getType() == SwitchEntry.Type.EXPRESSION;
    return switch (entry.getStatements().getFirst().orElseThrow()) {
      case ExpressionStmt statement when isArrow -> statement.getExpression();
      case YieldStmt statement -> statement.getExpression();
      case BlockStmt block when isYield(block) ->
          block.getStatement(0).asYieldStmt().getExpression();
      default -> null;
    };
  }

  private static boolean isYield(BlockStmt block) {
    return block.getStatements().size() == 1 && block.getStatement(0).isYieldStmt();
  }

  /** The arms in order; without a default the last one is taken for what is left. */
  private Typed chain(SwitchExpr node, List<Arm> arms, @Nullable TypeMirror target) {
    List<Typed> values = arms.stream().map(arm -> value(arm, target)).toList();
    Common common = common(values, target == null ? commonType(values) : target);
    int last = arms.size() - 1;
    for (int i = 0; i < arms.size(); i++) {
      last = arms.get(i).test() == null ? i : last;
    }
    Typed result = last(arms.get(last), convert(values.get(last), common));
    for (int i = arms.size() - 1; i >= 0; i--) {
      BoundExpression test = arms.get(i).test();
      if (i != last && test != null) {
        result = choice(test, convert(values.get(i), common), result, common, context.range(node));
      }
    }
    return result;
  }

  private Typed value(Arm arm, @Nullable TypeMirror target) {
    return target == null
        ? expressions.bind(arm.value(), arm.scope())
        : expressions.bindAs(arm.value(), target, arm.scope());
  }

  /** What is left needs no test, but its pattern may have variables. */
  private Typed last(Arm arm, Typed value) {
    if (!arm.hasPattern() || arm.test() == null) {
      return value;
    }
    IrType type = value.expression().type();
    BoundExpression sequence =
        new BoundExpression.Sequence(
            arm.test(),
            value.expression(),
            type == null ? context.types().irType(value.type()) : type,
            value.source());
    return Typed.of(sequence, value.type());
  }

  private Typed refused(SwitchExpr node, Scope scope) {
    return context
        .opaque()
        .untyped(
            node,
            DiagnosticCode.ADJ0405.problem(
                "this switch expression", "Use a switch over int or enum constants, or if"),
            scope);
  }
}
