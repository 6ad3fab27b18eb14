package dev.adjoint.processor.ir;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs functions, joint adjoints with mirrored uses among them: it remembers every execution of
 * every region, and a mirroring region finds the values of the execution it reverses.
 */
public final class Interpreter {

  /** What one execution of a region computed. */
  private static final class Execution {
    private final @Nullable Execution outside;
    private final @Nullable Execution mirrored;
    private final Map<Value, @Nullable Object> values = new HashMap<>();
    private final Map<Label, List<Execution>> inside = new HashMap<>();

    Execution(@Nullable Execution outside, @Nullable Execution mirrored) {
      this.outside = outside;
      this.mirrored = mirrored;
    }

    boolean has(Value value) {
      return values.containsKey(value);
    }

    @Nullable Object get(Value value) {
      for (Execution execution = this; execution != null; execution = execution.outside) {
        if (execution.has(value)) {
          return execution.values.get(value);
        }
        if (execution.mirrored != null && execution.mirrored.has(value)) {
          return execution.mirrored.values.get(value);
        }
      }
      throw new IllegalStateException(value + " has no value");
    }

    List<Execution> executions(Label label) {
      for (Execution execution = this; execution != null; execution = execution.outside) {
        if (execution.inside.containsKey(label)) {
          return execution.inside.get(label);
        }
        if (execution.mirrored != null && execution.mirrored.inside.containsKey(label)) {
          return execution.mirrored.inside.get(label);
        }
      }
      throw new IllegalStateException(label + " was not run");
    }
  }

  private Interpreter() {}

  /** What {@code function} yields for {@code arguments}. */
  public static List<@Nullable Object> run(IrFunction function, Object... arguments) {
    Execution execution = new Execution(null, null);
    for (int i = 0; i < arguments.length; i++) {
      execution.values.put(function.parameters().get(i), arguments[i]);
    }
    return new Interpreter().region(function.body(), execution);
  }

  private List<@Nullable Object> region(Region region, Execution execution) {
    region.ops().forEach(op -> operation(op, execution));
    List<@Nullable Object> yields = new ArrayList<>();
    region.yields().forEach(value -> yields.add(execution.get(value)));
    return yields;
  }

  private void operation(Op op, Execution in) {
    switch (op) {
      case Op.If branch -> branch(branch, in);
      case Op.Loop loop -> loop(loop, in);
      case Op.ReverseLoop loop -> reverseLoop(loop, in);
      case Op.Turn _ -> {}
      default -> {
        List<@Nullable Object> operands = new ArrayList<>();
        op.operands().forEach(value -> operands.add(in.get(value)));
        Object result = compute(op, operands);
        if (!op.results().isEmpty()) {
          in.values.put(op.results().getFirst(), result);
        }
      }
    }
  }

  private void branch(Op.If branch, Execution in) {
    boolean condition = (boolean) in.get(branch.condition());
    Execution mirrored = null;
    if (branch.mirrors() != null) {
      mirrored = in.executions(branch.mirrors()).getFirst();
    }
    Execution side = new Execution(in, mirrored);
    in.inside.put(branch.label(), List.of(side));
    define(
        branch.results(), region(condition ? branch.thenRegion() : branch.elseRegion(), side), in);
  }

  private void loop(Op.Loop loop, Execution in) {
    List<@Nullable Object> carried = new ArrayList<>();
    loop.inits().forEach(value -> carried.add(in.get(value)));
    List<Execution> iterations = new ArrayList<>();
    in.inside.put(loop.label(), iterations);
    while (true) {
      Execution test = new Execution(in, null);
      define(loop.arguments(), carried, test);
      if (!(boolean) region(loop.test(), test).getFirst()) {
        break;
      }
      Execution body = new Execution(in, null);
      define(loop.arguments(), carried, body);
      iterations.add(body);
      List<@Nullable Object> next = region(loop.body(), body);
      carried.clear();
      carried.addAll(next);
    }
    define(loop.results(), carried, in);
  }

  private void reverseLoop(Op.ReverseLoop loop, Execution in) {
    List<@Nullable Object> carried = new ArrayList<>();
    loop.inits().forEach(value -> carried.add(in.get(value)));
    for (Execution iteration : in.executions(loop.mirrors()).reversed()) {
      Execution body = new Execution(in, iteration);
      define(loop.arguments(), carried, body);
      List<@Nullable Object> next = region(loop.body(), body);
      carried.clear();
      carried.addAll(next);
    }
    define(loop.results(), carried, in);
  }

  private static void define(List<Value> values, List<@Nullable Object> contents, Execution in) {
    for (int i = 0; i < values.size(); i++) {
      in.values.put(values.get(i), contents.get(i));
    }
  }

  private static @Nullable Object compute(Op op, List<@Nullable Object> operands) {
    return switch (op) {
      case Op.Constant constant -> constant.literal();
      case Op.Arithmetic arithmetic -> Operators.apply(arithmetic.operator(), operands);
      case Op.Convert convert -> Operators.convert(operands.getFirst(), convert.result().type());
      case Op.StopGradient _ -> operands.getFirst();
      case Op.Allocate allocate -> allocate((IrType.Array) allocate.result().type(), operands);
      case Op.ArrayLiteral literal -> {
        Object array =
            Array.newInstance(Operators.element(literal.result().type()), operands.size());
        for (int i = 0; i < operands.size(); i++) {
          Array.set(array, i, operands.get(i));
        }
        yield array;
      }
      case Op.ZerosLike _ -> copy(operands.getFirst(), false);
      case Op.ArrayCopy _ -> copy(element(operands, operands.size()), true);
      case Op.ArrayLength _ -> Array.getLength(element(operands, operands.size()));
      case Op.Load _ -> element(operands, operands.size());
      case Op.Store _ -> store(operands, operands.getLast());
      case Op.Accumulate _ -> {
        Object former = element(operands, operands.size() - 1);
        List<Object> terms = List.of(former, operands.getLast());
        yield store(operands, Operators.apply(Operator.ADD, terms));
      }
      case Op.AccumulateAll _ -> addAll(operands.getFirst(), operands.getLast());
      case Op.Invoke invoke -> invoke(invoke.member(), operands);
      case Op.Throw _ -> throw new ArithmeticException("thrown: " + operands.getFirst());
      default -> throw new IllegalStateException("not interpreted: " + op);
    };
  }

  private static Object allocate(IrType.Array type, List<Object> dimensions) {
    int[] lengths = dimensions.stream().mapToInt(length -> (int) length).toArray();
    return Array.newInstance(Operators.element(type), lengths);
  }

  private static Object element(List<Object> operands, int end) {
    Object element = operands.getFirst();
    for (int i = 1; i < end; i++) {
      element = Array.get(element, (int) operands.get(i));
    }
    return element;
  }

  private static Object store(List<Object> operands, Object value) {
    Object row = element(operands, operands.size() - 2);
    Array.set(row, (int) operands.get(operands.size() - 2), value);
    return operands.getFirst();
  }

  private static Object copy(Object array, boolean withContents) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Object element = Array.get(array, i);
      if (element.getClass().isArray()) {
        Array.set(copy, i, copy(element, withContents));
      } else if (withContents) {
        Array.set(copy, i, element);
      }
    }
    return copy;
  }

  private static Object addAll(Object array, Object addend) {
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      Object term = Array.get(addend, i);
      if (element.getClass().isArray()) {
        addAll(element, term);
      } else {
        Array.set(array, i, Operators.apply(Operator.ADD, List.of(element, term)));
      }
    }
    return array;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object invoke(JavaMember member, List<Object> operands) {
    if (member.owner().startsWith("dev.adjoint.tape.")) {
      return switch (member.name()) {
        case "push" -> {
          ((Deque<Object>) operands.getFirst()).push(operands.getLast());
          yield null;
        }
        case "pop" -> ((Deque<Object>) operands.getFirst()).pop();
        default -> new ArrayDeque<>();
      };
    }
    try {
      Class<?>[] types =
          member.parameterTypes().stream().map(Operators::type).toArray(Class<?>[]::new);
      return Class.forName(member.owner())
          .getMethod(member.name(), types)
          .invoke(null, operands.toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
