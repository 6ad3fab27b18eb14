package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
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
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Gives each statement its meaning, by kind of statement. */
final class StatementBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final LoopBinder loops;
  private final SwitchBinder switches;
  private final TryBinder tries;

  StatementBinder(MethodContext context) {
    this.context = context;
    this.expressions = new ExpressionBinder(context);
    this.loops = new LoopBinder(context, expressions, this);
    this.switches = new SwitchBinder(context, expressions, this);
    this.tries = new TryBinder(context, expressions, this);
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

  /** One statement, after the declarations of the temporaries that it needs. */
  private List<BoundStatement> bind(Statement node, Scope scope) {
    List<Local> ofOuterStatement = context.takeTemporaries();
    List<BoundStatement> bound = bindKind(node, scope);
    List<BoundStatement> all = new ArrayList<>();
    for (Local temporary : context.takeTemporaries()) {
      all.add(new BoundStatement.Declaration(temporary, null, temporary.source()));
    }
    context.restoreTemporaries(ofOuterStatement);
    all.addAll(bound);
    return all;
  }

  private List<BoundStatement> bindKind(Statement node, Scope scope) {
    return switch (node) {
      case EmptyStmt _, AssertStmt _ -> List.of();
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
      case ReturnStmt exit -> List.of(bindReturn(exit, scope));
      case ThrowStmt exit -> List.of(bindThrow(exit, scope));
      case TryStmt statement -> List.of(tries.bind(statement, scope));
      case SynchronizedStmt statement ->
          List.of(opaque(statement, DiagnosticCode.ADJ0403.problem("synchronized"), scope));
      default -> List.of(unsupported(node, scope));
    };
  }

  private BoundStatement unsupported(Statement node, Scope scope) {
    boolean isClass = node.isLocalClassDeclarationStmt() || node.isLocalRecordDeclarationStmt();
    Problem problem =
        DiagnosticCode.ADJ0405.problem(
            isClass ? "a local class" : "this statement", "Move it out of the method");
    return opaque(node, problem, scope);
  }

  BoundStatement opaque(Statement node, Problem problem, Scope scope) {
    return context.opaque().statement(node, problem, scope, context.range(node));
  }

  /** An expression statement or the initializer of a {@code for}. */
  List<BoundStatement> bindExpression(Expression node, Scope scope) {
    if (node instanceof VariableDeclarationExpr declaration) {
      return declaration.getVariables().stream()
          .map(variable -> bindVariable(variable, declaration, scope))
          .toList();
    }
    BoundExpression expression = executed(expressions.bind(node, scope).expression());
    return List.of(new BoundStatement.Evaluate(expression, context.range(node)));
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

  private BoundStatement bindVariable(
      VariableDeclarator node, VariableDeclarationExpr declaration, Scope scope) {
    TypeMirror declared = context.resolver().resolve(node.getType());
    Optional<Expression> initializer = node.getInitializer();
    Typed value = null;
    if (initializer.isPresent()) {
      value =
          declared == null
              ? expressions.bind(initializer.get(), scope)
              : expressions.bindAs(initializer.get(), declared, scope);
    }
    TypeMirror type = declared == null ? inferred(value) : declared;
    Local local = local(node.getNameAsString(), type, node);
    boolean isConstant = declaration.getModifiers().contains(Modifier.finalModifier());
    scope.declare(node.getNameAsString(), variable(local, type, value, isConstant));
    return new BoundStatement.Declaration(
        local,
        value == null ? null : context.conversions().convert(value, type).expression(),
        context.range(node));
  }

  private static Variable variable(
      Local local, TypeMirror type, @Nullable Typed value, boolean isConstant) {
    List<Local> writes =
        value != null
                && value.isFunction()
                && value.expression() instanceof BoundExpression.Unsupported opaque
            ? opaque.writes()
            : List.of();
    Object constant = isConstant && value != null ? value.constant() : null;
    return new Variable(local, type, constant, writes);
  }

  private TypeMirror inferred(@Nullable Typed value) {
    return value != null && !value.isUntyped()
        ? value.type()
        : context.types().declared("java.lang.Object");
  }

  /** A local variable; one that the user left unnamed gets a name that can be printed. */
  Local local(String name, TypeMirror type, Node node) {
    return new Local(
        name.equals("_") ? "unused" : name, context.types().irType(type), context.range(node));
  }

  private BoundStatement bindIf(IfStmt node, Scope scope) {
    BoundExpression condition = expressions.bindCondition(node.getCondition(), scope);
    BoundStatement otherwise =
        node.getElseStmt().map(statement -> bindBody(statement, scope)).orElse(null);
    return new BoundStatement.If(
        condition, bindBody(node.getThenStmt(), scope), otherwise, context.range(node));
  }

  private BoundStatement bindBreak(BreakStmt node, Scope scope) {
    JumpTarget target =
        node.getLabel().map(label -> scope.label(label.asString())).orElse(scope.breakTarget());
    return target == null
        ? unsupported(node, scope)
        : new BoundStatement.Break(target, context.range(node));
  }

  private BoundStatement bindContinue(ContinueStmt node, Scope scope) {
    JumpTarget target =
        node.getLabel().map(label -> scope.label(label.asString())).orElse(scope.continueTarget());
    return target == null
        ? unsupported(node, scope)
        : new BoundStatement.Continue(target, context.range(node));
  }

  private BoundStatement bindReturn(ReturnStmt node, Scope scope) {
    TypeMirror type = context.method().getReturnType();
    BoundExpression value =
        node.getExpression()
            .map(expression -> expressions.bindAs(expression, type, scope).expression())
            .orElse(null);
    return new BoundStatement.Return(value, context.range(node));
  }

  private BoundStatement bindThrow(ThrowStmt node, Scope scope) {
    TypeMirror type = context.types().declared("java.lang.Throwable");
    BoundExpression exception = expressions.bindAs(node.getExpression(), type, scope).expression();
    return new BoundStatement.Throw(exception, context.range(node));
  }
}
