package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation. Operands are values in scope (see {@code IrVerifier}); results are defined here
 * and nowhere else. Operations evaluate in list order; those with effects are never reordered.
 */
public sealed interface Op
    permits ArrayOp,
        CallOp,
        FlowOp,
        Op.Constant,
        Op.Arithmetic,
        Op.Convert,
        Op.StopGradient,
        Op.FieldStore,
        Op.Unsupported {

  /** Values this operation defines; regions' inner values are not among them. */
  List<Value> results();

  /** Values this operation reads directly; what its regions read is not among them. */
  List<Value> operands();

  /** Regions inside this operation, in the order they may run. */
  default List<Region> regions() {
    return List.of();
  }

  /** The user's text this came from, or {@link SourceRange#NONE}. */
  SourceRange source();

  /**
   * A literal.
   *
   * @param literal a {@code Double, Float, Integer, Long, Short, Byte, Character, Boolean} or
   *     {@code String}, or {@code null} for the null reference
   */
  record Constant(Value result, @Nullable Object literal, SourceRange source) implements Op {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of();
    }
  }

  /** Java's built-in operators; both operands have the operator's promoted type (shifts aside). */
  record Arithmetic(Value result, Operator operator, List<Value> operands, SourceRange source)
      implements Op {
    public Arithmetic {
      operands = List.copyOf(operands);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }
  }

  /** A primitive conversion to the result's type, widening or narrowing as Java defines it. */
  record Convert(Value result, Value operand, SourceRange source) implements Op {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(operand);
    }
  }

  /** {@code result} is {@code operand} for computing and a constant for differentiating. */
  record StopGradient(Value result, Value operand, Reason reason, SourceRange source)
      implements Op {

    /** Why no gradient passes. */
    public enum Reason {
      /** The user says so of the operand. */
      ASKED_FOR,
      /** It was computed where no gradients are recorded. */
      NOT_RECORDED,
      /**
       * The same, if it was computed there: what an operation makes has no gradient, but what it
       * only passes on keeps its own.
       */
      NOT_RECORDED_IF_NEW
    }

    /** One that is asked for. */
    public StopGradient(Value result, Value operand, SourceRange source) {
      this(result, operand, Reason.ASKED_FOR, source);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(operand);
    }
  }

  /** Writes a field; {@code receiver} is {@code null} for a static one. */
  record FieldStore(JavaMember field, @Nullable Value receiver, Value value, SourceRange source)
      implements Op {
    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return receiver == null ? List.of(value) : List.of(receiver, value);
    }
  }

  /**
   * A construct without a derivative or without a meaning here. It is an error only where an active
   * value meets it; results stand for what the construct assigns or yields.
   *
   * @param text the user's text of it
   */
  record Unsupported(
      List<Value> results, Problem problem, List<Value> operands, String text, SourceRange source)
      implements Op {
    public Unsupported {
      results = List.copyOf(results);
      operands = List.copyOf(operands);
    }
  }
}
