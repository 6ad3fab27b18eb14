import dev.adjoint.tape.RangeExceptions;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Copies}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class CopiesGrad {
  private CopiesGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * copies(x, k)}.
   *
   * <p>Differentiates {@code copies(double[], double)}. Keeps nothing of a loop iteration.
   */
  static CopiesGradients copiesBackward(double[] x, double k, double gradOutput) {
    double[] y = x.clone();
    int end = x.length + 1;
    double[] z = new double[end];
    int chosen = end <= x.length ? end : x.length;
    for (int index = 0; index < chosen; index++) {
      z[index] = x[index];
    }
    if (y.length < 1) {
      throw RangeExceptions.fill(y.length, 0, 1);
    }
    for (int index = 0; index < 1; index++) {
      y[index] = k;
    }
    if (z.length - x.length < 1) {
      throw RangeExceptions.arraycopy("double", x.length, 0, z.length, 1, x.length);
    }
    double[] copied = x.clone();
    int offset = 0;
    while (offset < x.length) {
      int sum = 1 + offset;
      z[sum] = copied[offset];
      offset = sum;
    }
    double yElement = y[0];
    double zElement = z[1];
    double yElement1 = y[1];
    double zElement1 = z[0];

    double[] gradZ = new double[end];
    // return y[0] * z[1] + y[1] * z[0];
    gradZ[0] = gradOutput * yElement1;
    double[] gradY = new double[y.length];
    gradY[1] = gradOutput * zElement1;
    gradZ[1] = gradOutput * yElement;
    gradY[0] = gradOutput * zElement;
    double[] gradCopied = new double[copied.length];
    for (int offset1 = x.length - 1; offset1 >= 0; offset1--) {
      // System.arraycopy(x, 0, z, 1, x.length);
      double gradZElement = gradZ[1 + offset1];
      gradZ[1 + offset1] = 0.0;
      gradCopied[offset1] = gradZElement;
    }
    double gradK = 0.0;
    for (int index = 0; index >= 0; index--) {
      // Arrays.fill(y, 0, 1, k);
      gradK += gradY[index];
      gradY[index] = 0.0;
    }
    for (int index = chosen - 1; index >= 0; index--) {
      // double[] z = Arrays.copyOf(x, x.length + 1);
      double gradZIndex = gradZ[index];
      gradZ[index] = 0.0;
      gradCopied[index] += gradZIndex;
    }
    for (int element = 0; element < gradY.length; element++) {
      gradCopied[element] += gradY[element];
    }
    return new CopiesGradients(gradCopied, gradK);
  }

  /**
   * Value and gradients of {@code copies(x, k)} in one pass.
   *
   * <p>Differentiates {@code copies(double[], double)}. Keeps nothing of a loop iteration.
   */
  static CopiesValueAndGrad copiesValueAndGrad(double[] x, double k) {
    double[] y = x.clone();
    int end = x.length + 1;
    double[] z = new double[end];
    int chosen = end <= x.length ? end : x.length;
    for (int index = 0; index < chosen; index++) {
      z[index] = x[index];
    }
    if (y.length < 1) {
      throw RangeExceptions.fill(y.length, 0, 1);
    }
    for (int index = 0; index < 1; index++) {
      y[index] = k;
    }
    if (z.length - x.length < 1) {
      throw RangeExceptions.arraycopy("double", x.length, 0, z.length, 1, x.length);
    }
    double[] copied = x.clone();
    int offset = 0;
    while (offset < x.length) {
      int sum = 1 + offset;
      z[sum] = copied[offset];
      offset = sum;
    }
    double yElement = y[0];
    double zElement = z[1];
    double yElement1 = y[1];
    double zElement1 = z[0];

    double[] gradZ = new double[end];
    // return y[0] * z[1] + y[1] * z[0];
    gradZ[0] = yElement1;
    double[] gradY = new double[y.length];
    gradY[1] = zElement1;
    gradZ[1] = yElement;
    gradY[0] = zElement;
    double[] gradCopied = new double[copied.length];
    for (int offset1 = x.length - 1; offset1 >= 0; offset1--) {
      // System.arraycopy(x, 0, z, 1, x.length);
      double gradZElement = gradZ[1 + offset1];
      gradZ[1 + offset1] = 0.0;
      gradCopied[offset1] = gradZElement;
    }
    double gradK = 0.0;
    for (int index = 0; index >= 0; index--) {
      // Arrays.fill(y, 0, 1, k);
      gradK += gradY[index];
      gradY[index] = 0.0;
    }
    for (int index = chosen - 1; index >= 0; index--) {
      // double[] z = Arrays.copyOf(x, x.length + 1);
      double gradZIndex = gradZ[index];
      gradZ[index] = 0.0;
      gradCopied[index] += gradZIndex;
    }
    for (int element = 0; element < gradY.length; element++) {
      gradCopied[element] += gradY[element];
    }
    return new CopiesValueAndGrad(yElement * zElement + yElement1 * zElement1,
        new CopiesGradients(gradCopied, gradK));
  }

  /**
   * Gradients of {@code copies(double[], double)}, by parameter.
   */
  record CopiesGradients(double[] x, double k) {
  }

  /**
   * Value and gradients of {@code copies(double[], double)}.
   */
  record CopiesValueAndGrad(double value, CopiesGradients gradients) {
  }
}
