package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lowers both sides of a branch and joins what the variables stand for after it. */
final class BranchLowering {
  private final ProgramPoint point;

  BranchLowering(ProgramPoint point) {
    this.point = point;
  }

  /** A branch between statements. */
  void statements(Value condition, SourceRange source, Runnable onTrue, Runnable onFalse) {
    lower(condition, source, outcomeless(onTrue), outcomeless(onFalse));
  }

  /**
   * A branch between expressions of one type that is no array; yields the value of the one taken.
   */
  Value values(
      Value condition, SourceRange source, Supplier<Value> onTrue, Supplier<Value> onFalse) {
    return lower(condition, source, () -> List.of(onTrue.get()), () -> List.of(onFalse.get()))
        .getFirst();
  }

  private static Supplier<List<Value>> outcomeless(Runnable step) {
    return () -> {
      step.run();
      return List.of();
    };
  }

  private List<Value> lower(
      Value condition,
      SourceRange source,
      Supplier<List<Value>> onTrue,
      Supplier<List<Value>> onFalse) {
    Environment before = point.variables();
    ProgramPoint.Side thenSide = point.aside(before, onTrue);
    ProgramPoint.Side elseSide = point.aside(before, onFalse);
    Join join = new Join(before.copy(), thenSide, elseSide);
    List<Value> outcomes = join.outcomes();
    join.variables();
    Op.If branch =
        new Op.If(
            join.results,
            condition,
            thenSide.region(join.fromThen),
            elseSide.region(join.fromElse),
            new Label("if"),
            null,
            source);
    point.at(source).add(branch);
    point.continueWith(join.after);
    return outcomes;
  }

  /** What both sides hand over, and the variables after the branch. */
  private static final class Join {
    private final Environment after;
    private final ProgramPoint.Side thenSide;
    private final ProgramPoint.Side elseSide;
    private final boolean isThenGone;
    private final boolean isElseGone;
    private final List<Value> results = new ArrayList<>();
    private final List<Value> fromThen = new ArrayList<>();
    private final List<Value> fromElse = new ArrayList<>();

    Join(Environment before, ProgramPoint.Side thenSide, ProgramPoint.Side elseSide) {
      this.after = before;
      this.thenSide = thenSide;
      this.elseSide = elseSide;
      this.isThenGone = thenSide.variables().isExited();
      this.isElseGone = elseSide.variables().isExited();
    }

    List<Value> outcomes() {
      List<Value> joined = new ArrayList<>();
      for (int i = 0; i < thenSide.outcome().size(); i++) {
        Value onTrue = thenSide.outcome().get(i);
        joined.add(result("", onTrue, elseSide.outcome().get(i)));
      }
      return joined;
    }

    void variables() {
      List<Location> locations = after.locations();
      for (Local local : after.locals()) {
        if (local.type() instanceof IrType.Array) {
          array(local);
        } else {
          held(local);
        }
      }
      locations.forEach(this::version);
    }

    private void held(Local local) {
      Value before = after.held(local);
      Value onTrue = isThenGone ? before : thenSide.variables().held(local);
      Value onFalse = isElseGone ? before : elseSide.variables().held(local);
      if (onTrue == before && onFalse == before) {
        return;
      }
      Value merged =
          result(
              local.name(),
              orPlaceholder(onTrue, isThenGone, local, thenSide.block()),
              orPlaceholder(onFalse, isElseGone, local, elseSide.block()));
      after.bind(local, new Binding.Held(merged));
    }

    private static Value orPlaceholder(
        @Nullable Value value, boolean isGone, Local local, IrBuilder block) {
      return value == null || isGone ? ProgramPoint.placeholder(local.type(), block) : value;
    }

    private void version(Location location) {
      Value before = after.version(location);
      Value onTrue = thenSide.variables().version(location);
      Value onFalse = elseSide.variables().version(location);
      boolean isKept = (isThenGone || onTrue == before) && (isElseGone || onFalse == before);
      if (!isKept) {
        after.setVersion(location, result(location.name(), onTrue, onFalse));
      }
    }

    private void array(Local local) {
      Binding before = after.binding(local);
      Binding onTrue = isThenGone ? before : thenSide.variables().binding(local);
      Binding onFalse = isElseGone ? before : elseSide.variables().binding(local);
      if (onTrue.equals(before) && onFalse.equals(before)) {
        return;
      }
      after.bind(local, agreed(onTrue, onFalse));
    }

    /** The array that both sides leave the variable bound to, if it is known outside. */
    private Binding agreed(Binding onTrue, Binding onFalse) {
      boolean isThenFree = isThenGone || onTrue instanceof Binding.Unassigned;
      boolean isElseFree = isElseGone || onFalse instanceof Binding.Unassigned;
      Binding candidate = isThenFree ? onFalse : onTrue;
      boolean isAgreed = isThenFree || isElseFree || onTrue.equals(onFalse);
      boolean isKnown =
          candidate instanceof Binding.ArrayPath path
              && path.isWhole()
              && after.knows(path.location());
      return isAgreed && isKnown ? candidate : new Binding.Ambiguous();
    }

    private Value result(String name, Value onTrue, Value onFalse) {
      Value result = new Value(onTrue.type(), name);
      results.add(result);
      fromThen.add(onTrue);
      fromElse.add(onFalse);
      return result;
    }
  }
}
