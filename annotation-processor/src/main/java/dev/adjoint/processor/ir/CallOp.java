package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;

/**
 * A call: of a function that the compiler has the source of, of one of its sweeps, or of a Java
 * member as it stands.
 */
public sealed interface CallOp extends Op {

  /**
   * A call of a function that the compiler has the source of. Results: the returned value if there
   * is one, or the parts of what is returned, then the next version of each mutated array argument.
   *
   * @param mutated indices of the array parameters that the callee may write
   */
  record Call(
      List<Value> results,
      FunctionId callee,
      List<Integer> mutated,
      List<Value> operands,
      SourceRange source)
      implements CallOp {
    public Call {
      results = List.copyOf(results);
      mutated = List.copyOf(mutated);
      operands = List.copyOf(operands);
    }
  }

  /**
   * Runs the forward sweep of a callee's adjoint. Results: those of the {@link Call}, then the
   * frame, which holds what the callee's reverse sweep reads.
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
      implements CallOp {
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
   * Runs the reverse sweep of a callee's adjoint. Operands: the frame; the cotangent of each
   * returned value that is differentiable; then the adjoint array of each active array parameter
   * (on entry the cotangent of its final contents). Results, for each active parameter: its
   * gradient if it is a scalar or tensor, the next version of the adjoint array if it is an array.
   */
  record ReverseCall(
      List<Value> results,
      FunctionId callee,
      List<Integer> active,
      List<Value> operands,
      SourceRange source)
      implements CallOp {
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
      implements CallOp {
    public TangentCall {
      results = List.copyOf(results);
      mutated = List.copyOf(mutated);
      active = List.copyOf(active);
      operands = List.copyOf(operands);
    }
  }

  /** Use of a Java member as it stands; receiver first; no result for {@code void}. */
  record Invoke(List<Value> results, JavaMember member, List<Value> operands, SourceRange source)
      implements CallOp {
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
      implements CallOp {
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
}
