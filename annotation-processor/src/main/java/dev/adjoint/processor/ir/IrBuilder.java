package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends operations to a region under construction; every method returns the new operation's
 * result.
 */
public final class IrBuilder {
  private final List<Op> ops = new ArrayList<>();
  private final Consumer<Op> listener;
  private SourceRange source = SourceRange.NONE;
  private String name = "";
  private @Nullable SourceRange relocation;

  /** A region that is empty so far. */
  public IrBuilder() {
    this(_ -> {});
  }

  /**
   * The same.
   *
   * @param listener is told of every operation
   */
  public IrBuilder(Consumer<Op> listener) {
    this.listener = listener;
  }

  /** Sets the source range that the following operations carry. */
  public IrBuilder at(SourceRange range) {
    source = relocation == null ? range : relocation;
    return this;
  }

  /** Sets the preferred name of the next operation's result. */
  public IrBuilder named(String nextName) {
    name = nextName;
    return this;
  }

  private Value define(IrType type) {
    Value result = new Value(type, name);
    name = "";
    return result;
  }

  /** Appends any operation as it is. */
  public void add(Op op) {
    append(relocation == null ? op : Relocation.of(op, relocation));
  }

  private void append(Op op) {
    ops.add(op);
    listener.accept(op);
  }

  /** From here on every operation has this source range; {@code null} for its own. */
  public void relocate(@Nullable SourceRange place) {
    relocation = place;
  }

  /** The operations so far. */
  public List<Op> ops() {
    return List.copyOf(ops);
  }

  /** A region of the operations so far. */
  public Region region(List<Value> arguments, List<Value> yields) {
    return new Region(arguments, ops, yields);
  }

  /** The constant {@code number} in a numeric type. */
  public Value number(double number, ScalarType type) {
    Object literal =
        switch (type) {
          case DOUBLE -> number;
          case FLOAT -> (float) number;
          case LONG -> (long) number;
          case INT -> (int) number;
          case SHORT -> (short) number;
          case CHAR -> (char) number;
          case BYTE -> (byte) number;
          case BOOLEAN -> throw new IllegalStateException("a number of type boolean");
        };
    return constant(literal, type);
  }

  /** A literal of the given type. */
  public Value constant(Object literal, IrType type) {
    Value result = define(type);
    append(new Op.Constant(result, literal, source));
    return result;
  }

  /** An operator applied to operands of its promoted type. */
  public Value arithmetic(Operator operator, Value... operands) {
    IrType type =
        operator.isComparison() || operator == Operator.NOT
            ? ScalarType.BOOLEAN
            : operands[0].type();
    Value result = define(type);
    append(new Op.Arithmetic(result, operator, List.of(operands), source));
    return result;
  }

  /** A primitive conversion; the operand itself where it has that type already. */
  public Value convert(Value operand, IrType type) {
    if (operand.type().equals(type)) {
      name = "";
      return operand;
    }
    Value result = define(type);
    append(new Op.Convert(result, operand, source));
    return result;
  }

  /** Reads an element. */
  public Value load(Value array, List<Value> indices) {
    Value result = define(((IrType.Array) array.type()).after(indices.size()));
    append(new ArrayOp.Load(result, array, indices, source));
    return result;
  }

  /** How many elements or rows an array has. */
  public Value length(Value array) {
    Value result = define(ScalarType.INT);
    append(new ArrayOp.ArrayLength(result, array, List.of(), source));
    return result;
  }

  /** Writes an element and returns the array's next version. */
  public Value store(Value array, List<Value> indices, Value value) {
    Value result = array.copy();
    append(new ArrayOp.Store(result, array, indices, value, source));
    return result;
  }

  /** Adds to an element and returns the array's next version. */
  public Value accumulate(Value array, List<Value> indices, Value value) {
    Value result = array.copy();
    append(new ArrayOp.Accumulate(result, array, indices, value, source));
    return result;
  }

  /** A new array of zeros shaped as {@code array}. */
  public Value zerosLike(Value array) {
    Value result = define(array.type());
    append(new ArrayOp.ZerosLike(result, array, source));
    return result;
  }

  /** Uses a member that yields a value of the given type. */
  public Value invoke(JavaMember member, IrType type, Value... operands) {
    Value result = define(type);
    append(new CallOp.Invoke(List.of(result), member, List.of(operands), source));
    return result;
  }
}
