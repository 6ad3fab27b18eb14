package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The reverse of a loop: runs as often, backward. It carries the adjoints of the forward loop's
 * carried values, and one accumulator for each value from outside that the body reads.
 */
final class ReverseLoops {
  private final ReverseSweep sweep;
  private final FlowOp.Loop loop;
  private final List<Integer> carried = new ArrayList<>();
  private final List<Value> invariants = new ArrayList<>();
  private final List<Value> inits = new ArrayList<>();
  private final List<Value> arguments = new ArrayList<>();

  ReverseLoops(ReverseSweep sweep, FlowOp.Loop loop) {
    this.sweep = sweep;
    this.loop = loop;
  }

  void build() {
    if (loop.results().stream().noneMatch(sweep.adjoints()::has)) {
      return;
    }
    carryAdjoints();
    carryAccumulators();
    ReverseSweep body = reverseBody();
    List<Value> yields = yields(body);
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Value result = sweep.handedIn().next(arguments.get(i), arguments.get(i).copy());
      results.add(sweep.untouched().note(result, sweep.untouched().contains(yields.get(i))));
    }
    sweep
        .out()
        .add(
            new FlowOp.ReverseLoop(
                results,
                inits,
                arguments,
                body.out().region(List.of(), yields),
                loop.label(),
                loop.source()));
    passOn(results);
  }

  private void carryAdjoints() {
    for (int i = 0; i < loop.arguments().size(); i++) {
      if (sweep.context().active(loop.arguments().get(i))) {
        carried.add(i);
        Value result = loop.results().get(i);
        carry(loop.arguments().get(i), result);
        sweep.adjoints().take(result);
      } else {
        sweep.adjoints().take(loop.results().get(i));
      }
    }
  }

  private void carryAccumulators() {
    for (Value value : FreeValues.of(loop.arguments(), List.of(loop.body())).free()) {
      if (value.type().isDifferentiable() && sweep.context().active(value)) {
        invariants.add(value);
        carry(value, value);
      }
    }
  }

  /** The loop begins with the adjoint that {@code later} has now. */
  private void carry(Value primal, Value later) {
    boolean isUntouched = sweep.isUntouched(later);
    Value init = sweep.adjointOrZero(later);
    inits.add(init);
    Value argument = new Value(Containers.adjoint(primal.type()), DerivativeNames.adjoint(primal));
    sweep.untouched().note(argument, isUntouched);
    arguments.add(sweep.handedIn().next(init, argument));
  }

  private ReverseSweep reverseBody() {
    ReverseSweep body = sweep.nested(new AdjointEnvironment());
    for (int i = 0; i < invariants.size(); i++) {
      body.adjoints().set(invariants.get(i), arguments.get(carried.size() + i));
    }
    for (int i = 0; i < carried.size(); i++) {
      body.accumulate(loop.body().yields().get(carried.get(i)), arguments.get(i));
    }
    body.reverse(loop.body());
    return body;
  }

  private List<Value> yields(ReverseSweep body) {
    List<Value> yields = new ArrayList<>();
    for (int index : carried) {
      Value argument = loop.arguments().get(index);
      boolean isUntouched = body.isUntouched(argument);
      yields.add(sweep.untouched().note(body.adjointOrZero(argument), isUntouched));
    }
    for (Value value : invariants) {
      yields.add(body.adjointOrZero(value));
    }
    return yields;
  }

  private void passOn(List<Value> results) {
    for (int i = 0; i < invariants.size(); i++) {
      sweep.adjoints().set(invariants.get(i), results.get(carried.size() + i));
    }
    for (int i = 0; i < carried.size(); i++) {
      sweep.accumulate(loop.inits().get(carried.get(i)), results.get(i));
    }
  }
}
