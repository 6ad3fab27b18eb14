import dev.adjoint.Differentiable;
import java.util.Arrays;

final class Model {
  @Differentiable
  static double f(double[] x) {
    return Arrays.stream(x).sorted().limit(2).sum(); // error: [ADJ0405]
  }
}
