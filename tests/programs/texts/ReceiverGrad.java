import dev.adjoint.autograd.GeneratedDerivative;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Receiver}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class ReceiverGrad {
  private ReceiverGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * self.receiver(x)}.
   *
   * <p>Differentiates {@code receiver(double[])}.
   */
  @GeneratedDerivative(
      wrt = {0, 1}
  )
  static ReceiverGradients receiverBackward(Receiver self, double[] x, double gradOutput) {
    double stiffness = self.stiffness;
    double[] rest = self.rest;
    double[] gradX = new double[x.length];
    double[] gradRest = new double[rest.length];
    double gradStiffness = 0.0;
    for (int i = x.length - 1; i >= 0; i--) {
      // double d = x[i] - rest[i];
      double d = x[i] - rest[i];
      // e += 0.5 * stiffness * d * d;
      double product = gradOutput * d;
      double gradD = gradOutput * (stiffness * d) * 0.5;
      gradD += product * stiffness * 0.5;
      gradStiffness += product * d * 0.5;
      gradRest[i] = -gradD;
      gradX[i] = gradD;
    }
    return new ReceiverGradients(gradStiffness, gradRest, gradX);
  }

  /**
   * Value and gradients of {@code self.receiver(x)} in one pass.
   *
   * <p>Differentiates {@code receiver(double[])}. Keeps nothing of a loop iteration.
   */
  static ReceiverValueAndGrad receiverValueAndGrad(Receiver self, double[] x) {
    double stiffness = self.stiffness;
    double[] rest = self.rest;
    double[] gradX = new double[x.length];
    double[] gradRest = new double[rest.length];
    double e = 0.0;
    double gradStiffness = 0.0;
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - rest[i];
      double product = 0.5 * stiffness * d;
      e += product * d;
      // e += 0.5 * stiffness * d * d;
      double gradD = product + d * stiffness * 0.5;
      gradStiffness += d * d * 0.5;
      // double d = x[i] - rest[i];
      gradRest[i] = -gradD;
      gradX[i] = gradD;
    }
    return new ReceiverValueAndGrad(e, new ReceiverGradients(gradStiffness, gradRest, gradX));
  }

  /**
   * Gradients of {@code receiver(double[])}, by parameter.
   */
  record ReceiverGradients(double stiffness, double[] rest, double[] x) {
  }

  /**
   * Value and gradients of {@code receiver(double[])}.
   */
  record ReceiverValueAndGrad(double value, ReceiverGradients gradients) {
  }
}
