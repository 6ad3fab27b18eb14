package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The reverse of a call: runs the callee's reverse sweep on the frame of its forward sweep. */
final class ReverseCalls {
  private final ReverseSweep sweep;
  private final CallOp.ForwardCall call;
  private final Supplier<Value> frame;
  private final int firstVersion;

  /**
   * @param frame gives the frame: kept from the forward sweep, or made when it is asked for
   */
  ReverseCalls(ReverseSweep sweep, CallOp.ForwardCall call, Supplier<Value> frame) {
    this.sweep = sweep;
    this.call = call;
    this.frame = frame;
    this.firstVersion = call.results().size() - 1 - call.mutated().size();
  }

  void build() {
    if (call.results().stream().noneMatch(sweep.adjoints()::has)) {
      return;
    }
    List<Value> operands = new ArrayList<>();
    operands.add(frame.get());
    for (Value value : call.results().subList(0, firstVersion)) {
      if (value.type().isDifferentiable()) {
        operands.add(sweep.adjointOrZero(value));
        sweep.adjoints().take(value);
      }
    }
    List<Value> results = new ArrayList<>();
    for (int parameter : call.active()) {
      Value argument = call.operands().get(parameter);
      IrType type = Containers.adjoint(argument.type());
      Value result = new Value(type, DerivativeNames.adjoint(argument));
      if (DerivativeContext.isArray(argument)) {
        Value adjoint = arrayAdjoint(parameter);
        operands.add(adjoint);
        sweep.handedIn().next(adjoint, result);
      }
      results.add(result);
    }
    sweep
        .out()
        .add(
            new CallOp.ReverseCall(results, call.callee(), call.active(), operands, call.source()));
    passOn(results);
  }

  private Value arrayAdjoint(int parameter) {
    int written = call.mutated().indexOf(parameter);
    Value version =
        written < 0 ? call.operands().get(parameter) : call.results().get(firstVersion + written);
    Value adjoint = sweep.adjointOrZero(version);
    sweep.adjoints().take(version);
    return adjoint;
  }

  private void passOn(List<Value> results) {
    for (int i = 0; i < results.size(); i++) {
      Value argument = call.operands().get(call.active().get(i));
      sweep.accumulate(argument, sweep.untouched().note(results.get(i), true));
    }
  }
}
