package dev.adjoint.processor.bind;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reading, creating and listing arrays. */
final class ArrayBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;

  ArrayBinder(MethodContext context, ExpressionBinder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  Typed bind(ArrayAccessExpr node, Scope scope) {
    Typed array = expressions.bind(node.getName(), scope);
    if (!(array.type() instanceof ArrayType type)) {
      return refused(node, "this element access", scope, context.types().untyped());
    }
    TypeMirror component = type.getComponentType();
    if (!(context.types().irType(type) instanceof IrType.Array)) {
      return refused(node, arrayOf(component), scope, component);
    }
    BoundExpression index = bindInt(node.getIndex(), scope);
    return Typed.of(
        new BoundExpression.ArrayRead(
            array.expression(), index, context.types().irType(component), context.range(node)),
        component);
  }

  private BoundExpression bindInt(Expression node, Scope scope) {
    return expressions.bindAs(node, context.types().primitive(TypeKind.INT), scope).expression();
  }

  Typed bind(ArrayCreationExpr node, Scope scope) {
    TypeMirror type = context.resolver().resolve(node.createdType());
    if (type == null) {
      return refused(node, "this array", scope, context.types().untyped());
    }
    if (node.getInitializer().isPresent()) {
      return bindInitializer(node.getInitializer().get(), type, scope);
    }
    if (!(context.types().irType(type) instanceof IrType.Array)) {
      return refused(node, arrayOf(((ArrayType) type).getComponentType()), scope, type);
    }
    List<Expression> dimensions =
        node.getLevels().stream()
            .map(ArrayCreationLevel::getDimension)
            .flatMap(Optional::stream)
            .toList();
    List<BoundExpression> sizes = dimensions.stream().map(d -> bindInt(d, scope)).toList();
    return Typed.of(
        new BoundExpression.NewArray(sizes, context.types().irType(type), context.range(node)),
        type);
  }

  /** {@code {a, b, c}} as an array of the given type; the elements may be arrays themselves. */
  Typed bindInitializer(ArrayInitializerExpr node, TypeMirror type, Scope scope) {
    TypeMirror component = ((ArrayType) type).getComponentType();
    if (!(context.types().irType(type) instanceof IrType.Array)) {
      return refused(node, arrayOf(component), scope, type);
    }
    List<BoundExpression> elements =
        node.getValues().stream()
            .map(value -> expressions.bindAs(value, component, scope).expression())
            .toList();
    return Typed.of(
        new BoundExpression.ArrayLiteral(
            elements, context.types().irType(type), context.range(node)),
        type);
  }

  private String arrayOf(TypeMirror component) {
    return "an array of " + context.types().javaName(component);
  }

  private Typed refused(Expression node, String construct, Scope scope, TypeMirror type) {
    return context
        .opaque()
        .expression(
            node, DiagnosticCode.ADJ0405.problem(construct, "Use arrays of numbers"), scope, type);
  }
}
