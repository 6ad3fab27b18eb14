import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Lambda}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class LambdaGrad {
  private LambdaGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * lambda(x, k)}.
   *
   * <p>Differentiates {@code lambda(double, double)}.
   */
  static LambdaGradients lambdaBackward(double x, double k, double gradOutput) {
    double sum = 0.0 + x;
    double middle = 0.5 * sum;
    double product = k * middle;
    double product1 = k * x;

    // return (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(middle) + f.appl…
    double product2 = gradOutput * (x / 6.0);
    // DoubleUnaryOperator wave = v -> Math.sin(k * v);
    double product3 = product2 * Math.cos(product1);
    double gradK = product3 * x;
    double gradX = product3 * k;
    double product4 = product2 * Math.cos(product);
    gradK += product4 * sum * 2.0;
    gradX += gradOutput * (Math.sin(k * 0.0) + 4.0 * Math.sin(product) + Math.sin(product1)) / 6.0;
    // double middle = 0.5 * (a + b);
    gradX += product4 * k * 2.0;
    return new LambdaGradients(gradX, gradK);
  }

  /**
   * Value and gradients of {@code lambda(x, k)} in one pass.
   *
   * <p>Differentiates {@code lambda(double, double)}.
   */
  static LambdaValueAndGrad lambdaValueAndGrad(double x, double k) {
    double sum = 0.0 + x;
    double middle = 0.5 * sum;
    double quotient = x / 6.0;
    double product = k * middle;
    double product1 = k * x;
    double sum1 = Math.sin(k * 0.0) + 4.0 * Math.sin(product) + Math.sin(product1);

    // DoubleUnaryOperator wave = v -> Math.sin(k * v);
    double product2 = quotient * Math.cos(product1);
    double gradK = product2 * x;
    double gradX = product2 * k;
    double product3 = quotient * Math.cos(product);
    gradK += product3 * sum * 2.0;
    // return (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(middle) + f.appl…
    gradX += sum1 / 6.0;
    // double middle = 0.5 * (a + b);
    gradX += product3 * k * 2.0;
    return new LambdaValueAndGrad(quotient * sum1, new LambdaGradients(gradX, gradK));
  }

  /**
   * Gradients of {@code lambda(double, double)}, by parameter.
   */
  record LambdaGradients(double x, double k) {
  }

  /**
   * Value and gradients of {@code lambda(double, double)}.
   */
  record LambdaValueAndGrad(double value, LambdaGradients gradients) {
  }
}
