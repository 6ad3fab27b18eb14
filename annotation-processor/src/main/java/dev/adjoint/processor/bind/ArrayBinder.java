package dev.adjoint.processor.bind;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Kind;
import dev.adjoint.processor.source.SourceRange;
import java.util.Collections;
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
    boolean isOfNumbers = context.types().irType(type) instanceof IrType.Array;
    if (!isOfNumbers && !context.types().isValue(component)) {
      return refused(node, arrayOf(component), scope, component);
    }
    BoundExpression index = bindInt(node.getIndex(), scope);
    if (!isOfNumbers) {
      return element(array, index, context, context.range(node));
    }
    return Typed.of(
        new BoundExpression.ArrayRead(
            array.expression(), index, context.types().irType(component), context.range(node)),
        component);
  }

  /** What is in an array of objects. */
  static Typed element(
      Typed array, BoundExpression index, MethodContext context, SourceRange source) {
    TypeMirror component = ((ArrayType) array.type()).getComponentType();
    String owner = context.types().javaName(component);
    List<String> types = List.of("int");
    JavaMember read =
        new JavaMember(Kind.ELEMENT, owner, "", types, List.of(), JavaMember.Effects.READS_STATE);
    return Typed.of(
        new BoundExpression.MemberCall(
            read, List.of(array.expression(), index), context.types().irType(component), source),
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
    boolean isOfNumbers = context.types().irType(type) instanceof IrType.Array;
    if (!isOfNumbers && !context.types().isText(component)) {
      return refused(node, arrayOf(component), scope, type);
    }
    List<BoundExpression> elements =
        node.getValues().stream()
            .map(value -> expressions.bindAs(value, component, scope).expression())
            .toList();
    if (!isOfNumbers) {
      return Typed.of(literal(elements, type, context.range(node)), type);
    }
    return Typed.of(
        new BoundExpression.ArrayLiteral(
            elements, context.types().irType(type), context.range(node)),
        type);
  }

  private BoundExpression literal(
      List<BoundExpression> elements, TypeMirror type, SourceRange source) {
    String component = context.types().javaName(((ArrayType) type).getComponentType());
    List<String> types = Collections.nCopies(elements.size(), component);
    JavaMember made =
        new JavaMember(Kind.ARRAY, component, "", types, List.of(), JavaMember.Effects.READS_STATE);
    return new BoundExpression.MemberCall(made, elements, context.types().irType(type), source);
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
