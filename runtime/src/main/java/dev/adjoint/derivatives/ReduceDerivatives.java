package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Reduce;
import dev.adjoint.Tensor;
import dev.adjoint.ops.Refusals;

/** Derivatives of elements combined along a dimension. */
public final class ReduceDerivatives {
  private ReduceDerivatives() {}

  /**
   * Of elements that others were combined with: their share of the gradient, none if they took no
   * part. At ties of the largest or smallest the gradient is shared evenly.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "scatterReduce",
      parameters = {int.class, Tensor.class, Tensor.class, Reduce.class, boolean.class},
      wrt = "self")
  public static Tensor scatterReduceSelf(
      Tensor gradOutput,
      Tensor self,
      int dim,
      Tensor index,
      Tensor source,
      Reduce reduce,
      boolean includeSelf) {
    if (!includeSelf) {
      return gradOutput.scatter(dim, index, 0);
    }
    return switch (reduce) {
      case SUM -> gradOutput;
      case PROD -> {
        Tensor ones = Tensor.ones(self.dtype(), self.shape());
        yield gradOutput.mul(ones.scatterReduce(dim, index, source, Reduce.PROD, true));
      }
      case MEAN -> gradOutput.div(counts(self, dim, index, true));
      case AMAX, AMIN -> {
        Tensor result = self.detach().scatterReduce(dim, index, source.detach(), reduce, true);
        Tensor wins = self.eq(result).to(self.dtype());
        yield wins.mul(shared(gradOutput, wins, result, dim, index, source));
      }
    };
  }

  /**
   * Of combined elements: their share of the gradient. At ties of the largest or smallest the
   * gradient is shared evenly. At zeros the product of the others is used; with several zeros in
   * one place there is no second derivative, as in PyTorch.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "scatterReduce",
      parameters = {int.class, Tensor.class, Tensor.class, Reduce.class, boolean.class},
      wrt = "source")
  public static Tensor scatterReduceSource(
      Tensor gradOutput,
      Tensor self,
      int dim,
      Tensor index,
      Tensor source,
      Reduce reduce,
      boolean includeSelf) {
    Tensor taken = taken(source, index);
    Tensor gradient =
        switch (reduce) {
          case SUM -> gradOutput.gather(dim, index);
          case PROD -> factor(gradOutput, self, dim, index, taken, includeSelf);
          case MEAN -> gradOutput.div(counts(self, dim, index, includeSelf)).gather(dim, index);
          case AMAX, AMIN -> {
            Tensor result =
                self.detach().scatterReduce(dim, index, source.detach(), reduce, includeSelf);
            Tensor own = self.eq(result).to(self.dtype());
            Tensor wins = includeSelf ? own : own.scatter(dim, index, 0);
            Tensor share = shared(gradOutput, wins, result, dim, index, source);
            Tensor won = taken.eq(result.gather(dim, index)).to(self.dtype());
            yield won.mul(share.gather(dim, index));
          }
        };
    return padded(gradient, source);
  }

  /** Of slices that others were combined with: that of {@code scatterReduce}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexReduce",
      parameters = {int.class, Tensor.class, Tensor.class, Reduce.class, boolean.class},
      wrt = "self")
  public static Tensor indexReduceSelf(
      Tensor gradOutput,
      Tensor self,
      int dim,
      Tensor index,
      Tensor source,
      Reduce reduce,
      boolean includeSelf) {
    Tensor each = expanded(dim, index, source);
    return scatterReduceSelf(gradOutput, self, dim, each, source, reduce, includeSelf);
  }

  /** Of combined slices: that of {@code scatterReduce}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexReduce",
      parameters = {int.class, Tensor.class, Tensor.class, Reduce.class, boolean.class},
      wrt = "source")
  public static Tensor indexReduceSource(
      Tensor gradOutput,
      Tensor self,
      int dim,
      Tensor index,
      Tensor source,
      Reduce reduce,
      boolean includeSelf) {
    Tensor each = expanded(dim, index, source);
    return scatterReduceSource(gradOutput, self, dim, each, source, reduce, includeSelf);
  }

  /** One index for every element of the slices. */
  public static Tensor expanded(int dim, Tensor index, Tensor source) {
    if (source.dim() == 0) {
      return index.reshape();
    }
    long[] shape = new long[source.dim()];
    java.util.Arrays.fill(shape, 1);
    shape[dim < 0 ? dim + shape.length : dim] = index.numel();
    return index.reshape(shape).expand(source.shape());
  }

  /** How many elements meet at each place; 1 where there are none. */
  private static Tensor counts(Tensor self, int dim, Tensor index, boolean includeSelf) {
    Tensor start =
        includeSelf
            ? Tensor.ones(self.dtype(), self.shape())
            : Tensor.zeros(self.dtype(), self.shape());
    Tensor ones = Tensor.ones(self.dtype(), index.shape());
    return start.scatterAdd(dim, index, ones).clampMin(1);
  }

  /** The gradient divided by the number of elements that won its place. */
  private static Tensor shared(
      Tensor gradOutput, Tensor wins, Tensor result, int dim, Tensor index, Tensor source) {
    Tensor won = taken(source, index).eq(result.gather(dim, index)).to(wins.dtype());
    return gradOutput.div(wins.scatterAdd(dim, index, won).clampMin(1));
  }

  /** The gradient times the product of all factors but the own one. */
  private static Tensor factor(
      Tensor gradOutput, Tensor self, int dim, Tensor index, Tensor source, boolean includeSelf) {
    Tensor zero = source.eq(0);
    Tensor zeros =
        Tensor.zeros(self.dtype(), self.shape())
            .scatterAdd(dim, index, zero.to(self.dtype()))
            .gather(dim, index);
    Tensor onlyZero = zero.logicalAnd(zeros.eq(1));
    Tensor result = self.scatterReduce(dim, index, source, Reduce.PROD, includeSelf);
    Tensor others = source.maskedFill(onlyZero, 1);
    Tensor rest = self.scatterReduce(dim, index, others, Reduce.PROD, includeSelf);
    Tensor ofOthers = gradOutput.mul(result).gather(dim, index).div(source.maskedFill(zero, 1));
    Tensor gradient = Tensor.where(onlyZero, gradOutput.mul(rest).gather(dim, index), ofOthers);
    return zeros.gt(1).any().itemBoolean()
        ? Refusals.once("scatter_reduce, a second time with several zeros in one place,", gradient)
        : gradient;
  }

  /** The elements of a source that there are indices for. */
  private static Tensor taken(Tensor source, Tensor index) {
    Tensor taken = source;
    for (int d = 0; d < index.dim() && d < source.dim(); d++) {
      taken = taken.size(d) == index.size(d) ? taken : taken.narrow(d, 0, index.size(d));
    }
    return taken;
  }

  /** A gradient with zeros for the elements of a source that there were no indices for. */
  private static Tensor padded(Tensor gradient, Tensor source) {
    if (gradient.layout().sameShape(source.layout())) {
      return gradient;
    }
    Tensor whole = Tensor.zeros(gradient.dtype(), source.shape());
    Tensor part = taken(whole, gradient);
    part.copy_(gradient);
    return whole;
  }
}
