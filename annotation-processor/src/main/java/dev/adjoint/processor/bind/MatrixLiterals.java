package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * {@code double[][] m = {{a, b}, {c, d}};} as the declaration of an array of zeros and a store of
 * each element in order. Rows of different lengths are not taken.
 */
final class MatrixLiterals {
  private final MethodContext context;
  private final ExpressionBinder expressions;

  MatrixLiterals(MethodContext context, ExpressionBinder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** Whether an initializer lists rows, all of one length. */
  static boolean isRectangular(Expression node) {
    return list(node) instanceof ArrayInitializerExpr rows
        && !rows.getValues().isEmpty()
        && rows.getValues().stream().allMatch(Expression::isArrayInitializerExpr)
        && rows.getValues().stream().map(MatrixLiterals::sizes).distinct().count() == 1;
  }

  private static Expression list(Expression node) {
    return node instanceof ArrayCreationExpr creation && creation.getInitializer().isPresent()
        ? creation.getInitializer().get()
        : node;
  }

  /** The length of each dimension; of ragged rows a list that no other row has. */
  private static List<Integer> sizes(Expression node) {
    if (!(node instanceof ArrayInitializerExpr rows)) {
      return List.of();
    }
    List<Integer> sizes = new ArrayList<>();
    sizes.add(rows.getValues().size());
    List<List<Integer>> inner =
        rows.getValues().stream().map(MatrixLiterals::sizes).distinct().toList();
    sizes.addAll(inner.size() == 1 ? inner.getFirst() : List.of(-inner.size()));
    return sizes;
  }

  /** The statements that make the array; empty if it is not one of numbers of the rank listed. */
  List<BoundStatement> bind(Local local, TypeMirror type, Expression node, Scope scope) {
    ArrayInitializerExpr rows = (ArrayInitializerExpr) list(node);
    List<Integer> sizes = sizes(rows);
    boolean fits =
        local.type() instanceof IrType.Array(var _, var rank, _)
            && rank == sizes.size()
            && sizes.stream().allMatch(size -> size >= 0);
    if (!fits) {
      return List.of();
    }
    SourceRange source = context.range(node);
    List<BoundExpression> lengths = sizes.stream().map(size -> number(size, source)).toList();
    BoundExpression zeros = new BoundExpression.NewArray(lengths, local.type(), source);
    List<BoundStatement> statements = new ArrayList<>();
    statements.add(new BoundStatement.Declaration(local, zeros, local.source()));
    fill(new BoundExpression.LocalRead(local, source), (ArrayType) type, rows, scope, statements);
    return statements;
  }

  private void fill(
      BoundExpression array,
      ArrayType type,
      ArrayInitializerExpr values,
      Scope scope,
      List<BoundStatement> into) {
    TypeMirror component = type.getComponentType();
    IrType element = context.types().irType(component);
    for (int i = 0; i < values.getValues().size(); i++) {
      Expression value = values.getValues().get(i);
      SourceRange source = context.range(value);
      BoundExpression index = number(i, source);
      if (value instanceof ArrayInitializerExpr row && component instanceof ArrayType rowType) {
        fill(
            new BoundExpression.ArrayRead(array, index, element, source),
            rowType,
            row,
            scope,
            into);
      } else {
        BoundExpression bound = expressions.bindAs(value, component, scope).expression();
        Place place = new Place.ElementPlace(array, index, element);
        BoundExpression store = new BoundExpression.Assignment(place, bound, source);
        into.add(new BoundStatement.Evaluate(store, source));
      }
    }
  }

  private static BoundExpression number(int value, SourceRange source) {
    return new BoundExpression.Literal(value, ScalarType.INT, source);
  }
}
