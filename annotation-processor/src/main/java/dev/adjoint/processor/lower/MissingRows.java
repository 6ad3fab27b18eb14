package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import org.jspecify.annotations.Nullable;

/** {@code q[i] == null} and {@code q[i] != null}: whether a row is missing is part of its shape. */
final class MissingRows {
  private final ProgramPoint point;
  private final ArrayLowering arrays;

  MissingRows(ProgramPoint point, ArrayLowering arrays) {
    this.point = point;
    this.arrays = arrays;
  }

  /** The outcome of such a comparison; {@code null} if an operation is none. */
  @Nullable Value compared(BoundExpression.Operation operation, String name) {
    boolean isEquality = operation.operator() == Operator.EQ || operation.operator() == Operator.NE;
    if (!isEquality) {
      return null;
    }
    BoundExpression left = operation.operands().getFirst();
    BoundExpression right = operation.operands().getLast();
    BoundExpression row = isNull(right) ? left : right;
    boolean isTested = (isNull(left) || isNull(right)) && isRow(row);
    return isTested ? compared(row, operation, name) : null;
  }

  private static boolean isNull(BoundExpression expression) {
    return expression instanceof BoundExpression.Literal(var value, _, _) && value == null;
  }

  private static boolean isRow(BoundExpression expression) {
    boolean isPath =
        expression instanceof BoundExpression.ArrayRead
            || expression instanceof BoundExpression.LocalRead;
    return isPath
        && expression.type() instanceof IrType.Array type
        && type.container() == IrType.Container.Kind.ARRAY
        && type.element() instanceof ScalarType element
        && switch (element) {
          case DOUBLE, FLOAT -> type.rank() <= 2;
          case INT, LONG, BOOLEAN -> type.rank() == 1;
          case SHORT, BYTE, CHAR -> false;
        };
  }

  private @Nullable Value compared(
      BoundExpression row, BoundExpression.Operation operation, String name) {
    Binding.ArrayPath path = arrays.path(row, "");
    IrType type = path.location().type().after(path.indices().size());
    Value array = point.variables().version(path.location());
    if (path.isWhole()) {
      Value none = ProgramPoint.placeholder(type, point.at(operation.source()));
      return point.at(operation.source()).named(name).arithmetic(operation.operator(), array, none);
    }
    Value shape = new Value(ArrayOp.shapeOf(type), "");
    point
        .at(operation.source())
        .add(new ArrayOp.RowShape(shape, array, path.indices(), operation.source()));
    boolean isFlat = shape.type() == ScalarType.INT;
    Value none =
        isFlat
            ? point.at(operation.source()).constant(-1, ScalarType.INT)
            : ProgramPoint.placeholder(shape.type(), point.at(operation.source()));
    return point.at(operation.source()).named(name).arithmetic(operation.operator(), shape, none);
  }
}
