package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch} statements over {@code int} and enum constants. An enum is first mapped to the
 * position of its case, so that no order of constants is compiled in.
 */
final class SwitchBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final StatementBinder statements;

  SwitchBinder(MethodContext context, ExpressionBinder expressions, StatementBinder statements) {
    this.context = context;
    this.expressions = expressions;
    this.statements = statements;
  }

  List<BoundStatement> bind(SwitchStmt node, Scope scope) {
    JumpTarget target = new JumpTarget("switch");
    BoundStatement bound =
        bind(node, target, scope, (entry, in) -> body(entry, target, in.breakable(target)));
    return List.of(bound == null ? statements.opaque(node, problem(), scope) : bound);
  }

  /** A {@code switch} expression that stores its value in a local, which is declared before. */
  List<BoundStatement> bindValue(SwitchExpr node, Local result, TypeMirror type, Scope scope) {
    JumpTarget target = new JumpTarget("switch");
    Scope.YieldTarget yield = new Scope.YieldTarget(result, type, target, null);
    BoundStatement bound =
        bind(node, target, scope, (entry, in) -> arm(entry, yield, in.yielding(yield)));
    BoundExpression refused =
        bound == null
            ? context.opaque().expression(node, problem(), scope, type).expression()
            : null;
    BoundStatement declaration = new BoundStatement.Declaration(result, refused, result.source());
    return bound == null ? List.of(declaration) : List.of(declaration, exhaustive(bound));
  }

  /**
   * Binds a {@code switch} expression for the types of its values.
   *
   * @param values takes what it yields
   */
  void bindOpen(SwitchExpr node, List<Typed> values, Scope scope) {
    JumpTarget target = new JumpTarget("switch");
    TypeMirror open = context.types().untyped();
    Local result = new Local("chosen", context.types().irType(open), context.range(node));
    Scope.YieldTarget yield = new Scope.YieldTarget(result, open, target, values);
    bind(node, target, scope, (entry, in) -> arm(entry, yield, in.yielding(yield)));
  }

  /** {@code yield value}: stores the value and leaves the {@code switch}. */
  List<BoundStatement> bindYield(Expression node, Scope.YieldTarget target, Scope scope) {
    SourceRange source = context.range(node);
    BoundExpression value = value(node, target, scope).expression();
    Place place = new Place.LocalPlace(target.result());
    BoundExpression store = new BoundExpression.Assignment(place, value, source);
    return List.of(
        new BoundStatement.Evaluate(store, source),
        new BoundStatement.Break(target.jump(), source));
  }

  private Typed value(Expression node, Scope.YieldTarget target, Scope scope) {
    if (target.values() == null) {
      return expressions.bindAs(node, target.type(), scope);
    }
    Typed value = expressions.bind(node, scope);
    target.values().add(value);
    return value;
  }

  /** The statement, or {@code null} if the selector or a label is of another kind. */
  private @Nullable BoundStatement bind(
      SwitchNode node,
      JumpTarget target,
      Scope scope,
      BiFunction<SwitchEntry, Scope, List<BoundStatement>> bodies) {
    if (PatternCases.isPatterns(node)) {
      return bindPatterns(node, target, scope, bodies);
    }
    SwitchSelector selector = SwitchSelector.bind(node.getSelector(), context, expressions, scope);
    boolean isGuarded = node.getEntries().stream().anyMatch(e -> e.getGuard().isPresent());
    BoundExpression value = selector == null ? null : value(node, selector, scope);
    if (selector == null || value == null || isGuarded) {
      return null;
    }
    Scope inner = scope.child();
    List<BoundStatement.Case> cases = new ArrayList<>();
    for (SwitchEntry entry : node.getEntries()) {
      List<BoundExpression.Literal> labels = labels(entry, cases.size(), selector, scope);
      if (labels == null) {
        return null;
      }
      boolean isDefault = SwitchSelector.isDefault(entry);
      cases.add(new BoundStatement.Case(labels, isDefault, bodies.apply(entry, inner)));
    }
    return new BoundStatement.Switch(target, value, cases, context.range((Node) node));
  }

  private @Nullable BoundStatement bindPatterns(
      SwitchNode node,
      JumpTarget target,
      Scope scope,
      BiFunction<SwitchEntry, Scope, List<BoundStatement>> bodies) {
    PatternCases patterns = new PatternCases(context, expressions);
    List<PatternCases.Case> cases = patterns.bind(node, scope);
    if (cases == null) {
      return null;
    }
    List<List<BoundStatement>> all = new ArrayList<>();
    for (PatternCases.Case next : cases) {
      all.add(bodies.apply(next.entry(), next.scope()));
    }
    BoundStatement chain = patterns.chain(cases, all, (Node) node);
    return new BoundStatement.Labeled(target, chain, context.range((Node) node));
  }

  private @Nullable BoundExpression value(SwitchNode node, SwitchSelector selector, Scope scope) {
    return selector.isObject() ? position(node, selector, scope) : selector.value();
  }

  private List<BoundStatement> body(SwitchEntry entry, JumpTarget target, Scope scope) {
    if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
      return statements.bindAll(entry.getStatements(), scope);
    }
    List<BoundStatement> body =
        new ArrayList<>(statements.bindAll(entry.getStatements(), scope.child()));
    if (body.isEmpty() || !leaves(body.getLast())) {
      body.add(new BoundStatement.Break(target, context.range(entry)));
    }
    return body;
  }

  private List<BoundStatement> arm(SwitchEntry entry, Scope.YieldTarget target, Scope scope) {
    boolean isValue = entry.getType() == SwitchEntry.Type.EXPRESSION;
    return isValue && entry.getStatements().getFirst().orElseThrow() instanceof ExpressionStmt arm
        ? bindYield(arm.getExpression(), target, scope)
        : statements.bindAll(entry.getStatements(), scope);
  }

  /** An enum constant that no arm has, added after compilation, is refused as Java does. */
  private static BoundStatement exhaustive(BoundStatement statement) {
    if (!(statement instanceof BoundStatement.Switch node)
        || node.cases().stream().anyMatch(BoundStatement.Case::isDefault)) {
      return statement;
    }
    List<BoundStatement.Case> cases = new ArrayList<>(node.cases());
    cases.add(new BoundStatement.Case(List.of(), true, List.of(mismatch(node.source()))));
    return new BoundStatement.Switch(node.target(), node.selector(), cases, node.source());
  }

  private static BoundStatement mismatch(SourceRange source) {
    IrType exception = new IrType.Reference("java.lang.MatchException");
    JavaMember constructor =
        new JavaMember(
            JavaMember.Kind.CONSTRUCTOR,
            exception.javaName(),
            "",
            List.of("java.lang.String", "java.lang.Throwable"),
            List.of("message", "cause"),
            JavaMember.Effects.READS_STATE);
    BoundExpression none =
        new BoundExpression.Literal(null, new IrType.Reference("java.lang.Object"), source);
    BoundExpression created =
        new BoundExpression.MemberCall(constructor, List.of(none, none), exception, source);
    return new BoundStatement.Throw(created, source);
  }

  /** Whether control certainly does not run past a statement. */
  private static boolean leaves(BoundStatement statement) {
    return switch (statement) {
      case BoundStatement.Return _,
          BoundStatement.Throw _,
          BoundStatement.Break _,
          BoundStatement.Continue _ ->
          true;
      case BoundStatement.Block(var inner, var _) -> !inner.isEmpty() && leaves(inner.getLast());
      default -> false;
    };
  }

  /** For an enum: which entry applies, by position; -1 for none. */
  private @Nullable BoundExpression position(
      SwitchNode node, SwitchSelector selector, Scope scope) {
    List<BoundExpression> tests = new ArrayList<>();
    for (SwitchEntry entry : node.getEntries()) {
      BoundExpression test =
          entry.getLabels().isEmpty() ? literal(false, entry) : selector.test(entry, scope);
      if (test == null) {
        return null;
      }
      tests.add(test);
    }
    SourceRange source = selector.value().source();
    BoundExpression position = new BoundExpression.Literal(-1, ScalarType.INT, source);
    for (int i = tests.size() - 1; i >= 0; i--) {
      if (!(tests.get(i) instanceof BoundExpression.Literal)) {
        BoundExpression index = new BoundExpression.Literal(i, ScalarType.INT, source);
        position =
            new BoundExpression.Conditional(tests.get(i), index, position, ScalarType.INT, source);
      }
    }
    return position;
  }

  private BoundExpression literal(boolean value, SwitchEntry entry) {
    return new BoundExpression.Literal(value, ScalarType.BOOLEAN, context.range(entry));
  }

  private @Nullable List<BoundExpression.Literal> labels(
      SwitchEntry entry, int position, SwitchSelector selector, Scope scope) {
    if (selector.isObject()) {
      SourceRange source = context.range(entry);
      return entry.getLabels().isEmpty()
          ? List.of()
          : List.of(new BoundExpression.Literal(position, ScalarType.INT, source));
    }
    List<BoundExpression.Literal> labels = new ArrayList<>();
    for (Expression label : entry.getLabels()) {
      Integer constant = selector.constant(label, scope);
      if (constant == null) {
        return null;
      }
      labels.add(new BoundExpression.Literal(constant, ScalarType.INT, context.range(label)));
    }
    return labels;
  }

  private static Problem problem() {
    return DiagnosticCode.ADJ0405.problem(
        "this switch", "Use a switch over int or enum constants, or if");
  }
}
