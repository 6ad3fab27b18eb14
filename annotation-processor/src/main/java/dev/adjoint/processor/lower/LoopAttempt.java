package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lowering of a loop. Every variable and array starts the iteration as an argument; those that
 * end it unchanged are not carried after all, and their arguments give way to the values outside.
 */
final class LoopAttempt {
  private final ProgramPoint point;
  private final Test test;
  private final Kind kind;
  private final SourceRange source;
  private final LoopArrays arrays;
  private final LoopObjects objects;
  private final Environment before;
  private final Environment start;
  private final Environment after;
  private ProgramPoint.@Nullable Side testSide;
  private ProgramPoint.@Nullable Side bodySide;
  private final List<Value> inits = new ArrayList<>();
  private final List<Value> arguments = new ArrayList<>();
  private final List<Value> ends = new ArrayList<>();
  private final List<Value> results = new ArrayList<>();
  private final Map<Value, Value> unchanged = new HashMap<>();

  /**
   * What is known of a loop but for its parts.
   *
   * @param name in printed IR
   * @param plan which states the reverse sweep computes again
   */
  record Kind(String name, FlowOp.@Nullable Plan plan, SourceRange source) {}

  /** When the next iteration runs. */
  sealed interface Test {}

  /** While {@code condition}, evaluated anew, holds. */
  record Evaluated(Supplier<Value> condition) implements Test {}

  /** While the carried outcome is true: {@code first}, then what {@code next} gives at the end. */
  record Carried(Value first, Supplier<Value> next) implements Test {}

  LoopAttempt(ProgramPoint point, Test test, Kind kind, LoopArrays arrays, LoopObjects objects) {
    this.point = point;
    this.test = test;
    this.kind = kind;
    this.source = kind.source();
    this.arrays = arrays;
    this.objects = objects;
    this.before = point.variables().copy();
    objects.open(before);
    this.start = before.copy();
    this.after = before.copy();
  }

  /** Lowers test and body; {@code false} if array variables came out as others than expected. */
  boolean lower(Runnable body) {
    openArguments();
    Value outcome = new Value(ScalarType.BOOLEAN, "again");
    testSide =
        point.aside(
            start,
            () ->
                switch (test) {
                  case Evaluated(var condition) -> List.of(condition.get());
                  case Carried _ -> List.of(outcome);
                });
    bodySide = point.aside(start, () -> iteration(body, outcome));
    if (test instanceof Carried(var first, _)) {
      carry(first, outcome, bodySide.outcome().getFirst(), "again");
    }
    boolean fits = objects.fit(before, start, bodySide.variables());
    return arrays.fit(before, start, bodySide.variables()) && fits;
  }

  private void openArguments() {
    for (Local local : start.locals()) {
      boolean isObject =
          before.binding(local) instanceof Binding.Object || objects.isMissing(local, before);
      if (!(local.type() instanceof IrType.Array) && !isObject) {
        Value argument = new Value(local.type(), local.name());
        start.bind(local, new Binding.Held(argument));
      }
    }
    for (Location location : start.locations()) {
      start.setVersion(location, before.version(location).copy());
    }
    start.locals().forEach(this::openArray);
    List<SharedRow> shared = new ArrayList<>(before.sharedRows());
    shared.addAll(arrays.shared());
    start.share(shared);
    after.share(shared);
  }

  private void openArray(Local local) {
    Location chosen = arrays.chosen(local);
    Binding.ArrayPath row = arrays.row(local);
    if (chosen != null) {
      start.bind(local, Binding.ArrayPath.whole(chosen));
      start.setVersion(chosen, new Value(local.type(), local.name()));
    } else if (row != null) {
      List<Value> indices = row.indices().stream().map(Value::copy).toList();
      start.bind(local, new Binding.ArrayPath(row.location(), indices));
    }
  }

  private List<Value> iteration(Runnable body, Value outcome) {
    body.run();
    boolean isLeft = point.variables().isExited();
    List<Value> tested =
        switch (test) {
          case Evaluated _ -> List.of();
          case Carried(_, var next) -> List.of(isLeft ? outcome : next.get());
        };
    if (!isLeft) {
      objects.close(point.variables());
    }
    return tested;
  }

  /** Appends the loop and goes on with the variables after it. */
  void finish() {
    ProgramPoint.Side body = lowered(bodySide);
    for (Local local : before.locals()) {
      if (!(local.type() instanceof IrType.Array)) {
        finish(local, body.variables());
      } else {
        finishArray(local, body);
      }
    }
    for (Location location : before.locations()) {
      finish(location, body.variables());
    }
    ProgramPoint.Side evaluated = lowered(testSide);
    Region testRegion = Rewriting.mapOperands(evaluated.region(evaluated.outcome()), this::outer);
    Region bodyRegion = Rewriting.mapOperands(body.region(ends), this::outer);
    Label label = new Label(kind.name());
    point
        .at(source)
        .add(
            new FlowOp.Loop(
                results, inits, arguments, testRegion, bodyRegion, label, kind.plan(), source));
    point.continueWith(after);
  }

  private void finishArray(Local local, ProgramPoint.Side body) {
    Environment end = body.variables();
    Location chosen = arrays.chosen(local);
    Binding.ArrayPath row = arrays.row(local);
    if (chosen != null) {
      finishChosen(local, chosen, body);
    } else if (row != null) {
      finishRow(local, row, body);
    } else if (!end.isExited() && LoopArrays.isFirstBinding(local, before, end.binding(local))) {
      after.bind(local, end.binding(local));
    }
  }

  private void finishChosen(Local local, Location chosen, ProgramPoint.Side body) {
    Value init = ChosenArray.from(before.binding(local), before, chosen, point.at(source), source);
    Value argument = start.version(chosen);
    Environment end = body.variables();
    Value last =
        end.isExited()
            ? argument
            : ChosenArray.from(end.binding(local), end, chosen, body.block(), source);
    after.bind(local, Binding.ArrayPath.whole(chosen));
    after.setVersion(chosen, carry(init, argument, last, local.name()));
  }

  private void finishRow(Local local, Binding.ArrayPath row, ProgramPoint.Side body) {
    List<Value> indices = new ArrayList<>();
    for (int i = 0; i < row.indices().size(); i++) {
      Value init =
          before.binding(local) instanceof Binding.ArrayPath first
              ? first.indices().get(i)
              : ProgramPoint.placeholder(ScalarType.INT, point.at(source));
      Value argument = index(start.binding(local), i);
      boolean isLeft = body.variables().isExited();
      Value last = isLeft ? argument : index(body.variables().binding(local), i);
      indices.add(carry(init, argument, last, ""));
    }
    after.bind(local, new Binding.ArrayPath(row.location(), indices));
  }

  private static Value index(Binding binding, int position) {
    if (binding instanceof Binding.ArrayPath path) {
      return path.indices().get(position);
    }
    throw new IllegalStateException("lowering: a row without indices");
  }

  private static ProgramPoint.Side lowered(ProgramPoint.@Nullable Side side) {
    if (side == null) {
      throw new IllegalStateException("lowering: a loop is finished before it is lowered");
    }
    return side;
  }

  private Value outer(Value value) {
    return unchanged.getOrDefault(value, value);
  }

  private void finish(Local local, Environment end) {
    if (!end.isExited() && LoopObjects.isFirstBinding(local, before, end.binding(local))) {
      after.bind(local, end.binding(local));
      return;
    }
    Value init = before.held(local);
    Value argument = start.held(local);
    Value last = end.isExited() ? argument : end.held(local);
    if (argument == null || last == null || argument == last) {
      if (init != null && argument != null) {
        unchanged.put(argument, init);
      }
      return;
    }
    Value first = init == null ? ProgramPoint.placeholder(local.type(), point.at(source)) : init;
    after.bind(local, new Binding.Held(carry(first, argument, last, local.name())));
  }

  private void finish(Location location, Environment end) {
    Value init = before.version(location);
    Value argument = start.version(location);
    Value last = end.isExited() ? argument : end.version(location);
    if (argument == last) {
      unchanged.put(argument, init);
    } else {
      after.setVersion(location, carry(init, argument, last, location.name()));
    }
  }

  private Value carry(Value init, Value argument, Value end, String name) {
    Value result = new Value(argument.type(), name);
    inits.add(init);
    arguments.add(argument);
    ends.add(end);
    results.add(result);
    return result;
  }
}
