package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation. Operands are values in scope (see {@code IrVerifier}); results are defined here
 * and nowhere else. Operations evaluate in list order; those with effects are never reordered.
 */
public sealed interface Op {

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
  record StopGradient(Value result, Value operand, SourceRange source) implements Op {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(operand);
    }
  }

  /** A new array filled with zeros: {@code new double[d0][d1]…}; as many dimensions as the rank. */
  record Allocate(Value result, List<Value> dimensions, SourceRange source) implements Op {
    public Allocate {
      dimensions = List.copyOf(dimensions);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return dimensions;
    }
  }

  /** A new rank-1 array holding {@code elements}. */
  record ArrayLiteral(Value result, List<Value> elements, SourceRange source) implements Op {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return elements;
    }
  }

  /** A new array of zeros with the shape of {@code array}, ragged rows included. */
  record ZerosLike(Value result, Value array, SourceRange source) implements Op {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(array);
    }
  }

  /** A new array with the contents of the (sub)array {@code array[indices…]}; copies deeply. */
  record ArrayCopy(Value result, Value array, List<Value> indices, SourceRange source)
      implements Op {
    public ArrayCopy {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices);
    }
  }

  /** Length of {@code array[indices…]}; independent of the contents' version. */
  record ArrayLength(Value result, Value array, List<Value> indices, SourceRange source)
      implements Op {
    public ArrayLength {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices);
    }
  }

  /** Reads the element {@code array[indices…]}; as many indices as the array's rank. */
  record Load(Value result, Value array, List<Value> indices, SourceRange source) implements Op {
    public Load {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices);
    }
  }

  /** Writes an element; {@code result} is the next version of {@code array}. */
  record Store(Value result, Value array, List<Value> indices, Value value, SourceRange source)
      implements Op {
    public Store {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices, value);
    }
  }

  /** Adds to an element, {@code array[indices…] += value}; made by the adjoint build. */
  record Accumulate(Value result, Value array, List<Value> indices, Value value, SourceRange source)
      implements Op {
    public Accumulate {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
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
      implements Op {
    public AccumulateAll {
      indices = List.copyOf(indices);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return Operands.join(array, indices, addend);
    }
  }

  /**
   * A branch. Both regions have no arguments and yield as many values as there are results. An
   * array-typed result is the next version of one and the same array on both sides.
   *
   * @param label what the reverse sweep calls this branch
   * @param mirrors the forward branch this one reverses: its regions may read what the regions of
   *     that branch define; {@code null} in the forward sweep
   */
  record If(
      List<Value> results,
      Value condition,
      Region thenRegion,
      Region elseRegion,
      Label label,
      @Nullable Label mirrors,
      SourceRange source)
      implements Op {
    public If {
      results = List.copyOf(results);
    }

    @Override
    public List<Value> operands() {
      return List.of(condition);
    }

    @Override
    public List<Region> regions() {
      return List.of(thenRegion, elseRegion);
    }
  }

  /**
   * A loop: {@code arguments = inits; while (test) arguments = body;} and then {@code results =
   * arguments}. Both regions see {@code arguments}, the values carried from one iteration to the
   * next; neither region has arguments of its own. {@code test} yields one boolean and has no
   * effects; what it defines is not visible in {@code body}.
   *
   * @param label what the reverse sweep calls this loop
   */
  record Loop(
      List<Value> results,
      List<Value> inits,
      List<Value> arguments,
      Region test,
      Region body,
      Label label,
      SourceRange source)
      implements Op {
    public Loop {
      results = List.copyOf(results);
      inits = List.copyOf(inits);
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Value> operands() {
      return inits;
    }

    @Override
    public List<Region> regions() {
      return List.of(test, body);
    }
  }

  /**
   * The reverse of a loop: runs its body once for each iteration that the mirrored forward loop
   * made, last first. The body may read what the mirrored loop's body defines, and its carried
   * arguments, as they were in the iteration being reversed. Exists between the adjoint build and
   * the storage pass, which turns it into a {@link Loop}.
   */
  record ReverseLoop(
      List<Value> results,
      List<Value> inits,
      List<Value> arguments,
      Region body,
      Label mirrors,
      SourceRange source)
      implements Op {
    public ReverseLoop {
      results = List.copyOf(results);
      inits = List.copyOf(inits);
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Value> operands() {
      return inits;
    }

    @Override
    public List<Region> regions() {
      return List.of(body);
    }
  }

  /**
   * A call of a function that the compiler has the source of. Results: the returned value if there
   * is one, then the next version of each mutated array argument.
   *
   * @param mutated indices of the array parameters that the callee may write
   */
  record Call(
      List<Value> results,
      FunctionId callee,
      List<Integer> mutated,
      List<Value> operands,
      SourceRange source)
      implements Op {
    public Call {
      results = List.copyOf(results);
      mutated = List.copyOf(mutated);
      operands = List.copyOf(operands);
    }
  }

  /**
   * Runs the forward sweep of a callee's adjoint. Results: the returned value if there is one, the
   * next version of each mutated array argument, then the frame, which holds what the callee's
   * reverse sweep reads.
   *
   * @param mutated indices of the array parameters that the callee may write
   * @param active indices of the callee's parameters whose gradient is wanted
   */
  record ForwardCall(
      List<Value> results,
      FunctionId callee,
      List<Integer> mutated,
      List<Integer> active,
      List<Value> operands,
      SourceRange source)
      implements Op {
    public ForwardCall {
      results = List.copyOf(results);
      mutated = List.copyOf(mutated);
      active = List.copyOf(active);
      operands = List.copyOf(operands);
    }

    /** The frame handed to the matching {@link ReverseCall}. */
    public Value frame() {
      return results.getLast();
    }
  }

  /**
   * Runs the reverse sweep of a callee's adjoint. Operands: the frame; the cotangent of the
   * returned value if that is differentiable; then the adjoint array of each active array parameter
   * (on entry the cotangent of its final contents). Results, for each active parameter: its
   * gradient if it is a scalar or tensor, the next version of the adjoint array if it is an array.
   */
  record ReverseCall(
      List<Value> results,
      FunctionId callee,
      List<Integer> active,
      List<Value> operands,
      SourceRange source)
      implements Op {
    public ReverseCall {
      results = List.copyOf(results);
      active = List.copyOf(active);
      operands = List.copyOf(operands);
    }
  }

  /**
   * Runs a callee with tangents. Operands: the arguments, then the tangent of each active one.
   * Results: the returned value and its tangent if there is one, the next version of each mutated
   * array argument, then the next version of the tangent of each that is active as well.
   *
   * @param mutated indices of the array parameters that the callee may write
   * @param active indices of the callee's parameters that have a tangent
   */
  record TangentCall(
      List<Value> results,
      FunctionId callee,
      List<Integer> mutated,
      List<Integer> active,
      List<Value> operands,
      SourceRange source)
      implements Op {
    public TangentCall {
      results = List.copyOf(results);
      mutated = List.copyOf(mutated);
      active = List.copyOf(active);
      operands = List.copyOf(operands);
    }
  }

  /** Use of a Java member as it stands; receiver first; no result for {@code void}. */
  record Invoke(List<Value> results, JavaMember member, List<Value> operands, SourceRange source)
      implements Op {
    public Invoke {
      results = List.copyOf(results);
      operands = List.copyOf(operands);
    }
  }

  /**
   * Runs a Java member without a derivative on the dynamic graph: in the forward sweep, where an
   * {@link Invoke} of it stood. Results: the member's value and the call, which the reverse sweep
   * asks for the gradients of its inputs.
   *
   * @param inputs indices of the operands whose gradient is wanted; the others are constants
   */
  record DynamicCall(
      List<Value> results,
      JavaMember member,
      List<Integer> inputs,
      List<Value> operands,
      SourceRange source)
      implements Op {
    public DynamicCall {
      results = List.copyOf(results);
      inputs = List.copyOf(inputs);
      operands = List.copyOf(operands);
    }

    /** The call as the reverse sweep knows it. */
    public Value call() {
      return results.getLast();
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

  /** Throws; nothing after it in its region runs, and the region's yields are placeholders. */
  record Throw(Value exception, SourceRange source) implements Op {
    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return List.of(exception);
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

  /** Where the forward sweep ends and the reverse sweep begins. */
  record Turn() implements Op {
    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return List.of();
    }

    @Override
    public SourceRange source() {
      return SourceRange.NONE;
    }
  }
}
