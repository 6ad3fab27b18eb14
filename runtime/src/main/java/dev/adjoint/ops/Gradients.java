package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Slopes of sampled functions, estimated from neighbours to second order. */
public final class Gradients {
  private Gradients() {}

  /** Slopes along dimensions, of samples at one distance everywhere. */
  public static Tensor[] gradient(Tensor self, double spacing, int[] dim, int edgeOrder) {
    double[] all = new double[dim.length == 0 ? self.dim() : dim.length];
    Arrays.fill(all, spacing);
    return gradient(self, all, dim, edgeOrder);
  }

  /** Slopes along dimensions, of samples at a distance for each. */
  public static Tensor[] gradient(Tensor self, double[] spacing, int[] dim, int edgeOrder) {
    checkCount(self, spacing.length, dim);
    int[] dims = check(self, dim, edgeOrder);
    Tensor[] slopes = new Tensor[dims.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = along(self, dims[i], spacing[i], edgeOrder);
    }
    return slopes;
  }

  /** Slopes along dimensions, of samples at given coordinates. */
  public static Tensor[] gradient(Tensor self, Tensor[] coordinates, int[] dim, int edgeOrder) {
    checkCount(self, coordinates.length, dim);
    int[] dims = check(self, dim, edgeOrder);
    Tensor[] slopes = new Tensor[dims.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = along(self, dims[i], coordinates[i], edgeOrder);
    }
    return slopes;
  }

  private static void checkCount(Tensor self, int count, int[] dim) {
    if (dim.length == 0 && count != self.dim()) {
      throw new IllegalArgumentException(
          "torch.gradient expected spacing to be unspecified, a scalar, or a list of length equal to 'self.dim() = %d', since dim argument was not given, but got a list of length %d"
              .formatted(self.dim(), count));
    }
    if (dim.length > 0 && count != dim.length) {
      throw new IllegalArgumentException(
          "torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, but got a spacing argument of length %d and a dim argument of length %d."
              .formatted(count, dim.length));
    }
  }

  private static int[] check(Tensor self, int[] dim, int edgeOrder) {
    if (self.dtype() == DType.UINT8) {
      throw new IllegalArgumentException("torch.gradient does not support uint8 input.");
    }
    if (edgeOrder != 1 && edgeOrder != 2) {
      throw new IllegalArgumentException(
          "torch.gradient only supports edge_order=1 and edge_order=2.");
    }
    int[] dims =
        dim.length == 0
            ? IntStream.range(0, self.dim()).toArray()
            : Arrays.stream(dim).map(d -> Views.dimension(d, self.dim())).toArray();
    boolean[] seen = new boolean[Math.max(1, self.dim())];
    for (int d : dims) {
      if (seen[d]) {
        throw new IllegalArgumentException(
            "dim " + d + " appears multiple times in the list of dims");
      }
      seen[d] = true;
      if (self.size(d) < edgeOrder + 1) {
        throw new IllegalArgumentException(
            "torch.gradient expected each dimension size to be at least edge_order+1");
      }
    }
    return dims;
  }

  private static Tensor along(Tensor self, int dim, double h, int edgeOrder) {
    long n = self.size(dim);
    Tensor first =
        edgeOrder == 1 ? at(self, dim, 1).sub(at(self, dim, 0)).div(h) : curved(self, dim, 0, 1, h);
    Tensor last =
        edgeOrder == 1
            ? at(self, dim, n - 1).sub(at(self, dim, n - 2)).div(h)
            : curved(self, dim, n - 1, -1, h);
    Tensor later = self.narrow(dim, 2, n - 2);
    Tensor inner = later.sub(self.narrow(dim, 0, n - 2)).div(2 * h);
    return Tensor.cat(new Tensor[] {first, inner, last}, dim);
  }

  private static Tensor at(Tensor self, int dim, long index) {
    return self.narrow(dim, index, 1);
  }

  /** The slope at an edge of the parabola through three samples. */
  private static Tensor curved(Tensor self, int dim, long edge, int inward, double h) {
    Tensor next = at(self, dim, edge + inward).mul(4.0 * inward);
    Tensor second = at(self, dim, edge + 2L * inward).mul(-1.0 * inward);
    return at(self, dim, edge).mul(-3.0 * inward).add(next).add(second).div(2 * h);
  }

  private static Tensor along(Tensor self, int dim, Tensor coordinates, int edgeOrder) {
    if (coordinates.dim() != 1) {
      throw new IllegalArgumentException(
          "torch.gradient expected each element of spacing to have one dimension, but got an element with %d dimensions!"
              .formatted(coordinates.dim()));
    }
    long[] shape = new long[self.dim()];
    Arrays.fill(shape, 1);
    shape[dim] = -1;
    Tensor steps = Differences.diff(coordinates, 1, 0, null, null).view(shape);
    long n = self.size(dim);
    Tensor slopes = Differences.diff(self, 1, dim, null, null).div(steps);
    Tensor before = steps.narrow(dim, 0, n - 2);
    Tensor after = steps.narrow(dim, 1, n - 2);
    Tensor inner =
        slopes
            .narrow(dim, 0, n - 2)
            .mul(after)
            .add(slopes.narrow(dim, 1, n - 2).mul(before))
            .div(before.add(after));
    Tensor first = edge(slopes, steps, dim, 0, 1, edgeOrder);
    Tensor last = edge(slopes, steps, dim, n - 2, -1, edgeOrder);
    return Tensor.cat(new Tensor[] {first, inner, last}, dim);
  }

  /** The slope at an edge: of the line, or of the parabola through three samples. */
  private static Tensor edge(
      Tensor slopes, Tensor steps, int dim, long edge, int inward, int edgeOrder) {
    Tensor slope = at(slopes, dim, edge);
    if (edgeOrder == 1) {
      return slope;
    }
    Tensor step = at(steps, dim, edge);
    Tensor bend = slope.sub(at(slopes, dim, edge + inward));
    return slope.add(bend.mul(step).div(step.add(at(steps, dim, edge + inward))));
  }
}
