package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Functions of two numbers, an array of four elements and a trip count, made of nested loops,
 * branches and array writes that a seed chooses.
 */
final class RandomProgram {
  private static final IrType ARRAY = new IrType.Array(ScalarType.DOUBLE, 1);
  private static final int LOCALS = 4;

  private final Random random;
  private int labels;

  private RandomProgram(long seed) {
    random = new Random(seed);
  }

  /**
   * What a point in the program can read and assign.
   *
   * @param locals the current value of each variable: numbers first, then arrays
   * @param counters loop counters around here
   */
  private record State(IrBuilder out, List<Value> locals, List<Value> counters) {
    State inner() {
      return new State(new IrBuilder(), new ArrayList<>(locals), new ArrayList<>(counters));
    }
  }

  static IrFunction make(long seed) {
    return new RandomProgram(seed).function();
  }

  private IrFunction function() {
    Value x = new Value(ScalarType.DOUBLE, "x");
    Value y = new Value(ScalarType.DOUBLE, "y");
    Value a = new Value(ARRAY, "a");
    Value n = new Value(ScalarType.INT, "n");
    State state = new State(new IrBuilder(), new ArrayList<>(), new ArrayList<>(List.of(n)));
    Value u = state.out().named("u").arithmetic(Operator.MUL, x, y);
    Value v = state.out().named("v").arithmetic(Operator.SUB, x, y);
    Value four = state.out().number(4, ScalarType.INT);
    Value b = new Value(ARRAY, "b");
    state.out().add(new ArrayOp.Allocate(b, List.of(four), SourceRange.NONE));
    state.locals().addAll(List.of(x, y, u, v, a, b));
    statements(state, 3);
    Value result = number(state);
    for (int i = 0; i < 4; i++) {
      Value element = state.out().load(state.locals().get(LOCALS + 1), List.of(index(i, state)));
      result = state.out().arithmetic(Operator.ADD, result, element);
      result = state.out().arithmetic(Operator.ADD, result, state.locals().get(i));
    }
    FunctionId id = new FunctionId("Case", "f", List.of("double", "double", "double[]", "int"));
    Region body =
        state.out().region(List.of(x, y, a, n), List.of(result, state.locals().get(LOCALS)));
    return new IrFunction(id, ScalarType.DOUBLE, List.of(2), body, SourceRange.NONE);
  }

  private void statements(State state, int depth) {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(depth > 0 ? 9 : 5);
      switch (kind) {
        case 0, 1, 2 -> assign(state);
        case 3, 4 -> store(state);
        case 5, 6 -> branch(state, depth - 1);
        case 7 -> countedLoop(state, depth - 1);
        default -> openLoop(state, depth - 1);
      }
    }
  }

  private void assign(State state) {
    int local = random.nextInt(LOCALS);
    String name = state.locals().get(local).name();
    Value value = bounded(expression(state), state);
    Value half = state.out().number(0.5, ScalarType.DOUBLE);
    state.out().named(name);
    state.locals().set(local, state.out().arithmetic(Operator.MUL, value, half));
  }

  private Value bounded(Value value, State state) {
    return random.nextInt(4) == 0 ? value : function("sin", value, state);
  }

  private void store(State state) {
    int array = LOCALS + random.nextInt(2);
    Value index = anyIndex(state);
    Value value = function("sin", expression(state), state);
    state.locals().set(array, state.out().store(state.locals().get(array), List.of(index), value));
  }

  private Value expression(State state) {
    Value left = number(state);
    Value right = number(state);
    return switch (random.nextInt(7)) {
      case 0 -> state.out().arithmetic(Operator.SUB, left, right);
      case 1 -> function("cos", left, state);
      case 2 -> function("tanh", left, state);
      case 3 -> state.out().arithmetic(Operator.NEG, left);
      case 4 -> state.out().arithmetic(Operator.ADD, left, right);
      default -> state.out().arithmetic(Operator.MUL, left, right);
    };
  }

  private Value number(State state) {
    return switch (random.nextInt(6)) {
      case 0 ->
          state
              .out()
              .load(state.locals().get(LOCALS + random.nextInt(2)), List.of(anyIndex(state)));
      case 1 -> state.out().number(random.nextInt(3), ScalarType.DOUBLE);
      case 2 -> state.out().convert(any(state.counters()), ScalarType.DOUBLE);
      default -> state.locals().get(random.nextInt(LOCALS));
    };
  }

  private Value any(List<Value> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Value anyIndex(State state) {
    return random.nextBoolean()
        ? index(random.nextInt(4), state)
        : state
            .out()
            .arithmetic(Operator.AND, any(state.counters()), state.out().number(3, ScalarType.INT));
  }

  private static Value index(int index, State state) {
    return state.out().number(index, ScalarType.INT);
  }

  private static Value function(String name, Value operand, State state) {
    JavaMember member =
        new JavaMember(
            JavaMember.Kind.STATIC_METHOD,
            "java.lang.Math",
            name,
            List.of("double"),
            List.of(),
            JavaMember.Effects.PURE);
    return state.out().invoke(member, ScalarType.DOUBLE, operand);
  }

  private void branch(State state, int depth) {
    Value condition = state.out().arithmetic(Operator.LT, number(state), number(state));
    State onTrue = state.inner();
    statements(onTrue, depth);
    State onFalse = state.inner();
    if (random.nextBoolean()) {
      statements(onFalse, depth);
    }
    List<Value> results = copies(state.locals());
    state
        .out()
        .add(
            new FlowOp.If(
                results,
                condition,
                onTrue.out().region(List.of(), onTrue.locals()),
                onFalse.out().region(List.of(), onFalse.locals()),
                new Label("if" + labels++),
                null,
                SourceRange.NONE));
    assignAll(state, results);
  }

  private void countedLoop(State state, int depth) {
    boolean isAscending = random.nextBoolean();
    boolean isInclusive = random.nextBoolean();
    int step = 1 + random.nextInt(2);
    Value low = index(random.nextInt(2), state);
    Value high = any(state.counters());
    Value counter = new Value(ScalarType.INT, "i");
    Operator comparison =
        isAscending
            ? isInclusive ? Operator.LE : Operator.LT
            : isInclusive ? Operator.GE : Operator.GT;
    IrBuilder test = new IrBuilder();
    Value goesOn = test.arithmetic(comparison, counter, isAscending ? high : low);
    State body = state.inner();
    List<Value> arguments = copies(state.locals());
    assignAll(body, arguments);
    body.counters().add(counter);
    statements(body, depth);
    Value next =
        body.out()
            .arithmetic(
                isAscending ? Operator.ADD : Operator.SUB,
                counter,
                body.out().number(step, ScalarType.INT));
    loop(state, body, arguments, test.region(List.of(), List.of(goesOn)))
        .run(counter, isAscending ? low : high, next);
  }

  private void openLoop(State state, int depth) {
    Value goesOn = new Value(ScalarType.BOOLEAN, "goesOn");
    State body = state.inner();
    List<Value> arguments = copies(state.locals());
    assignAll(body, arguments);
    Value count = new Value(ScalarType.INT, "k");
    body.counters().add(count);
    statements(body, depth);
    Value limit = body.out().number(1 + random.nextInt(3), ScalarType.INT);
    Value next = body.out().arithmetic(Operator.ADD, count, body.out().number(1, ScalarType.INT));
    Value isFirst = body.out().arithmetic(Operator.LT, next, limit);
    Value isSmall = body.out().arithmetic(Operator.LT, number(body), number(body));
    Value again = body.out().arithmetic(Operator.AND, isFirst, isSmall);
    Value start = state.out().constant(true, ScalarType.BOOLEAN);
    List<Value> inits = new ArrayList<>(state.locals());
    inits.addAll(List.of(start, index(0, state)));
    List<Value> carried = new ArrayList<>(arguments);
    carried.addAll(List.of(goesOn, count));
    List<Value> yields = new ArrayList<>(body.locals());
    yields.addAll(List.of(again, next));
    finish(state, inits, carried, new Region(List.of(), List.of(), List.of(goesOn)), body, yields);
  }

  /** Completes a loop with a counter. */
  private interface Completion {
    void run(Value counter, Value start, Value next);
  }

  private Completion loop(State state, State body, List<Value> arguments, Region test) {
    return (counter, start, next) -> {
      List<Value> inits = new ArrayList<>(state.locals());
      inits.add(start);
      List<Value> carried = new ArrayList<>(arguments);
      carried.add(counter);
      List<Value> yields = new ArrayList<>(body.locals());
      yields.add(next);
      finish(state, inits, carried, test, body, yields);
    };
  }

  private void finish(
      State state,
      List<Value> inits,
      List<Value> carried,
      Region test,
      State body,
      List<Value> yields) {
    List<Value> results = copies(carried);
    state
        .out()
        .add(
            new FlowOp.Loop(
                results,
                inits,
                carried,
                test,
                body.out().region(List.of(), yields),
                new Label("loop" + labels++),
                SourceRange.NONE));
    assignAll(state, results.subList(0, state.locals().size()));
  }

  private static List<Value> copies(List<Value> values) {
    return values.stream().map(Value::copy).toList();
  }

  private static void assignAll(State state, List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      state.locals().set(i, values.get(i));
    }
  }
}
