package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    lower(condition, List.of(), source, outcomeless(onTrue), outcomeless(onFalse));
  }

  /**
   * A branch between expressions of one type that is no array; yields the value of the one taken.
   */
  Value values(
      Value condition,
      IrType type,
      SourceRange source,
      Supplier<Value> onTrue,
      Supplier<Value> onFalse) {
    Supplier<List<Value>> onlyTrue = () -> List.of(onTrue.get());
    return lower(condition, List.of(type), source, onlyTrue, () -> List.of(onFalse.get()))
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
      List<IrType> types,
      SourceRange source,
      Supplier<List<Value>> onTrue,
      Supplier<List<Value>> onFalse) {
    Environment before = point.variables();
    ProgramPoint.Side thenSide = point.aside(before, onTrue);
    ProgramPoint.Side elseSide = point.aside(before, onFalse);
    if (thenSide.variables().isExited() && elseSide.variables().isExited()) {
      return leave(condition, thenSide, elseSide, source);
    }
    Join join = new Join(before.copy(), thenSide, elseSide, source);
    List<Value> outcomes = join.outcomes(types);
    new ObjectJoins(join.after, thenSide.variables(), elseSide.variables(), point, source).join();
    join.variables();
    FlowOp.If branch =
        new FlowOp.If(
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

  /** Both sides throw: what the second does comes after the first, and nothing after that. */
  private List<Value> leave(
      Value condition, ProgramPoint.Side thenSide, ProgramPoint.Side elseSide, SourceRange source) {
    Region onTrue = thenSide.region(List.of());
    Region onFalse = new Region(List.of(), List.of(), List.of());
    Label label = new Label("if");
    point.at(source).add(new FlowOp.If(List.of(), condition, onTrue, onFalse, label, null, source));
    elseSide.block().ops().forEach(point.at(source)::add);
    point.continueWith(elseSide.variables());
    return elseSide.outcome();
  }

  /** What both sides hand over, and the variables after the branch. */
  private static final class Join {
    private final Environment after;
    private final ProgramPoint.Side thenSide;
    private final ProgramPoint.Side elseSide;
    private final boolean isThenGone;
    private final boolean isElseGone;
    private final SourceRange source;
    private final Map<Both, Binding> arrays = new LinkedHashMap<>();
    private final List<Value> results = new ArrayList<>();
    private final List<Value> fromThen = new ArrayList<>();
    private final List<Value> fromElse = new ArrayList<>();

    Join(
        Environment before,
        ProgramPoint.Side thenSide,
        ProgramPoint.Side elseSide,
        SourceRange source) {
      this.after = before;
      this.source = source;
      this.thenSide = thenSide;
      this.elseSide = elseSide;
      this.isThenGone = thenSide.variables().isExited();
      this.isElseGone = elseSide.variables().isExited();
    }

    List<Value> outcomes(List<IrType> types) {
      List<Value> joined = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        Value onTrue = thenSide.outcome().get(i);
        joined.add(result("", types.get(i), onTrue, elseSide.outcome().get(i)));
      }
      return joined;
    }

    void variables() {
      List<Location> locations = after.locations();
      for (Local local : after.locals()) {
        if (local.type() instanceof IrType.Array) {
          array(local);
        } else if (!(after.binding(local) instanceof Binding.Object)) {
          held(local);
        }
      }
      locations.forEach(this::version);
      List<SharedRow> shared = new ArrayList<>();
      for (ProgramPoint.Side side : List.of(thenSide, elseSide)) {
        if (!side.variables().isExited()) {
          List<SharedRow> atEnd = side.variables().sharedRows();
          shared.addAll(SharedRow.outside(atEnd, after.sharedRows(), after.locations()));
        }
      }
      after.share(shared);
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
              local.type(),
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
        after.setVersion(location, result(location.name(), onTrue.type(), onTrue, onFalse));
      }
    }

    private void array(Local local) {
      Binding before = after.binding(local);
      Binding onTrue = isThenGone ? before : thenSide.variables().binding(local);
      Binding onFalse = isElseGone ? before : elseSide.variables().binding(local);
      if (onTrue.equals(before) && onFalse.equals(before)) {
        return;
      }
      Binding unassigned = new Binding.Unassigned();
      Both both = new Both(isThenGone ? unassigned : onTrue, isElseGone ? unassigned : onFalse);
      Binding joined = arrays.get(both);
      if (joined == null) {
        joined = joined(local, both);
        arrays.put(both, joined);
      }
      after.bind(local, joined);
    }

    private Binding joined(Local local, Both both) {
      Binding agreed = both.agreed();
      if (agreed instanceof Binding.Absent) {
        return agreed;
      }
      if (agreed instanceof Binding.ArrayPath path && path.isWhole() && isKnown(path)) {
        return agreed;
      }
      Binding.ArrayPath row = both.row();
      return row != null && isKnown(row) ? row(row, both) : chosen(local, both);
    }

    private boolean isKnown(Binding.ArrayPath path) {
      return after.knows(path.location());
    }

    private Binding row(Binding.ArrayPath row, Both both) {
      List<Value> indices = new ArrayList<>();
      for (int i = 0; i < row.indices().size(); i++) {
        Value onTrue = index(both.onTrue(), i, thenSide.block());
        Value onFalse = index(both.onFalse(), i, elseSide.block());
        indices.add(onTrue == onFalse ? onTrue : result("", ScalarType.INT, onTrue, onFalse));
      }
      return new Binding.ArrayPath(row.location(), indices);
    }

    private static Value index(Binding binding, int position, IrBuilder block) {
      return binding instanceof Binding.ArrayPath path
          ? path.indices().get(position)
          : ProgramPoint.placeholder(ScalarType.INT, block);
    }

    private Binding chosen(Local local, Both both) {
      Location chosen = ChosenArray.of(local, after);
      Value onTrue =
          ChosenArray.from(both.onTrue(), thenSide.variables(), chosen, thenSide.block(), source);
      Value onFalse =
          ChosenArray.from(both.onFalse(), elseSide.variables(), chosen, elseSide.block(), source);
      arrays.forEach(
          (others, binding) -> {
            if (binding instanceof Binding.ArrayPath other) {
              relate(chosen, other.location(), both.mayMeet(others));
            }
          });
      after.setVersion(chosen, result(local.name(), onTrue.type(), onTrue, onFalse));
      return Binding.ArrayPath.whole(chosen);
    }

    private static void relate(Location one, Location other, boolean mayMeet) {
      if (mayMeet) {
        one.mayMeet(other);
      } else {
        one.differsFrom(other);
      }
    }

    /** One of two values of one type, or of two classes of objects below it. */
    private Value result(String name, IrType above, Value onTrue, Value onFalse) {
      boolean isOfBoth = onTrue.type().equals(onFalse.type());
      Value result = new Value(isOfBoth ? onTrue.type() : above, name);
      results.add(result);
      fromThen.add(onTrue);
      fromElse.add(onFalse);
      return result;
    }
  }

  /** What a variable is bound to at the ends of both sides; to nothing where a side is left. */
  private record Both(Binding onTrue, Binding onFalse) {

    /** The only binding there is; where there is none at all, that one. */
    @Nullable Binding agreed() {
      if (onTrue instanceof Binding.Unassigned
          || (onTrue instanceof Binding.Absent && onFalse instanceof Binding.ArrayPath)) {
        return onFalse;
      }
      return !(onFalse instanceof Binding.ArrayPath) || onTrue.equals(onFalse) ? onTrue : null;
    }

    /** A row, if both sides leave the variable with a row of one and the same array. */
    Binding.@Nullable ArrayPath row() {
      Binding one = onTrue instanceof Binding.ArrayPath ? onTrue : onFalse;
      Binding other = onFalse instanceof Binding.ArrayPath ? onFalse : onTrue;
      return one instanceof Binding.ArrayPath first
              && other instanceof Binding.ArrayPath second
              && !first.isWhole()
              && first.location() == second.location()
              && first.indices().size() == second.indices().size()
          ? first
          : null;
    }

    boolean mayMeet(Both other) {
      return ChosenArray.mayBeSame(onTrue, other.onTrue)
          || ChosenArray.mayBeSame(onFalse, other.onFalse);
    }
  }
}
