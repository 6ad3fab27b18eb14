package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
   * @param plan by which the reverse sweep computes states of the loop again; {@code null} if it
   *     keeps what it reads
   */
  record Loop(
      List<Value> results,
      List<Value> inits,
      List<Value> arguments,
      Region test,
      Region body,
      Label label,
      @Nullable Plan plan,
      SourceRange source)
      implements FlowOp {
    public Loop {
      results = List.copyOf(results);
      inits = List.copyOf(inits);
      arguments = List.copyOf(arguments);
    }

    /** A loop without a plan. */
    public Loop(
        List<Value> results,
        List<Value> inits,
        List<Value> arguments,
        Region test,
        Region body,
        Label label,
        SourceRange source) {
      this(results, inits, arguments, test, body, label, null, source);
    }

    /** The initial values, then those of the plan. */
    @Override
    public List<Value> operands() {
      if (plan == null) {
        return inits;
      }
      List<Value> all = new ArrayList<>(inits);
      all.add(plan.steps());
      all.add(plan.schedule());
      return all;
    }

    @Override
    public List<Region> regions() {
      return List.of(test, body);
    }
  }

  /**
   * Which states of a loop are kept for the reverse sweep.
   *
   * @param steps how many iterations there are at most
   * @param schedule the schedule of the runtime
   */
  record Plan(Value steps, Value schedule) {
    /** The type of schedules. */
    public static final IrType.Reference SCHEDULE = new IrType.Reference("dev.adjoint.Schedule");

    /** The same with other values. */
    public Plan map(UnaryOperator<Value> values) {
      return new Plan(values.apply(steps), values.apply(schedule));
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

  /**
   * Where the forward sweep ends and the reverse sweep begins; in a loop of the forward sweep,
   * where what an iteration computes ends, and its reverse begins.
   */
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
