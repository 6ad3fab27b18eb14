package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;

/** {@code q[i] == null} and {@code q[i] != null}: whether a row is missing is part of its shape. */
final class MissingRows {
  private final ProgramPoint point;
  private final ArrayLowering arrays;

  MissingRows(ProgramPoint point, ArrayLowering arrays) {
    this.point = point;
    this.arrays = arrays;
  }

  /** Whether an operation is such a comparison. */
  boolean isCompared(BoundExpression.Operation operation) {
    boolean isEquality = operation.operator() == Operator.EQ || operation.operator() == Operator.NE;
    return isEquality
        && operation.operands().stream().anyMatch(MissingRows::isNull)
        && isRow(row(operation));
  }

  private static BoundExpression row(BoundExpression.Operation operation) {
    BoundExpression right = operation.operands().getLast();
    return isNull(right) ? operation.operands().getFirst() : right;
  }

  /** Its outcome. */
  Value compared(BoundExpression.Operation operation, String name) {
    return compared(row(operation), operation, name);
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

  private Value compared(BoundExpression row, BoundExpression.Operation operation, String name) {
    Binding.ArrayPath path = arrays.path(row, "");
    IrType type = path.location().type().after(path.indices().size());
    Value array = point.variables().version(path.location());
    if (path.isWhole() && path.location().isMissing()) {
      boolean isEqual = operation.operator() == Operator.EQ;
      return point.at(operation.source()).constant(isEqual, ScalarType.BOOLEAN);
    }
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
