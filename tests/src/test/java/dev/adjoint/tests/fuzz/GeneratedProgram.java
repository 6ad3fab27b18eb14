package dev.adjoint.tests.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A compiled program and its generated methods, with numbers in one row. */
record GeneratedProgram(Class<?> program, Class<?> generated) {
  private static final Object NOTHING = new double[0];

  /** What a call yields and what it leaves in the arrays it was given. */
  record Outcome(Object value, Object[] arguments) {

    /** The numbers of the value, or of the written arrays where there is none. */
    double[] numbers(boolean isVoid) {
      return isVoid ? flat(active(arguments)) : flat(value);
    }
  }

  boolean isVoid() {
    return method(program, "f").getReturnType() == void.class;
  }

  boolean isNumber() {
    return method(program, "f").getReturnType().isPrimitive() && !isVoid();
  }

  boolean isSingle() {
    return method(program, "f").getReturnType() == float.class;
  }

  Outcome primal(ProgramInput input) throws InvocationTargetException {
    Object[] arguments = input.arguments();
    Method method = method(program, "f");
    List<Object> passed = passed(arguments);
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    Object receiver = isStatic ? null : passed.removeFirst();
    return new Outcome(invoke(method, receiver, passed.toArray()), arguments);
  }

  Outcome valueAndGrad(ProgramInput input) throws InvocationTargetException {
    return generated("fValueAndGrad", input, List.of());
  }

  /** Gradients, given those of the result or of the written arrays among {@code gradOutputs}. */
  Outcome backward(String name, ProgramInput input, List<Object> gradOutputs)
      throws InvocationTargetException {
    return generated(name + "Backward", input, gradOutputs);
  }

  boolean has(String method) {
    return Arrays.stream(generated.getDeclaredMethods()).anyMatch(m -> m.getName().equals(method));
  }

  /** The tangent of the result; of all arrays where there is none. */
  double[] jvp(ProgramInput input, ProgramInput tangent) throws InvocationTargetException {
    Object[] tangents = active(tangent.arguments());
    Object result = generated("fJvp", input, Arrays.asList(tangents)).value();
    return isVoid() ? flat(tangents) : flat(component(result, "tangent"));
  }

  /** The product of the Hessian with a direction. */
  double[] hvp(ProgramInput input, ProgramInput direction) throws InvocationTargetException {
    List<Object> directions = Arrays.asList(active(direction.arguments()));
    return flat(generated("hHvp", input, directions).value());
  }

  private Outcome generated(String name, ProgramInput input, List<Object> more)
      throws InvocationTargetException {
    Object[] arguments = input.arguments();
    List<Object> all = passed(arguments);
    all.addAll(more);
    return new Outcome(invoke(method(generated, name), null, all.toArray()), arguments);
  }

  /** The arguments as methods take them: after the receiver, where there is one. */
  private List<Object> passed(Object[] arguments) throws InvocationTargetException {
    Method method = method(program, "f");
    int fields = arguments.length - method.getParameterCount();
    List<Object> passed = new ArrayList<>();
    if (!Modifier.isStatic(method.getModifiers())) {
      passed.add(receiver(Arrays.copyOf(arguments, fields)));
    }
    for (int i = fields; i < arguments.length; i++) {
      Class<?> type = method.getParameterTypes()[i - fields];
      passed.add(type.isEnum() ? type.getEnumConstants()[(Integer) arguments[i]] : arguments[i]);
    }
    return passed;
  }

  private Object receiver(Object[] fields) throws InvocationTargetException {
    try {
      Constructor<?> constructor = program.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(fields);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of the arrays that a method without a result takes gradients of. */
  List<String> written() {
    Method backward = method(generated, "fBackward");
    Method primal = method(program, "f");
    int receivers = Modifier.isStatic(primal.getModifiers()) ? 0 : 1;
    return Arrays.stream(backward.getParameters())
        .skip(receivers + primal.getParameterCount())
        .map(p -> p.getName().substring(4).toLowerCase(Locale.ROOT))
        .toList();
  }

  static Object[] active(Object[] arguments) {
    return Arrays.stream(arguments).filter(ProgramInput::isActive).toArray();
  }

  /** All numbers of a value, an array or a record, in order. */
  static double[] flat(Object value) {
    return switch (value) {
      case Number number -> new double[] {number.doubleValue()};
      case Record record -> flat(components(record));
      default ->
          Arrays.stream(ProgramInput.elements(value))
              .flatMapToDouble(e -> Arrays.stream(flat(e)))
              .toArray();
    };
  }

  private static Object[] components(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> component(record, name))
        .toArray();
  }

  static Object component(Object record, String name) {
    try {
      return invoke(method(record.getClass(), name), record);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method method(Class<?> owner, String name) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(m -> m.getName().equals(name) && !m.isSynthetic())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + owner.getName()));
  }

  private static Object invoke(Method method, @Nullable Object receiver, Object... arguments)
      throws InvocationTargetException {
    try {
      method.setAccessible(true);
      Object result = method.invoke(receiver, arguments);
      return result == null ? NOTHING : result;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
