package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.Samples.mixed;
import static dev.adjoint.derivatives.Samples.positive;
import static dev.adjoint.derivatives.Samples.sample;

import dev.adjoint.DType;
import dev.adjoint.Linalg;
import dev.adjoint.LuFactors;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import java.util.List;
import java.util.stream.Stream;

/** Arguments of operations on matrices. */
final class LinearAlgebraSamples {

  private LinearAlgebraSamples() {}

  static List<Sample> all() {
    return Stream.of(inverses(), systems(), factors(), others()).flatMap(List::stream).toList();
  }

  /** Far from singular. */
  static Tensor regular(long... shape) {
    Tensor one = Tensor.eye(shape[shape.length - 1], shape[shape.length - 1], DType.FLOAT64);
    return mixed(shape).detach().add(one.mul(3.0)).requiresGrad_();
  }

  /** Symmetric with distinct positive eigenvalues. */
  static Tensor definite(long... shape) {
    Tensor a = mixed(shape).detach();
    Tensor one = Tensor.eye(shape[shape.length - 1], shape[shape.length - 1], DType.FLOAT64);
    return a.matmul(a.mT()).add(one).requiresGrad_();
  }

  private static Tensor singular() {
    double[][] rows = {{1, 2, 3}, {2, 4, 6}, {1, 0, 1}};
    return Tensor.tensor(rows, DType.FLOAT64).requiresGrad_();
  }

  private static List<Sample> inverses() {
    return List.of(
        sample("inv", regular(3, 3)),
        sample("inv", regular(2, 2, 2)),
        sample("inverse", regular(3, 3)),
        sample("det", mixed(1, 1)),
        sample("det", mixed(2, 2, 2)),
        sample("det", regular(2, 3, 3)),
        sample("det", singular()),
        sample("logdet", definite(3, 3)),
        sample("pinv", mixed(2, 3)),
        sample("pinv", mixed(2, 3, 2)),
        sample("pinverse", mixed(3, 2)),
        sample("matrixExp", mixed(2, 2)),
        sample("matrixExp", mixed(2, 3, 3).detach().mul(0.2).requiresGrad_()));
  }

  private static List<Sample> systems() {
    Tensor a = regular(3, 3);
    Tensor batch = regular(2, 3, 3);
    return List.of(
        sample("solve", a, mixed(3)),
        sample("solve", a, mixed(3, 2)),
        sample("solve", a, mixed(2, 3, 2)),
        sample("solve", batch, mixed(3)),
        sample("solve", batch, mixed(2, 3)),
        sample("solveTriangular", a, mixed(3, 2), true, true, false),
        sample("solveTriangular", a, mixed(2, 3), false, false, false),
        sample("solveTriangular", batch, mixed(3, 2), true, true, true),
        sample("solveTriangular", a, mixed(2, 2, 3), false, false, true));
  }

  private static List<Sample> factors() {
    LuFactors found = Linalg.luFactor(mixed(2, 3, 3).detach());
    Tensor lu = found.lu().requiresGrad_();
    Tensor pivots = found.pivots();
    Tensor triangle = regular(3, 3);
    return List.of(
        sample("cholesky", definite(3, 3)),
        sample("cholesky", definite(2, 2, 2)),
        sample("cholesky", definite(3, 3), false),
        sample("cholesky", definite(3, 3), true),
        sample("choleskyInverse", triangle, false),
        sample("choleskyInverse", triangle, true),
        sample("choleskySolve", mixed(3, 2), triangle, false),
        sample("choleskySolve", mixed(2, 3, 2), triangle, true),
        sample("luSolve", lu, pivots, mixed(3, 2), true, false),
        sample("luSolve", lu, pivots, mixed(2, 3, 2), true, true),
        sample("luSolve", lu, pivots, mixed(2, 2, 3), false, false),
        sample("luSolve", lu, pivots, mixed(2, 3), false, true));
  }

  private static List<Sample> others() {
    Tensor rows = mixed(3, 3).detach().mul(0.8).add(0.11).requiresGrad_();
    return List.of(
        sample("cross", mixed(2, 3), mixed(1, 3), 1),
        sample("cross", mixed(3, 2), regular(3, 3).detach().narrow(1, 0, 2).requiresGrad_(), 0),
        sample("cdist", mixed(2, 3), rows, 1.0),
        sample("cdist", mixed(2, 3), rows, 2.0),
        sample("cdist", mixed(2, 2, 3), rows, 3.5),
        sample("cdist", mixed(2, 3), rows, Double.POSITIVE_INFINITY),
        sample("cdist", mixed(2, 3), rows, 0.0),
        sample("pdist", rows, 2.0),
        sample("pdist", rows, 1.5),
        sample("dist", mixed(2, 3), positive(3), 2.0),
        sample("dist", mixed(2, 3), positive(3), 1.5));
  }

  /**
   * Operands as the operation takes them: symmetric, or triangular. Differences that leave this
   * form are not what the derivative is of.
   */
  static Tensor[] inForm(Sample sample, Tensor[] tensors) {
    Object[] arguments = sample.arguments();
    boolean upper = arguments[arguments.length - 1] instanceof Boolean flag && flag;
    return switch (sample.method()) {
      case "cholesky" -> new Tensor[] {symmetric(tensors[0])};
      case "choleskyInverse" -> new Tensor[] {triangle(tensors[0], upper)};
      case "choleskySolve" -> new Tensor[] {tensors[0], triangle(tensors[1], upper)};
      default -> tensors;
    };
  }

  static Tensor symmetric(Tensor a) {
    return a.add(a.mT()).mul(0.5);
  }

  private static Tensor triangle(Tensor a, boolean upper) {
    return upper ? a.triu(0) : a.tril(0);
  }
}
