package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cases of a {@code switch} over patterns, as tests that are tried in turn. */
final class PatternCases {
  private final MethodContext context;
  private final ExpressionBinder expressions;

  PatternCases(MethodContext context, ExpressionBinder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /**
   * One entry.
   *
   * @param test {@code null} for the default
   * @param scope that of its body, where the variables of its patterns are visible
   */
  record Case(SwitchEntry entry, @Nullable BoundExpression test, Scope scope) {}

  /** Whether the labels of a {@code switch} are patterns. */
  static boolean isPatterns(SwitchNode node) {
    return node.getEntries().stream()
        .anyMatch(entry -> entry.getLabels().stream().anyMatch(PatternExpr.class::isInstance));
  }

  /** The entries in order, the default last; {@code null} if they are of another kind. */
  @Nullable List<Case> bind(SwitchNode node, Scope scope) {
    Typed selector = expressions.bind(node.getSelector(), scope);
    if (selector.isUntyped()) {
      return null;
    }
    PatternBinder.Subject first = expressions.patterns().stored(checked(selector, node));
    PatternBinder.Subject later = PatternBinder.evaluated(first.value());
    List<SwitchEntry> entries = inOrder(node);
    List<Case> cases = new ArrayList<>();
    for (SwitchEntry entry : entries) {
      boolean isLast = cases.size() == entries.size() - 1 && entry.getGuard().isEmpty();
      Case next = bind(cases.isEmpty() ? first : later, entry, isLast, scope);
      if (next == null) {
        return null;
      }
      cases.add(next);
    }
    return cases;
  }

  /** Java refuses a null selector before it looks at the cases, unless one of them is for it. */
  private Typed checked(Typed selector, SwitchNode node) {
    boolean isNullHandled =
        node.getEntries().stream()
            .anyMatch(e -> e.getLabels().stream().anyMatch(NullLiteralExpr.class::isInstance));
    boolean isReference = context.types().irType(selector.type()) instanceof IrType.Reference;
    return isReference && !isNullHandled
        ? Typed.of(SwitchSelector.nonNull(selector), selector.type())
        : selector;
  }

  private static List<SwitchEntry> inOrder(SwitchNode node) {
    List<SwitchEntry> entries = new ArrayList<>(node.getEntries());
    node.getEntries().stream()
        .filter(SwitchSelector::isDefault)
        .findFirst()
        .ifPresent(
            last -> {
              entries.removeIf(SwitchSelector::isDefault);
              entries.add(last);
            });
    return entries;
  }

  private @Nullable Case bind(
      PatternBinder.Subject subject, SwitchEntry entry, boolean isLast, Scope scope) {
    Scope inner = scope.child();
    if (SwitchSelector.isDefault(entry)) {
      return new Case(entry, null, inner);
    }
    boolean isCertain = isLast && entry.getLabels().size() == 1;
    BoundExpression test = null;
    PatternBinder.Subject next = subject;
    for (Expression label : entry.getLabels()) {
      BoundExpression one = label(next, label, isCertain, scope);
      if (one == null) {
        return null;
      }
      SourceRange source = context.range(label);
      test = test == null ? one : new BoundExpression.ShortCircuit(false, test, one, source);
      next = PatternBinder.evaluated(subject.value());
      context.patterns().declareAll(label, inner);
    }
    return test == null ? null : new Case(entry, guarded(test, entry, inner), inner);
  }

  private @Nullable BoundExpression label(
      PatternBinder.Subject subject, Expression label, boolean isCertain, Scope scope) {
    if (!(label instanceof NullLiteralExpr)) {
      return expressions.patterns().match(subject, label, isCertain, scope);
    }
    BoundExpression none = expressions.bind(label, scope).expression();
    SourceRange source = context.range(label);
    boolean isReference =
        context.types().irType(subject.value().type()) instanceof IrType.Reference;
    return isReference
        ? new BoundExpression.Operation(
            Operator.EQ, List.of(subject.first(), none), ScalarType.BOOLEAN, source)
        : null;
  }

  private BoundExpression guarded(BoundExpression test, SwitchEntry entry, Scope scope) {
    return entry
        .getGuard()
        .<BoundExpression>map(
            guard ->
                new BoundExpression.ShortCircuit(
                    true, test, expressions.bindCondition(guard, scope), context.range(guard)))
        .orElse(test);
  }

  /** The bodies as a chain of branches. */
  BoundStatement chain(List<Case> cases, List<List<BoundStatement>> bodies, Node node) {
    SourceRange source = context.range(node);
    BoundStatement chain = null;
    for (int i = cases.size() - 1; i >= 0; i--) {
      BoundExpression test = cases.get(i).test();
      List<BoundStatement> body = bodies.get(i);
      chain =
          test == null
              ? new BoundStatement.Block(body, source)
              : i == cases.size() - 1
                  ? certainly(test, body, source)
                  : new BoundStatement.If(
                      test, new BoundStatement.Block(body, source), chain, source);
    }
    return chain == null ? new BoundStatement.Block(List.of(), source) : chain;
  }

  /** The last case is what is left, for cases are exhaustive: its test only sets variables. */
  private static BoundStatement certainly(
      BoundExpression test, List<BoundStatement> body, SourceRange source) {
    List<BoundStatement> statements = new ArrayList<>();
    statements.add(new BoundStatement.Evaluate(test, test.source()));
    statements.addAll(body);
    return new BoundStatement.Block(statements, source);
  }
}
