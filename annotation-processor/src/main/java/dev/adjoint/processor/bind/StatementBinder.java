package dev.adjoint.processor.bind;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Gives each statement its meaning, by kind of statement. */
final class StatementBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final LoopBinder loops;
  private final SwitchBinder switches;
  private final TryBinder tries;
  private final VariableBinder variables;

  StatementBinder(MethodContext context) {
    this.context = context;
    this.expressions = new ExpressionBinder(context);
    this.loops = new LoopBinder(context, expressions, this);
    this.switches = new SwitchBinder(context, expressions, this);
    this.tries = new TryBinder(context, expressions, this);
    this.variables = new VariableBinder(context, expressions, switches);
  }

  ExpressionBinder expressions() {
    return expressions;
  }

  SwitchBinder switches() {
    return switches;
  }

  BoundStatement.Block bindBlock(BlockStmt node, Scope scope) {
    List<BoundStatement> statements = bindAll(node.getStatements(), scope.child());
    return new BoundStatement.Block(statements, context.range(node));
  }

  /** Statements in sequence, all in the given scope. */
  List<BoundStatement> bindAll(List<Statement> nodes, Scope scope) {
    List<BoundStatement> statements = new ArrayList<>();
    for (Statement node : nodes) {
      statements.addAll(bind(node, scope));
    }
    return statements;
  }

  /** A statement that stands alone, as the body of a loop or branch does. */
  BoundStatement bindBody(Statement node, Scope scope) {
    if (node instanceof BlockStmt block) {
      return bindBlock(block, scope);
    }
    List<BoundStatement> statements = bind(node, scope.child());
    return statements.size() == 1
        ? statements.getFirst()
        : new BoundStatement.Block(statements, context.range(node));
  }

  /** The value of a lambda without braces as a {@code return}. */
  List<BoundStatement> bindResult(Expression value, Scope scope) {
    BoundExpression bound = result(value, scope);
    List<BoundStatement> statements = new ArrayList<>(temporaries());
    statements.add(new BoundStatement.Return(bound, context.range(value)));
    return statements;
  }

  /** Declarations of the temporaries made since they were last taken. */
  List<BoundStatement> temporaries() {
    return context.takeTemporaries().stream()
        .<BoundStatement>map(
            temporary -> new BoundStatement.Declaration(temporary, null, temporary.source()))
        .toList();
  }

  /** One statement, after the declarations of the temporaries that it needs. */
  private List<BoundStatement> bind(Statement node, Scope scope) {
    List<Local> ofOuterStatement = context.takeTemporaries();
    List<BoundStatement> bound = bindKind(node, scope);
    List<BoundStatement> all = new ArrayList<>(temporaries());
    context.restoreTemporaries(ofOuterStatement);
    all.addAll(bound);
    return all;
  }

  private List<BoundStatement> bindKind(Statement node, Scope scope) {
    return switch (node) {
      case EmptyStmt _ -> List.of();
      case AssertStmt check -> List.of(bindAssert(check, scope));
      case ExpressionStmt statement -> bindExpression(statement.getExpression(), scope);
      case BlockStmt block -> List.of(bindBlock(block, scope));
      case IfStmt branch -> List.of(bindIf(branch, scope));
      case WhileStmt loop -> List.of(loops.bind(loop, List.of(), scope));
      case DoStmt loop -> List.of(loops.bind(loop, List.of(), scope));
      case ForStmt loop -> List.of(loops.bind(loop, List.of(), scope));
      case ForEachStmt loop -> List.of(loops.bind(loop, List.of(), scope));
      case LabeledStmt labeled -> List.of(loops.bind(labeled, scope));
      case SwitchStmt choice -> switches.bind(choice, scope);
      case BreakStmt jump -> List.of(bindBreak(jump, scope));
      case ContinueStmt jump -> List.of(bindContinue(jump, scope));
      case ReturnStmt exit -> bindReturn(exit, scope);
      case YieldStmt exit -> bindYield(exit, scope);
      case ThrowStmt exit -> List.of(bindThrow(exit.getExpression(), context.range(exit), scope));
      case TryStmt statement -> List.of(tries.bind(statement, scope));
      case SynchronizedStmt statement ->
          List.of(opaque(statement, DiagnosticCode.ADJ0403.problem("synchronized"), scope));
      case LocalClassDeclarationStmt declaration ->
          bindClass(declaration, declaration.getClassDeclaration(), scope);
      case LocalRecordDeclarationStmt declaration ->
          bindClass(declaration, declaration.getRecordDeclaration(), scope);
      default -> List.of(unsupported(node, scope));
    };
  }

  private List<BoundStatement> bindClass(Statement node, TypeDeclaration<?> tree, Scope scope) {
    return new LocalClassReader(context).read(tree, scope)
        ? List.of()
        : List.of(unsupported(node, scope));
  }

  private BoundStatement unsupported(Statement node, Scope scope) {
    if (node.isUnparsableStmt() && context.types().isSyntaxRecovered()) {
      throw new IllFormedSource("no statement: " + node);
    }
    Problem problem =
        LocalClasses.tree(node) != null
            ? LocalClasses.PROBLEM
            : DiagnosticCode.ADJ0405.problem("this statement", "Move it out of the method");
    return opaque(node, problem, scope);
  }

  BoundStatement opaque(Statement node, Problem problem, Scope scope) {
    return context.opaque().statement(node, problem, scope, context.range(node));
  }

  /** An expression statement or the initializer of a {@code for}. */
  List<BoundStatement> bindExpression(Expression node, Scope scope) {
    if (node instanceof VariableDeclarationExpr declaration) {
      return variables.bind(declaration, scope);
    }
    if (node instanceof AssignExpr assign && isStored(assign, scope)) {
      return storeChoice(assign, assign.getValue().asSwitchExpr(), scope);
    }
    BoundExpression expression = executed(expressions.bind(node, scope).expression());
    return List.of(new BoundStatement.Evaluate(expression, context.range(node)));
  }

  /** Whether an assignment stores the value of a {@code switch} with whole statements in it. */
  private static boolean isStored(AssignExpr node, Scope scope) {
    return node.getOperator() == AssignExpr.Operator.ASSIGN
        && node.getTarget().isNameExpr()
        && scope.find(node.getTarget().asNameExpr().getNameAsString()) != null
        && node.getValue() instanceof SwitchExpr choice
        && !ConditionalBinder.isChain(choice);
  }

  /** The value is chosen first: the variable may be read on the way. */
  private List<BoundStatement> storeChoice(AssignExpr node, SwitchExpr choice, Scope scope) {
    Typed target = expressions.bind(node.getTarget(), scope);
    Local chosen = new Local("chosen", context.types().irType(target.type()), target.source());
    List<BoundStatement> all =
        new ArrayList<>(switches.bindValue(choice, chosen, target.type(), scope));
    Variable variable = scope.find(node.getTarget().asNameExpr().getNameAsString());
    if (variable != null) {
      BoundExpression store =
          new BoundExpression.Assignment(
              new Place.LocalPlace(variable.local()),
              new BoundExpression.LocalRead(chosen, context.range(choice)),
              context.range(node));
      all.add(new BoundStatement.Evaluate(store, context.range(node)));
    }
    return all;
  }

  /** A call made for no result is made for what it does. */
  private static BoundExpression executed(BoundExpression expression) {
    if (expression
            instanceof BoundExpression.MemberCall(var member, var arguments, var type, var source)
        && member.effects() == Effects.READS_STATE) {
      JavaMember writing =
          new JavaMember(
              member.kind(),
              member.owner(),
              member.name(),
              member.parameterTypes(),
              member.parameterNames(),
              Effects.WRITES_STATE,
              member.obstacle());
      return new BoundExpression.MemberCall(writing, arguments, type, source);
    }
    return expression;
  }

  private BoundStatement bindIf(IfStmt node, Scope scope) {
    BoundExpression condition = expressions.bindCondition(node.getCondition(), scope);
    PatternScopes patterns = context.patterns();
    Scope onFalse = patterns.when(node.getCondition(), false, scope);
    BoundStatement otherwise =
        node.getElseStmt().map(statement -> bindBody(statement, onFalse)).orElse(null);
    Scope onTrue = patterns.when(node.getCondition(), true, scope);
    BoundStatement then = bindBody(node.getThenStmt(), onTrue);
    patterns.declareAfter(node, scope);
    return new BoundStatement.If(condition, then, otherwise, context.range(node));
  }

  /** {@code assert x : y} where assertions are enabled is {@code if (!x) throw new …Error(y)}. */
  private BoundStatement bindAssert(AssertStmt node, Scope scope) {
    SourceRange range = context.range(node);
    BoundExpression enabled =
        new BoundExpression.FieldRead(
            JavaMember.ASSERTIONS_ENABLED, null, ScalarType.BOOLEAN, range);
    BoundExpression check = expressions.bindCondition(node.getCheck(), scope);
    BoundExpression fails =
        new BoundExpression.Operation(
            Operator.NOT, List.of(check), ScalarType.BOOLEAN, context.range(node.getCheck()));
    return new BoundStatement.If(
        new BoundExpression.ShortCircuit(true, enabled, fails, range),
        bindThrow(assertionError(node), range, scope),
        null,
        range);
  }

  private static Expression assertionError(AssertStmt node) {
    ClassOrInterfaceType type =
        new ClassOrInterfaceType(
            new ClassOrInterfaceType(new ClassOrInterfaceType(null, "java"), "lang"),
            "AssertionError");
    ObjectCreationExpr error = new ObjectCreationExpr(null, type, new NodeList<>());
    node.getMessage().map(Expression::clone).ifPresent(error::addArgument);
    error.walk(
        child -> {
          if (child.getRange().isEmpty()) {
            child.setRange(node.getRange().orElse(null));
          }
        });
    error.setParentNode(node);
    return error;
  }

  private BoundStatement bindBreak(BreakStmt node, Scope scope) {
    JumpTarget target =
        node.getLabel().map(label -> scope.label(label.asString())).orElse(scope.breakTarget());
    if (target == null) {
      throw new IllFormedSource("nothing to leave: " + node);
    }
    return new BoundStatement.Break(target, context.range(node));
  }

  private BoundStatement bindContinue(ContinueStmt node, Scope scope) {
    JumpTarget target =
        node.getLabel().map(label -> scope.label(label.asString())).orElse(scope.continueTarget());
    if (target == null) {
      throw new IllFormedSource("nothing to continue: " + node);
    }
    return new BoundStatement.Continue(target, context.range(node));
  }

  private List<BoundStatement> bindReturn(ReturnStmt node, Scope scope) {
    TypeMirror type = context.result();
    Expression value = node.getExpression().orElse(null);
    if (value == null) {
      return List.of(new BoundStatement.Return(null, context.range(node)));
    }
    if (value instanceof SwitchExpr choice && !ConditionalBinder.isChain(choice)) {
      Local result = new Local("chosen", context.types().irType(type), context.range(choice));
      List<BoundStatement> all = new ArrayList<>(switches.bindValue(choice, result, type, scope));
      BoundExpression read = new BoundExpression.LocalRead(result, context.range(choice));
      all.add(new BoundStatement.Return(read, context.range(node)));
      return all;
    }
    return List.of(new BoundStatement.Return(result(value, scope), context.range(node)));
  }

  private BoundExpression result(Expression value, Scope scope) {
    return expressions.bindHeld(value, context.result(), context.keptResult(), scope).expression();
  }

  /** {@code yield} stores the value of the {@code switch} around it and leaves it. */
  private List<BoundStatement> bindYield(YieldStmt node, Scope scope) {
    Scope.YieldTarget target = scope.yieldTarget();
    return target == null
        ? List.of(unsupported(node, scope))
        : switches.bindYield(node.getExpression(), target, scope);
  }

  private BoundStatement bindThrow(Expression node, SourceRange range, Scope scope) {
    TypeMirror type = context.types().declared("java.lang.Throwable");
    BoundExpression exception = expressions.bindAs(node, type, scope).expression();
    return new BoundStatement.Throw(exception, range);
  }
}
