package dev.adjoint.tests.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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

  Outcome primal(ProgramInput input) throws InvocationTargetException {
    Object[] arguments = input.arguments();
    return new Outcome(call(method(program, "f"), arguments), arguments);
  }

  Outcome valueAndGrad(ProgramInput input) throws InvocationTargetException {
    Object[] arguments = input.arguments();
    return new Outcome(call(method(generated, "fValueAndGrad"), arguments), arguments);
  }

  /** Gradients, given those of the result or of the written arrays among {@code gradOutputs}. */
  Outcome backward(String name, ProgramInput input, List<Object> gradOutputs)
      throws InvocationTargetException {
    Object[] arguments = input.arguments();
    List<Object> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(gradOutputs);
    return new Outcome(call(method(generated, name + "Backward"), all.toArray()), arguments);
  }

  boolean has(String method) {
    return Arrays.stream(generated.getDeclaredMethods()).anyMatch(m -> m.getName().equals(method));
  }

  /** The tangent of the result; of all arrays where there is none. */
  double[] jvp(ProgramInput input, ProgramInput tangent) throws InvocationTargetException {
    List<Object> all = new ArrayList<>(Arrays.asList(input.arguments()));
    Object[] tangents = active(tangent.arguments());
    all.addAll(Arrays.asList(tangents));
    Object result = call(method(generated, "fJvp"), all.toArray());
    return isVoid() ? flat(tangents) : flat(component(result, "tangent"));
  }

  /** The names of the arrays that a method without a result takes gradients of. */
  List<String> written() {
    Method backward = method(generated, "fBackward");
    int inputs = method(program, "f").getParameterCount();
    return Arrays.stream(backward.getParameters())
        .skip(inputs)
        .map(p -> p.getName().substring(4).toLowerCase(Locale.ROOT))
        .toList();
  }

  static Object[] active(Object[] arguments) {
    return Arrays.stream(arguments).filter(a -> !(a instanceof Integer)).toArray();
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

  private static Object call(Method method, Object[] arguments) throws InvocationTargetException {
    return invoke(method, null, arguments);
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
