package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation on an array, as a version of its contents: what writes yields the next version. A
 * (sub)array is named by its root array and as many leading indices as it lies deep.
 */
public sealed interface ArrayOp extends Op {

  /** The value or the array version that this operation defines. */
  Value result();

  @Override
  default List<Value> results() {
    return List.of(result());
  }

  /**
   * The type that tells the shape of an array: its length, or its rows' lengths.
   *
   * @param array type of an array of one or two dimensions
   */
  static IrType shapeOf(IrType array) {
    boolean isFlat = array instanceof IrType.Array row && row.rank() == 1;
    return isFlat ? ScalarType.INT : new IrType.Array(ScalarType.INT, 1);
  }

  /**
   * A new array filled with zeros: {@code new double[d0][d1]…}. With fewer dimensions than the
   * rank, what lies deeper is {@code null}.
   */
  record Allocate(Value result, List<Value> dimensions, SourceRange source) implements ArrayOp {
    public Allocate {
      dimensions = List.copyOf(dimensions);
    }

    @Override
    public List<Value> operands() {
      return dimensions;
    }
  }

  /** A new rank-1 array holding {@code elements}. */
  record ArrayLiteral(Value result, List<Value> elements, SourceRange source) implements ArrayOp {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public List<Value> operands() {
      return elements;
    }
  }

  /** A new array of zeros with the shape of {@code array}, ragged rows included. */
  record ZerosLike(Value result, Value array, SourceRange source) implements ArrayOp {
    @Override
    public List<Value> operands() {
      return List.of(array);
    }
  }

  /** A new array with the contents of the (sub)array {@code array[indices…]}; copies deeply. */
  record ArrayCopy(Value result, Value array, List<Value> indices, SourceRange source)
      implements ArrayOp {
    public ArrayCopy {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices);
    }
  }

  /** Length of {@code array[indices…]}; independent of the contents' version. */
  record ArrayLength(Value result, Value array, List<Value> indices, SourceRange source)
      implements ArrayOp {
    public ArrayLength {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices);
    }
  }

  /** Reads the element {@code array[indices…]}; as many indices as the array's rank. */
  record Load(Value result, Value array, List<Value> indices, SourceRange source)
      implements ArrayOp {
    public Load {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices);
    }
  }

  /** Writes an element; {@code result} is the next version of {@code array}. */
  record Store(Value result, Value array, List<Value> indices, Value value, SourceRange source)
      implements ArrayOp {
    public Store {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices, value);
    }
  }

  /** Adds to an element, {@code array[indices…] += value}; made by the adjoint build. */
  record Accumulate(Value result, Value array, List<Value> indices, Value value, SourceRange source)
      implements ArrayOp {
    public Accumulate {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices, value);
    }
  }

  /**
   * Adds array {@code addend} elementwise into the (sub)array {@code array[indices…]}; made by the
   * adjoint build.
   */
  record AccumulateAll(
      Value result, Value array, List<Value> indices, Value addend, SourceRange source)
      implements ArrayOp {
    public AccumulateAll {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices, addend);
    }
  }

  /**
   * Puts a copy of {@code row[rowIndices…]} in the place of the row {@code array[indices…]}, which
   * may have another shape; {@code null} in the place of it where there is no row to copy.
   */
  record StoreRow(
      Value result,
      Value array,
      List<Value> indices,
      Value row,
      List<Value> rowIndices,
      SourceRange source)
      implements ArrayOp {
    public StoreRow {
      indices = List.copyOf(indices);
      rowIndices = List.copyOf(rowIndices);
    }

    @Override
    public List<Value> operands() {
      List<Value> all = new ArrayList<>(Operands.join(array, indices, row));
      all.addAll(rowIndices);
      return all;
    }
  }

  /**
   * The shape of the row {@code array[indices…]}: its length or, where it has rows itself, their
   * lengths as an array; −1, or {@code null}, for a row that is {@code null}. The adjoint build
   * keeps it, since a row's shape is gone once the row is replaced.
   */
  record RowShape(Value result, Value array, List<Value> indices, SourceRange source)
      implements ArrayOp {
    public RowShape {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices);
    }
  }

  /**
   * Puts zeros of a shape that {@link RowShape} gave in the place of the row {@code
   * array[indices…]}; made by the adjoint build.
   */
  record ClearRow(Value result, Value array, List<Value> indices, Value shape, SourceRange source)
      implements ArrayOp {
    public ClearRow {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices, shape);
    }
  }

  /**
   * Takes the row {@code array[indices…]} out, which a {@link ClearRow} right after it replaces;
   * the row itself, not a copy. Made by the adjoint build.
   */
  record TakeRow(Value result, Value array, List<Value> indices, SourceRange source)
      implements ArrayOp {
    public TakeRow {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices);
    }
  }
}
