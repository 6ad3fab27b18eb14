package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.MatrixFunctionDerivatives;
import dev.adjoint.ops.Formula.Saves;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Inverses and equations of tensors taken as matrices, and products of vectors. */
public final class TensorEquations {
  private TensorEquations() {}

  /** The inverse of a tensor as a map from its last dimensions to its first {@code ind} ones. */
  public static Tensor inverse(Tensor a, int ind) {
    if (ind <= 0) {
      throw new IllegalArgumentException(
          "Expected a strictly positive integer for 'ind', but got " + ind);
    }
    long[] shape = a.shape();
    if (ind > shape.length) {
      throw new IllegalArgumentException(
          "linalg.tensorinv: 'ind' is %d, but the tensor has %d dimensions"
              .formatted(ind, shape.length));
    }
    long[] first = Arrays.copyOf(shape, ind);
    long[] last = Arrays.copyOfRange(shape, ind, shape.length);
    requireBijection(product(last), product(first), "ind");
    return Inverses.inverse(a.reshape(product(first), product(last))).reshape(joined(last, first));
  }

  /** The solution x of {@code tensordot(a, x) = b}; named dimensions of a go last. */
  public static Tensor solve(Tensor a, Tensor b, int @Nullable [] dims) {
    Tensor moved = dims == null ? a : a.movedim(dims, lastPlaces(dims.length));
    long[] shape = moved.shape();
    int rank = Math.min(b.dim(), shape.length);
    long[] first = Arrays.copyOf(shape, rank);
    long[] unknown = Arrays.copyOfRange(shape, rank, shape.length);
    requireBijection(product(unknown), product(first), "other.ndim");
    long order = product(unknown);
    return LinearSystems.solve(moved.reshape(order, order), b.flatten(), true).reshape(unknown);
  }

  private static int[] lastPlaces(int count) {
    return IntStream.range(-count, 0).toArray();
  }

  private static void requireBijection(long last, long first, String split) {
    if (last != first) {
      throw new IllegalArgumentException(
          "Expected self to satisfy the requirement prod(self.shape[%s:]) == prod(self.shape[:%s]), but got %d != %d"
              .formatted(split, split, last, first));
    }
  }

  private static long product(long[] sizes) {
    return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
  }

  private static long[] joined(long[] first, long[] second) {
    long[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Powers 0 to {@code count - 1} of the elements, in a new last dimension. */
  public static Tensor vander(Tensor x, @Nullable Long count) {
    if (x.dtype() == DType.BOOL) {
      throw new IllegalArgumentException(
          "linalg.vander supports floating point, complex, and integer tensors, but got Bool");
    }
    Tensor numbers = x.dtype().isFloatingPoint() ? x : x.toLong();
    Tensor vector = x.dim() == 0 ? numbers.unsqueeze(0) : numbers;
    long columns = count == null ? vector.size(-1) : count;
    if (columns <= 1) {
      throw new IllegalArgumentException("N must be greater than 1.");
    }
    Tensor column = vector.unsqueeze(-1);
    long[] shape = column.shape();
    Tensor one = Tensor.ones(numbers.dtype(), shape);
    shape[shape.length - 1] = columns - 1;
    Tensor powers = columns == 2 ? column : column.expand(shape).cumprod(-1);
    return Tensor.cat(new Tensor[] {one, powers}, -1);
  }

  /** The inner product along a dimension. */
  public static Tensor vecdot(Tensor x, Tensor y, int dim) {
    MatrixChecks.requireFloating("linalg.vecdot", x);
    MatrixChecks.requireSameType("linalg.vecdot", "x", x.dtype(), "y", y.dtype());
    return x.dim() == 1 && y.dim() == 1
        ? Products.dot("VdotBackward0", x, y)
        : x.mul(y).sum(dim, false);
  }

  /** The vector product along a dimension of size 3. */
  public static Tensor cross(Tensor input, Tensor other, int dim) {
    if (input.dim() != other.dim()) {
      throw new IllegalArgumentException(
          "linalg.cross: inputs must have the same number of dimensions.");
    }
    int at = Views.dimension(dim, input.dim());
    if (input.dim() == 0 || input.size(at) != 3 || other.size(at) != 3) {
      throw new IllegalArgumentException(
          "linalg.cross: inputs dimension %d must have length 3. Got %s and %s"
              .formatted(dim, sizeText(input, at), sizeText(other, at)));
    }
    if (input.dtype() != other.dtype()) {
      throw new IllegalArgumentException(
          "expected scalar type %s but found %s"
              .formatted(input.dtype().title(), other.dtype().title()));
    }
    return new Formula(
            "LinalgCrossBackward0",
            Saves.OPERANDS,
            in -> crossed(in[0], in[1], at),
            (g, saved, operand) ->
                operand == 0
                    ? MatrixFunctionDerivatives.crossInput(g[0], saved[0], saved[1], at)
                    : MatrixFunctionDerivatives.crossOther(g[0], saved[0], saved[1], at))
        .apply(input, other);
  }

  private static Object sizeText(Tensor tensor, int dim) {
    return tensor.dim() == 0 ? 1 : tensor.size(dim);
  }

  private static Tensor crossed(Tensor a, Tensor b, int dim) {
    return rolled(a, 1, dim).mul(rolled(b, 2, dim)).sub(rolled(a, 2, dim).mul(rolled(b, 1, dim)));
  }

  private static Tensor rolled(Tensor tensor, int by, int dim) {
    return tensor.roll(new long[] {-by}, dim);
  }

  /** The vector product along the first dimension of size 3. */
  public static Tensor cross(Tensor input, Tensor other) {
    for (int d = 0; d < input.dim(); d++) {
      if (input.size(d) == 3) {
        return cross(input, other, d);
      }
    }
    throw new IllegalArgumentException("no dimension of size 3 in input");
  }
}
