package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** The loop that visits the values of a counting loop's counter, last first. */
final class CountDown {
  private final LoopCount count;
  private final Value start;
  private final Value last;
  private final Value induction;

  /**
   * @param start the counter's first value, where the reverse loop begins
   * @param bound what the counter is compared with, where the reverse loop begins
   * @param out where the counter's last value is computed
   */
  CountDown(LoopCount count, Value start, Value bound, IrBuilder out) {
    this.count = count;
    this.start = start;
    this.last = last(bound, out);
    this.induction = count.induction().copy();
  }

  /** The counter in the reverse loop. */
  Value induction() {
    return induction;
  }

  /** The reverse loop; its counter is carried before everything else. */
  FlowOp.Loop loop(FlowOp.ReverseLoop loop, List<Value> inits, IrBuilder body, List<Value> yields) {
    Value step = body.number(Math.abs(count.step()), ScalarType.INT);
    Operator back = count.isAscending() ? Operator.SUB : Operator.ADD;
    Value next = body.named(induction.name()).arithmetic(back, induction, step);
    return new FlowOp.Loop(
        prepend(induction.copy(), loop.results()),
        prepend(last, inits),
        prepend(induction, loop.arguments()),
        test(),
        body.region(List.of(), prepend(next, yields)),
        new Label("reverse " + loop.mirrors()),
        loop.source());
  }

  private Region test() {
    IrBuilder test = new IrBuilder();
    Operator comparison = count.isAscending() ? Operator.GE : Operator.LE;
    return test.region(List.of(), List.of(test.arithmetic(comparison, induction, start)));
  }

  private Value last(Value bound, IrBuilder out) {
    int step = Math.abs(count.step());
    int before = count.isInclusive() ? 0 : 1;
    Operator away = count.isAscending() ? Operator.ADD : Operator.SUB;
    Operator back = count.isAscending() ? Operator.SUB : Operator.ADD;
    Value inside =
        before == 0 ? bound : out.arithmetic(back, bound, out.number(before, ScalarType.INT));
    if (step == 1) {
      return inside;
    }
    Value distance =
        count.isAscending()
            ? out.arithmetic(Operator.SUB, inside, start)
            : out.arithmetic(Operator.SUB, start, inside);
    Value size = out.number(step, ScalarType.INT);
    // Rounds down, so that a loop without iterations ends up before its start.
    Value steps = out.invoke(FLOOR_DIV, ScalarType.INT, distance, size);
    return out.arithmetic(away, start, out.arithmetic(Operator.MUL, steps, size));
  }

  private static final JavaMember FLOOR_DIV =
      new JavaMember(
          JavaMember.Kind.STATIC_METHOD,
          "java.lang.Math",
          "floorDiv",
          List.of("int", "int"),
          List.of(),
          JavaMember.Effects.PURE);

  private static List<Value> prepend(Value first, List<Value> others) {
    List<Value> all = new ArrayList<>();
    all.add(first);
    all.addAll(others);
    return all;
  }
}
