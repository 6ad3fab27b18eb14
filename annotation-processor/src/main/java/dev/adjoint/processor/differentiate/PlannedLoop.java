package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A loop with a plan, taken apart.
 *
 * @param counter index of the carried value that counts the iterations
 * @param state indices of the other carried values
 * @param free what its body reads from outside, literals aside
 * @param literals the operations that define the literals it reads
 */
record PlannedLoop(
    FlowOp.Loop loop, int counter, List<Integer> state, List<Value> free, List<Op> literals) {

  private static final String STORE_ALL = "dev.adjoint.Schedule.storeAll()";

  /**
   * {@code null} if the loop has no plan but to keep everything, or if nothing in it counts, as
   * where its first iteration throws.
   */
  static @Nullable PlannedLoop of(FlowOp.Loop loop, DerivativeContext context) {
    FlowOp.Plan plan = loop.plan();
    boolean isKept =
        plan == null
            || (context.roots().definition(plan.schedule()) instanceof CallOp.Invoke invoke
                && invoke.member().key().equals(STORE_ALL));
    return isKept ? null : counted(loop, context);
  }

  private static @Nullable PlannedLoop counted(FlowOp.Loop loop, DerivativeContext context) {
    int counter =
        IntStream.range(0, loop.arguments().size())
            .filter(i -> counts(loop, i, context))
            .findFirst()
            .orElse(-1);
    if (counter < 0) {
      return null;
    }
    List<Integer> state =
        IntStream.range(0, loop.arguments().size()).filter(i -> i != counter).boxed().toList();
    List<Value> free = new ArrayList<>();
    List<Op> literals = new ArrayList<>();
    for (Value value : FreeValues.of(loop.arguments(), List.of(loop.body())).free()) {
      if (context.roots().definition(value) instanceof Op.Constant literal) {
        literals.add(literal);
      } else {
        free.add(value);
      }
    }
    return new PlannedLoop(loop, counter, state, free, literals);
  }

  private static boolean counts(FlowOp.Loop loop, int index, DerivativeContext context) {
    Value argument = loop.arguments().get(index);
    return argument.type() == ScalarType.INT
        && isLiteral(loop.inits().get(index), 0, context)
        && context.roots().definition(loop.body().yields().get(index)) instanceof Op.Arithmetic next
        && next.operator() == Operator.ADD
        && next.operands().contains(argument)
        && next.operands().stream().anyMatch(operand -> isLiteral(operand, 1, context));
  }

  private static boolean isLiteral(Value value, int number, DerivativeContext context) {
    return context.roots().definition(value) instanceof Op.Constant literal
        && Integer.valueOf(number).equals(literal.literal());
  }

  /** The carried values of the state that the adjoint has a part for. */
  List<Integer> activeState(DerivativeContext context) {
    return state.stream().filter(i -> context.active(loop.arguments().get(i))).toList();
  }

  /** The values from outside that the adjoint has a part for. */
  List<Value> activeFree(DerivativeContext context) {
    return free.stream()
        .filter(value -> value.type().isDifferentiable() && context.active(value))
        .toList();
  }

  /** The value that counts, as the body sees it. */
  Value count() {
    return loop.arguments().get(counter);
  }

  /** How often the loop ran: as often as planned, unless it may end before. */
  Value iterations() {
    FlowOp.Plan plan = Objects.requireNonNull(loop.plan());
    boolean isComplete =
        loop.test().ops().size() == 1
            && loop.test().ops().getFirst() instanceof Op.Arithmetic test
            && test.operator() == Operator.LT
            && test.operands().equals(List.of(count(), plan.steps()));
    return isComplete ? plan.steps() : loop.results().get(counter);
  }

  static List<Value> pick(List<Value> values, List<Integer> picked) {
    return picked.stream().map(values::get).toList();
  }

  /** The test that goes on up to {@code end}. */
  static Region test(Value count, Value end) {
    IrBuilder test = new IrBuilder();
    Value goesOn = test.named("").arithmetic(Operator.LT, count, end);
    return test.region(List.of(), List.of(goesOn));
  }

  /** What stands for each of the values read from outside, in the order of {@link #free}. */
  List<Value> free(Map<Value, Value> kept) {
    return free.stream().map(value -> kept.getOrDefault(value, value)).toList();
  }
}
