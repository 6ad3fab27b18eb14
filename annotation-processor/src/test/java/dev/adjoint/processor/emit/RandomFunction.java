package dev.adjoint.processor.emit;

import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.INT;

import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random structured functions of a few variables, in the shapes that make leaving SSA hard: values
 * that cross branches and rounds, swap, outlive their next version, or carry another's name.
 */
final class RandomFunction {
  private static final List<String> NAMES = List.of("a", "b", "t", "");
  private static final List<Operator> OPERATORS = List.of(Operator.ADD, Operator.SUB, Operator.MUL);

  private final Random random;
  private final Value array = new Value(new IrType.Array(DOUBLE, 1), "u");
  private final List<Value> parameters =
      List.of(new Value(DOUBLE, "a"), new Value(DOUBLE, "b"), new Value(INT, "n"), array);

  RandomFunction(long seed) {
    random = new Random(seed);
  }

  /** A function of {@code (double a, double b, int n, double[] u)} that returns a double. */
  Region build() {
    IrBuilder out = new IrBuilder();
    State state = new State(new ArrayList<>(parameters.subList(0, 2)), array);
    fill(out, state, 3);
    Value sum = out.load(state.array, List.of(out.number(0, INT)));
    for (Value value : state.values) {
      sum = out.arithmetic(Operator.ADD, out.arithmetic(Operator.MUL, sum, half(out)), value);
    }
    return out.region(parameters, List.of(sum));
  }

  /** What a point of the function can read. */
  private static final class State {
    private final List<Value> values;
    private Value array;

    State(List<Value> values, Value array) {
      this.values = values;
      this.array = array;
    }

    State copy() {
      return new State(new ArrayList<>(values), array);
    }
  }

  private void fill(IrBuilder out, State state, int depth) {
    int statements = 2 + random.nextInt(4);
    for (int i = 0; i < statements; i++) {
      switch (random.nextInt(depth > 0 ? 8 : 6)) {
        case 0 -> state.values.add(out.named(name()).load(state.array, List.of(index(out))));
        case 1 -> state.array = out.store(state.array, List.of(index(out)), any(state));
        case 2 -> state.array = out.accumulate(state.array, List.of(index(out)), any(state));
        case 3, 4, 5 -> {
          Value left = any(state);
          Value right = random.nextInt(4) == 0 ? half(out) : any(state);
          Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
          Value scaled = out.arithmetic(operator, left, right);
          Value half = half(out);
          state.values.add(out.named(name()).arithmetic(Operator.MUL, scaled, half));
        }
        case 6 -> branch(out, state, depth - 1);
        default -> loop(out, state, depth - 1);
      }
    }
  }

  private void branch(IrBuilder out, State state, int depth) {
    int results = 1 + random.nextInt(2);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < results; i++) {
      names.add(name());
    }
    names.add("u");
    Value condition = out.arithmetic(Operator.GT, any(state), any(state));
    List<Value> merged =
        Sketch.branch(
            out,
            condition,
            names,
            side -> side(side, state, depth, results),
            side -> side(side, state, depth, results));
    state.values.addAll(merged.subList(0, results));
    state.array = merged.getLast();
  }

  private List<Value> side(IrBuilder side, State outer, int depth, int results) {
    State state = outer.copy();
    if (random.nextInt(3) > 0) {
      fill(side, state, depth);
    }
    return yields(state, results);
  }

  private List<Value> yields(State state, int count) {
    List<Value> yields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      yields.add(any(state));
    }
    yields.add(state.array);
    return yields;
  }

  private void loop(IrBuilder out, State state, int depth) {
    int carried = 1 + random.nextInt(3);
    List<Value> inits = yields(state, carried);
    inits.add(out.number(0, INT));
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < carried; i++) {
      arguments.add(new Value(DOUBLE, name()));
    }
    arguments.add(new Value(array.type(), "u"));
    Value counter = new Value(INT, "i");
    arguments.add(counter);
    List<Value> results =
        Sketch.loop(
            out,
            inits,
            arguments,
            test -> test.arithmetic(Operator.LT, counter, parameters.get(2)),
            body -> {
              State inside = state.copy();
              inside.array = arguments.get(carried);
              inside.values.addAll(arguments.subList(0, carried));
              fill(body, inside, depth);
              List<Value> yields = yields(inside, carried);
              swap(yields, arguments);
              Value one = body.number(1, INT);
              yields.add(body.named("i").arithmetic(Operator.ADD, counter, one));
              return yields;
            });
    state.values.addAll(results.subList(0, carried));
    state.array = results.get(carried);
  }

  private void swap(List<Value> yields, List<Value> arguments) {
    if (random.nextInt(3) == 0 && yields.size() > 2) {
      yields.set(0, arguments.get(1));
      yields.set(1, arguments.get(0));
    }
  }

  private Value any(State state) {
    int size = state.values.size();
    int recent = random.nextBoolean() ? Math.min(size, 3) : size;
    return state.values.get(size - 1 - random.nextInt(recent));
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private Value index(IrBuilder out) {
    return out.number(random.nextInt(3), INT);
  }

  private static Value half(IrBuilder out) {
    return out.number(0.5, DOUBLE);
  }
}
