import dev.adjoint.tape.Rows;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code LabelledContinue}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class LabelledContinueGrad {
  private LabelledContinueGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * labelledContinue(m)}.
   *
   * <p>Differentiates {@code labelledContinue(double[][])}. Keeps {@code j} of each loop iteration.
   */
  static LabelledContinueGradients labelledContinueBackward(double[][] m, double gradOutput) {
    int[] jTape = new int[Math.max(0, m.length)];
    for (int i = 0; i < m.length; i++) {
      boolean skipped = false;
      int j = 0;
      while (!skipped && j < m[i].length) {
        if (m[i][j] < 0.0) {
          skipped = true;
        }
        j++;
      }
      jTape[i] = j;
    }

    double[][] gradM = Rows.zerosLike(m);
    for (int i = m.length - 1; i >= 0; i--) {
      int j = jTape[i];
      for (int j1 = j - 1; j1 >= 0; j1--) {
        double mIJ1 = m[i][j1];
        gradM[i][j1] = mIJ1 < 0.0 ? 0.0 : gradOutput * mIJ1 * 2.0;
      }
    }
    return new LabelledContinueGradients(gradM);
  }

  /**
   * Value and gradients of {@code labelledContinue(m)} in one pass.
   *
   * <p>Differentiates {@code labelledContinue(double[][])}. Keeps {@code j} of each loop iteration.
   */
  static LabelledContinueValueAndGrad labelledContinueValueAndGrad(double[][] m) {
    int[] jTape = new int[Math.max(0, m.length)];
    double s = 0.0;
    for (int i = 0; i < m.length; i++) {
      boolean skipped = false;
      int j = 0;
      while (!skipped && j < m[i].length) {
        double mIJ = m[i][j];
        if (mIJ < 0.0) {
          skipped = true;
        } else {
          s += mIJ * mIJ;
        }
        j++;
      }
      jTape[i] = j;
    }

    double[][] gradM = Rows.zerosLike(m);
    for (int i = m.length - 1; i >= 0; i--) {
      int j = jTape[i];
      for (int j1 = j - 1; j1 >= 0; j1--) {
        double mIJ1 = m[i][j1];
        gradM[i][j1] = mIJ1 < 0.0 ? 0.0 : mIJ1 * 2.0;
      }
    }
    return new LabelledContinueValueAndGrad(s, new LabelledContinueGradients(gradM));
  }

  /**
   * Gradients of {@code labelledContinue(double[][])}, by parameter.
   */
  record LabelledContinueGradients(double[][] m) {
  }

  /**
   * Value and gradients of {@code labelledContinue(double[][])}.
   */
  record LabelledContinueValueAndGrad(double value, LabelledContinueGradients gradients) {
  }
}
