import dev.adjoint.Differentiable;
import java.util.Arrays;

/** Copies, parts and fills of arrays. */
final class Copies {
  @Differentiable
  static double copies(double[] x, double k) {
    double[] y = x.clone();
    double[] z = Arrays.copyOf(x, x.length + 1);
    Arrays.fill(y, 0, 1, k);
    System.arraycopy(x, 0, z, 1, x.length);
    return y[0] * z[1] + y[1] * z[0];
  }
}
