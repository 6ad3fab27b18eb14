package dev.adjoint.tests.fuzz;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Holds what was generated for a method of tensors against the method in the dynamic graph. */
final class TensorAgreement {
  private static final double TOLERANCE = 1e-8;
  private static final double LARGEST = 1e6;

  private final Method method;
  private final Method generated;
  private final Method backward;
  private final int order;
  private boolean isCompared;

  /**
   * @param order how often it is differentiated
   */
  TensorAgreement(Class<?> program, Class<?> generated, int order) {
    this.method = method(program, "f");
    this.generated = method(generated, "f");
    this.backward = method(generated, "fBackward");
    this.order = order;
  }

  private static Method method(Class<?> owner, String name) {
    Method found =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow();
    found.setAccessible(true);
    return found;
  }

  /** Whether the last inputs were compared: not where numbers have grown too large for it. */
  boolean isCompared() {
    return isCompared;
  }

  /** What differs, if anything. */
  Optional<String> disagreement(Random random, boolean flag, int n) {
    Object[] arguments = {matrix(random), matrix(random), flag, n};
    Tensor weight = matrix(random).detach();
    Tensor[] expected = derivatives(method, arguments, weight, order);
    isCompared =
        Arrays.stream(expected)
            .flatMapToDouble(tensor -> Arrays.stream(tensor.toDoubleArray()))
            .allMatch(value -> Math.abs(value) < LARGEST);
    if (!isCompared) {
      return Optional.empty();
    }
    return Stream.of(
            difference("graph", expected, derivatives(generated, arguments, weight, order)),
            difference("backward", expected, explicit(arguments, weight)),
            difference("value", expected, new Tensor[] {value(arguments)}))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Tensor matrix(Random random) {
    double[] values = random.doubles(4, -1, 1).toArray();
    return Tensor.tensor(values, DType.FLOAT64).view(2, 2).detach().requiresGrad_();
  }

  /** The value, its gradients and, if asked for, those of the sum of their squares. */
  private static Tensor[] derivatives(Method method, Object[] arguments, Tensor weight, int order) {
    Tensor[] inputs = {(Tensor) arguments[0], (Tensor) arguments[1]};
    Tensor value = (Tensor) call(method, arguments);
    Tensor[] first = gradients(value.mul(weight).sum(), inputs, order > 1);
    Tensor penalty = first[0].square().sum().add(first[1].square().sum());
    Tensor[] second = order > 1 ? secondGradients(penalty, inputs) : new Tensor[] {};
    return Stream.of(new Tensor[] {value}, first, second)
        .flatMap(Arrays::stream)
        .map(Tensor::detach)
        .toArray(Tensor[]::new);
  }

  private static Tensor[] secondGradients(Tensor penalty, Tensor[] inputs) {
    return penalty.requiresGrad()
        ? gradients(penalty, inputs, false)
        : Arrays.stream(inputs).map(Tensor::zerosLike).toArray(Tensor[]::new);
  }

  private static Tensor[] gradients(Tensor value, Tensor[] inputs, boolean isRecorded) {
    return Autograd.gradMaterialized(new Tensor[] {value}, inputs, null, isRecorded, isRecorded);
  }

  /** The value again, and the gradients of the generated method that is called for them. */
  private Tensor[] explicit(Object[] arguments, Tensor weight) {
    Object[] more = Arrays.copyOf(detached(arguments), arguments.length + 1);
    more[arguments.length] = weight;
    Record gradients = (Record) call(backward, more);
    return new Tensor[] {
      value(arguments),
      (Tensor) GeneratedProgram.component(gradients, "x"),
      (Tensor) GeneratedProgram.component(gradients, "w")
    };
  }

  private Tensor value(Object[] arguments) {
    return (Tensor) call(generated, detached(arguments));
  }

  private static Object[] detached(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Tensor tensor ? tensor.detach() : argument)
        .toArray();
  }

  private static Object call(Method method, Object[] arguments) {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException | IllegalAccessException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Optional<String> difference(String what, Tensor[] expected, Tensor[] actual) {
    for (int i = 0; i < actual.length; i++) {
      if (!isClose(expected[i].toDoubleArray(), actual[i].toDoubleArray())) {
        return Optional.of(what + " " + i + " is " + actual[i] + " instead of " + expected[i]);
      }
    }
    return Optional.empty();
  }

  private static boolean isClose(double[] expected, double[] actual) {
    double scale = 1 + Arrays.stream(expected).map(Math::abs).max().orElse(0);
    boolean isClose = expected.length == actual.length;
    for (int i = 0; isClose && i < expected.length; i++) {
      isClose = Math.abs(expected[i] - actual[i]) <= TOLERANCE * scale;
    }
    return isClose;
  }
}
