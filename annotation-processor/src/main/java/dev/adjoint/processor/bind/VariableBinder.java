package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Declarations of local variables. */
final class VariableBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final SwitchBinder switches;
  private final MatrixLiterals matrices;

  VariableBinder(MethodContext context, ExpressionBinder expressions, SwitchBinder switches) {
    this.context = context;
    this.expressions = expressions;
    this.switches = switches;
    this.matrices = new MatrixLiterals(context, expressions);
  }

  List<BoundStatement> bind(VariableDeclarationExpr node, Scope scope) {
    boolean isFinal = node.getModifiers().contains(Modifier.finalModifier());
    List<BoundStatement> statements = new ArrayList<>();
    for (VariableDeclarator variable : node.getVariables()) {
      statements.addAll(bind(variable, isFinal, scope));
    }
    return statements;
  }

  private List<BoundStatement> bind(VariableDeclarator node, boolean isFinal, Scope scope) {
    TypeMirror declared = context.resolver().resolve(node.getType());
    if (declared == null) {
      requireKnown(node.getType());
    }
    Expression initializer = node.getInitializer().orElse(null);
    if (declared != null && initializer instanceof SwitchExpr choice) {
      if (!ConditionalBinder.isChain(choice)) {
        return chosen(node, choice, declared, scope);
      }
    }
    if (initializer != null && MatrixLiterals.isRectangular(initializer)) {
      return matrix(node, initializer, declared, scope);
    }
    return List.of(single(node, declared, isFinal, scope));
  }

  /** A class that is not there will not be, unless it is one of ours, or a local one. */
  private void requireKnown(Type type) {
    boolean mayBeKnown =
        !(type instanceof ClassOrInterfaceType named)
            || GeneratedNames.isGenerated(named.getNameWithScope())
            || context.declares(named.getNameAsString());
    if (!mayBeKnown) {
      throw new IllFormedSource("no class " + type);
    }
  }

  private BoundStatement single(
      VariableDeclarator node, @Nullable TypeMirror declared, boolean isFinal, Scope scope) {
    KnownFunction function = function(node, declared, scope);
    if (declared != null && function != null) {
      Local local = local(context, node.getNameAsString(), declared, node);
      scope.declare(node.getNameAsString(), Variable.of(local, declared, function));
      return new BoundStatement.Block(List.of(), context.range(node));
    }
    Typed value = node.getInitializer().map(e -> value(e, declared, scope)).orElse(null);
    TypeMirror type = declared == null ? inferred(value) : declared;
    Local local = known(node, value, local(context, node.getNameAsString(), type, node), type);
    boolean isTyped = declared != null || isTyped(node, value, scope);
    scope.declare(node.getNameAsString(), variable(local, type, value, isFinal, isTyped));
    return new BoundStatement.Declaration(
        local, value == null ? null : held(value, type, local.type()), context.range(node));
  }

  /** Whether the type of a {@code var} is known; not that of a copy of one where it is not. */
  private static boolean isTyped(VariableDeclarator node, @Nullable Typed value, Scope scope) {
    Variable copied =
        node.getInitializer()
            .filter(Expression::isNameExpr)
            .map(name -> scope.find(name.asNameExpr().getNameAsString()))
            .orElse(null);
    return value != null && !value.isUntyped() && (copied == null || copied.isTyped());
  }

  private BoundExpression held(Typed value, TypeMirror type, IrType kept) {
    Conversions conversions = context.conversions();
    return conversions.widened(conversions.held(value, type, kept), type, kept).expression();
  }

  /** A variable of an open type that holds one object is of the class of that object. */
  private Local known(
      VariableDeclarator node, @Nullable Typed value, Local local, TypeMirror type) {
    ScalarType number =
        value == null || !value.isNumber()
            ? null
            : context.types().bare(type, value.expression().type());
    if (number != null) {
      return new Local(local.name(), number, local.source());
    }
    if (value != null
        && local.type() instanceof IrType.Reference
        && isOfOneClass(value)
        && KnownFunction.isNeverAssigned(node, node.getNameAsString())) {
      IrType own = Objects.requireNonNull(value.expression().type());
      return new Local(local.name(), own, local.source());
    }
    return local;
  }

  /** Whether an object can be of no class but the one its type names. */
  private static boolean isOfOneClass(Typed value) {
    return switch (value.expression().type()) {
      case IrType.Record record -> !record.isReceiver();
      case IrType.Reference _ ->
          value.type() instanceof DeclaredType declared
              && declared.getTypeArguments().isEmpty()
              && declared.asElement() instanceof TypeElement element
              && Dispatch.isFinal(element);
      case null, default -> false;
    };
  }

  private @Nullable KnownFunction function(
      VariableDeclarator node, @Nullable TypeMirror declared, Scope scope) {
    Expression initializer = node.getInitializer().orElse(null);
    KnownFunction function =
        initializer == null ? null : KnownFunction.of(initializer, declared, scope, context);
    return function != null && KnownFunction.isNeverAssigned(node, node.getNameAsString())
        ? function
        : null;
  }

  private Typed value(Expression node, @Nullable TypeMirror declared, Scope scope) {
    if (declared == null) {
      return expressions.bind(node, scope);
    }
    if (!mayBeBare(node, declared)) {
      return expressions.bindAs(node, declared, scope);
    }
    Typed value = expressions.bind(node, scope);
    return value.isNumber() ? value : context.conversions().assign(value, declared);
  }

  /** Whether a variable of a boxed type may come to hold the number alone. */
  private boolean mayBeBare(Expression node, TypeMirror declared) {
    return !(node instanceof ObjectCreationExpr)
        && (context.types().bare(declared, ScalarType.DOUBLE) != null
            || context.types().bare(declared, ScalarType.FLOAT) != null);
  }

  private static Variable variable(
      Local local, TypeMirror type, @Nullable Typed value, boolean isFinal, boolean isTyped) {
    List<Local> writes =
        value != null
                && value.isFunction()
                && value.expression() instanceof BoundExpression.Unsupported opaque
            ? opaque.writes()
            : List.of();
    Object constant = isFinal && value != null ? value.constant() : null;
    return new Variable(local, type, constant, writes, null, isTyped);
  }

  private TypeMirror inferred(@Nullable Typed value) {
    return value != null && !value.isUntyped()
        ? value.type()
        : context.types().declared("java.lang.Object");
  }

  private List<BoundStatement> chosen(
      VariableDeclarator node, SwitchExpr choice, TypeMirror type, Scope scope) {
    Local local = local(context, node.getNameAsString(), type, node);
    List<BoundStatement> statements = switches.bindValue(choice, local, type, scope);
    scope.declare(node.getNameAsString(), Variable.of(local, type));
    return statements;
  }

  private List<BoundStatement> matrix(
      VariableDeclarator node, Expression initializer, @Nullable TypeMirror declared, Scope scope) {
    TypeMirror type = declared == null ? expressions.bind(initializer, scope).type() : declared;
    Local local = local(context, node.getNameAsString(), type, node);
    List<BoundStatement> statements = matrices.bind(local, type, initializer, scope);
    if (statements.isEmpty()) {
      return List.of(single(node, declared, false, scope));
    }
    scope.declare(node.getNameAsString(), Variable.of(local, type));
    return statements;
  }

  /** A local variable; one that the user left unnamed gets a name that can be printed. */
  static Local local(MethodContext context, String name, TypeMirror type, Node node) {
    return new Local(
        name.equals("_") ? "unused" : name, context.types().irType(type), context.range(node));
  }
}
