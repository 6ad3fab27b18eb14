package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Shorthand for building structured IR by hand. */
final class Sketch {
  private Sketch() {}

  static Value value(IrType type, String name) {
    return new Value(type, name);
  }

  /** Appends a loop that carries {@code arguments}; returns their values after it. */
  static List<Value> loop(
      IrBuilder out,
      List<Value> inits,
      List<Value> arguments,
      Function<IrBuilder, Value> test,
      Function<IrBuilder, List<Value>> body) {
    List<Value> results = arguments.stream().map(Value::copy).toList();
    IrBuilder inTest = new IrBuilder();
    Value condition = test.apply(inTest);
    IrBuilder inBody = new IrBuilder();
    List<Value> yields = body.apply(inBody);
    out.add(
        new FlowOp.Loop(
            results,
            inits,
            arguments,
            inTest.region(List.of(), List.of(condition)),
            inBody.region(List.of(), yields),
            new Label("loop"),
            SourceRange.NONE));
    return results;
  }

  /** Appends a branch whose results are named like {@code names}. */
  static List<Value> branch(
      IrBuilder out,
      Value condition,
      List<String> names,
      Function<IrBuilder, List<Value>> onTrue,
      Function<IrBuilder, List<Value>> onFalse) {
    IrBuilder inThen = new IrBuilder();
    List<Value> thenYields = onTrue.apply(inThen);
    IrBuilder inElse = new IrBuilder();
    List<Value> elseYields = onFalse.apply(inElse);
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      results.add(new Value(thenYields.get(i).type(), names.get(i)));
    }
    out.add(
        new FlowOp.If(
            results,
            condition,
            inThen.region(List.of(), thenYields),
            inElse.region(List.of(), elseYields),
            new Label("branch"),
            null,
            SourceRange.NONE));
    return results;
  }
}
