package dev.adjoint.tests.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * Holds the generated derivatives of one program against each other: the value against the method
 * itself, reverse mode against forward mode, both against finite differences where these can be
 * trusted.
 */
final class DerivativeAgreement {
  private static final double MODES = 1e-8;
  private static final double DIFFERENCES = 1e-3;
  private static final double TRUSTED = 1e-5;
  private static final double TOO_LARGE = 1e6;

  private final Class<?> program;
  private final Class<?> generated;
  private final ProgramInput input;

  DerivativeAgreement(Class<?> program, Class<?> generated, ProgramInput input) {
    this.program = program;
    this.generated = generated;
    this.input = input;
  }

  /** What disagrees, if anything. */
  Optional<String> disagreement() {
    try {
      return compare();
    } catch (InvocationTargetException e) {
      return Optional.of("threw " + e.getCause() + " for " + input);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> compare() throws ReflectiveOperationException {
    ProgramInput left = input.copy();
    double value = primal(left);
    if (!(Math.abs(value) < TOO_LARGE)) {
      return Optional.empty();
    }
    ProgramInput after = input.copy();
    Object result = call(generated, "fValueAndGrad", after.arguments());
    double[] gradient = gradient(component(result, "gradients"));
    if ((double) component(result, "value") != value) {
      return Optional.of("value " + component(result, "value") + ", expected " + value + at());
    }
    if (!Arrays.equals(after.a(), left.a())) {
      return Optional.of(
          "left the array "
              + Arrays.toString(after.a())
              + ", expected "
              + Arrays.toString(left.a())
              + at());
    }
    Object backward = call(generated, "fBackward", input.copy().argumentsWith(2.0));
    double[] scaled = gradient(backward);
    for (int i = 0; i < gradient.length; i++) {
      double forward = jvp(i);
      if (differ(gradient[i], forward, MODES)) {
        return Optional.of("gradient " + i + " is " + gradient[i] + ", jvp " + forward + at());
      }
      if (differ(2 * gradient[i], scaled[i], MODES)) {
        return Optional.of(
            "backward " + i + " is " + scaled[i] + ", not twice " + gradient[i] + at());
      }
      double wide = difference(i, 4e-6);
      double narrow = difference(i, 1e-6);
      if (!differ(wide, narrow, TRUSTED) && differ(gradient[i], narrow, DIFFERENCES)) {
        return Optional.of(
            "gradient " + i + " is " + gradient[i] + ", difference " + narrow + at());
      }
    }
    return Optional.empty();
  }

  private String at() {
    return " for " + input;
  }

  private static boolean differ(double actual, double expected, double tolerance) {
    return !(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)));
  }

  private double difference(int component, double step) throws ReflectiveOperationException {
    double up = primal(input.moved(component, step));
    double down = primal(input.moved(component, -step));
    return (up - down) / (2 * step);
  }

  private double jvp(int component) throws ReflectiveOperationException {
    ProgramInput tangent = input.unit(component);
    Object[] arguments = {
      input.x(), input.y(), input.a().clone(), input.n(), tangent.x(), tangent.y(), tangent.a()
    };
    return (double) component(call(generated, "fJvp", arguments), "tangent");
  }

  private double primal(ProgramInput at) throws ReflectiveOperationException {
    return (double) call(program, "f", at.arguments());
  }

  private static double[] gradient(Object record) throws ReflectiveOperationException {
    double[] a = (double[]) component(record, "a");
    double[] all = new double[2 + a.length];
    all[0] = (double) component(record, "x");
    all[1] = (double) component(record, "y");
    System.arraycopy(a, 0, all, 2, a.length);
    return all;
  }

  private static Object component(Object record, String name) throws ReflectiveOperationException {
    Method accessor = record.getClass().getMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  private static Object call(Class<?> owner, String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        method.setAccessible(true);
        return method.invoke(null, arguments);
      }
    }
    throw new NoSuchMethodException(owner.getName() + "." + name + "/" + arguments.length);
  }
}
