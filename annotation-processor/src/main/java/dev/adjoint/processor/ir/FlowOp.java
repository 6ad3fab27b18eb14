package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where control goes: branches, loops, exits, and the turn between the sweeps. */
public sealed interface FlowOp extends Op {

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
      implements FlowOp {
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
      implements FlowOp {
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
      implements FlowOp {
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

  /** Throws; nothing after it in its region runs, and the region's yields are placeholders. */
  record Throw(Value exception, SourceRange source) implements FlowOp {
    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return List.of(exception);
    }
  }

  /** Where the forward sweep ends and the reverse sweep begins. */
  record Turn() implements FlowOp {
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
