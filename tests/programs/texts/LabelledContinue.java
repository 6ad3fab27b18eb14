import dev.adjoint.Differentiable;

/** A jump to the next round of the outer loop. */
final class LabelledContinue {
  @Differentiable
  static double labelledContinue(double[][] m) {
    double s = 0;
    rows:
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < m[i].length; j++) {
        if (m[i][j] < 0) {
          continue rows;
        }
        s += m[i][j] * m[i][j];
      }
    }
    return s;
  }
}
