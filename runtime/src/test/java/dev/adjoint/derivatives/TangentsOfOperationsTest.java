package dev.adjoint.derivatives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation carries tangents: forward and reverse mode give one number for w·J·t. */
class TangentsOfOperationsTest {

  static List<Sample> samples() {
    return RegisteredDerivativesTest.samplesInDoublePrecision();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void forwardModeAgreesWithReverse(Sample sample) {
    Tensor[] operands = operands(sample.arguments());
    Tensor value = called(sample, sample.arguments());
    Tensor weights = pattern(value);
    Tensor[] gradients =
        Autograd.grad(new Tensor[] {value}, operands, new Tensor[] {weights}, false, false, true);
    double expected = 0;
    for (int i = 0; i < operands.length; i++) {
      if (gradients[i] != null) {
        expected += gradients[i].mul(pattern(operands[i])).sum().item();
      }
    }
    assertEquals(expected, directional(sample, weights), 1e-10 * (1 + Math.abs(expected)));
  }

  private static double directional(Sample sample, Tensor weights) {
    try (var _ = Autograd.dualLevel();
        var _ = Autograd.noGrad()) {
      Object[] arguments = sample.arguments().clone();
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i] instanceof Tensor operand && operand.requiresGrad()) {
          arguments[i] = Autograd.makeDual(operand, pattern(operand));
        }
      }
      Tensor tangent = Autograd.unpackDual(called(sample, arguments)).tangent();
      return tangent == null ? 0 : tangent.mul(weights).sum().item();
    }
  }

  private static Tensor[] operands(Object... arguments) {
    return Arrays.stream(arguments)
        .filter(argument -> argument instanceof Tensor tensor && tensor.requiresGrad())
        .map(Tensor.class::cast)
        .toArray(Tensor[]::new);
  }

  private static Tensor pattern(Tensor like) {
    double[] values = new double[Math.toIntExact(like.numel())];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5 + (i * 7 % 5) * 0.25;
    }
    return Tensor.tensor(values, DType.FLOAT64).reshape(like.shape());
  }

  private static Tensor called(Sample sample, Object... arguments) {
    Method operation =
        Registered.all().stream()
            .map(Registered::operation)
            .filter(sample::fits)
            .findFirst()
            .orElseThrow();
    List<Object> rest = new ArrayList<>(List.of(arguments));
    Object receiver = Modifier.isStatic(operation.getModifiers()) ? null : rest.removeFirst();
    operation.setAccessible(true);
    try {
      return (Tensor) operation.invoke(receiver, rest.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(sample.toString(), e);
    }
  }
}
