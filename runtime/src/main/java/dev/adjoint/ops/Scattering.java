package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Reduce;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.IndexDerivatives;
import dev.adjoint.derivatives.ReduceDerivatives;
import dev.adjoint.derivatives.ScatterDerivatives;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Lookup;
import dev.adjoint.ops.Formula.Saves;
import java.util.Arrays;

/** Elements written, added or combined along a dimension; the inverse of gather. */
public final class Scattering {
  private Scattering() {}

  /** A copy with the elements of a source at indices along a dimension. */
  public static Tensor scatter(Tensor self, int dim, Tensor index, Tensor source) {
    return scatter(self, source, dim, index).apply(self, source);
  }

  /** The elements of a source written at indices along a dimension. */
  public static Tensor scatterInPlace(Tensor self, int dim, Tensor index, Tensor source) {
    return scatter(self, source, dim, index).applyInPlace(self, source);
  }

  private static Update scatter(Tensor self, Tensor source, int dim, Tensor index) {
    int at = check(self, dim, index, source);
    if (index.numel() == 0) {
      return nothing("ScatterBackward0", source);
    }
    Tensor like = Conversions.detach(source);
    return new Update(
        "ScatterBackward0",
        Saves.NOTHING,
        (target, in) -> place(target, in[1], at, index, false),
        (g, saved, input) ->
            input == 0
                ? ScatterDerivatives.scatterSelf(g[0], at, saved[0])
                : ScatterDerivatives.scatterSource(g[0], like, at, saved[0]),
        index);
  }

  /** What is left to do without indices. */
  private static Update nothing(String name, Tensor source) {
    long[] shape = source.shape();
    DType dtype = source.dtype();
    return new Update(
        name,
        Saves.NOTHING,
        (target, in) -> {},
        (g, saved, input) -> input == 0 ? g[0] : Tensor.zeros(dtype, shape));
  }

  /** A copy with a number at indices along a dimension. */
  public static Tensor scatter(Tensor self, int dim, Tensor index, Scalar value) {
    return fill(self, dim, index, value).apply(self);
  }

  /** A number written at indices along a dimension. */
  public static Tensor scatterInPlace(Tensor self, int dim, Tensor index, Scalar value) {
    return fill(self, dim, index, value).applyInPlace(self);
  }

  private static Update fill(Tensor self, int dim, Tensor index, Scalar value) {
    Tensor source =
        Creation.full(value, self.dtype()).expand(Views.toLongs(index.layout().sizes()));
    int at = check(self, dim, index, source);
    if (index.numel() == 0) {
      return nothing("ScatterBackward1", source);
    }
    return new Update(
        "ScatterBackward1",
        Saves.NOTHING,
        (target, in) -> place(target, source, at, index, false),
        (g, saved, input) -> ScatterDerivatives.scatterSelf(g[0], at, saved[0]),
        index);
  }

  /** A copy to which elements of a source are added along a dimension. */
  public static Tensor scatterAdd(Tensor self, int dim, Tensor index, Tensor source) {
    return scatterAdd(self, source, dim, index).apply(self, source);
  }

  /** Elements of a source added along a dimension. */
  public static Tensor scatterAddInPlace(Tensor self, int dim, Tensor index, Tensor source) {
    return scatterAdd(self, source, dim, index).applyInPlace(self, source);
  }

  private static Update scatterAdd(Tensor self, Tensor source, int dim, Tensor index) {
    int at = check(self, dim, index, source);
    if (index.numel() == 0) {
      return nothing("ScatterAddBackward0", source);
    }
    Tensor like = Conversions.detach(source);
    return new Update(
        "ScatterAddBackward0",
        Saves.NOTHING,
        (target, in) -> place(target, in[1], at, index, true),
        (g, saved, input) ->
            input == 0 ? g[0] : IndexDerivatives.scatterAddSource(g[0], like, at, saved[0]),
        index);
  }

  private static void place(
      Tensor target, Tensor source, int dim, Tensor index, boolean accumulate) {
    int[] places = places(target.layout(), dim, index);
    Tensor part = part(source, index);
    Object values = IndexWrites.values(target, part, Broadcast.dense(part.layout()));
    IndexWrites.write(target, places, values, accumulate);
  }

  /** The place in the storage of every index. */
  static int[] places(Layout target, int dim, Tensor index) {
    if (index.numel() == 0) {
      return new int[0];
    }
    Layout own = vector(target);
    Layout indices = vector(index.layout());
    Layout layout = Lookup.layout(own, indices, dim);
    return Lookup.places(own, layout, dim, Dense.longs(index, index.layout()));
  }

  /** A scalar counts as a vector of one element. */
  private static Layout vector(Layout layout) {
    return layout.rank() == 0 ? Layout.of(new int[] {1}, new int[] {1}, layout.offset()) : layout;
  }

  /** The elements of a source that there are indices for. */
  private static Tensor part(Tensor source, Tensor index) {
    Layout layout = vector(source.layout());
    int[] sizes = vector(index.layout()).sizes();
    return new Tensor(source.storage(), Layout.of(sizes, layout.strides(), layout.offset()));
  }

  /** Elements of a source combined along a dimension. */
  public static Tensor scatterReduce(
      Tensor self, int dim, Tensor index, Tensor source, Combination how) {
    return reduction("ScatterReduceBackward0", self, source, dim, index, how).apply(self, source);
  }

  /** Elements of a source combined in place along a dimension. */
  public static Tensor scatterReduceInPlace(
      Tensor self, int dim, Tensor index, Tensor source, Combination how) {
    return reduction("ScatterReduceBackward0", self, source, dim, index, how)
        .applyInPlace(self, source);
  }

  /** Slices of a source combined along a dimension. */
  public static Tensor indexReduce(
      Tensor self, int dim, Tensor index, Tensor source, Combination how) {
    Tensor expanded = expanded(self, dim, index, source, how.reduce());
    return reduction("IndexReduceBackward0", self, source, dim, expanded, how).apply(self, source);
  }

  /** Slices of a source combined in place along a dimension. */
  public static Tensor indexReduceInPlace(
      Tensor self, int dim, Tensor index, Tensor source, Combination how) {
    Tensor expanded = expanded(self, dim, index, source, how.reduce());
    return reduction("IndexReduceBackward0", self, source, dim, expanded, how)
        .applyInPlace(self, source);
  }

  private static Tensor expanded(Tensor self, int dim, Tensor index, Tensor source, Reduce reduce) {
    if (reduce == Reduce.SUM) {
      throw new IllegalArgumentException(
          "index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got sum.");
    }
    int at = Views.dimension(dim, self.dim());
    SliceWrites.requireVector("index_reduce_", index);
    SliceWrites.requireIndexType("index_reduce_", index);
    SliceWrites.checkSameSlices(self, source, at);
    SliceWrites.checkCount("index_reduce_", index, source, at);
    return ReduceDerivatives.expanded(at, index, source);
  }

  static Update reduction(
      String name, Tensor self, Tensor source, int dim, Tensor given, Combination how) {
    int at = check(self, dim, given, source);
    Tensor index = self.dim() == 0 && given.numel() == 1 ? given.reshape() : given;
    if (index.numel() == 0) {
      return nothing(name, source);
    }
    return new Update(
        name,
        Saves.OPERANDS,
        (target, in) -> combine(target, in[1], at, index, how),
        (g, in, input) ->
            input == 0
                ? ReduceDerivatives.scatterReduceSelf(
                    g[0], in[0], at, in[2], in[1], how.reduce(), how.includesSelf())
                : ReduceDerivatives.scatterReduceSource(
                    g[0], in[0], at, in[2], in[1], how.reduce(), how.includesSelf()),
        index);
  }

  private static void combine(
      Tensor target, Tensor source, int dim, Tensor index, Combination how) {
    DType dtype = target.dtype();
    Layout dense = Layout.dense(target.layout().sizes());
    int[] places = places(dense, dim, index);
    Tensor taken = part(source, index);
    if (dtype.isFloatingPoint()) {
      double[] values = (double[]) Dense.copy(target, DType.FLOAT64);
      double[] added = (double[]) Dense.copy(taken, DType.FLOAT64);
      how.apply(values, places, added);
      Dense.overwrite(target, Convert.convert(values, DType.FLOAT64, dtype, values.length));
    } else {
      long[] values = (long[]) Dense.copy(target, DType.INT64);
      long[] added = (long[]) Dense.copy(taken, DType.INT64);
      how.apply(values, places, added);
      Dense.overwrite(target, Convert.fromLongs(values, dtype));
    }
  }

  /** The dimension, counted from the start, of operands that fit. */
  private static int check(Tensor self, int dim, Tensor index, Tensor source) {
    if (index.dtype() != DType.INT64 && index.dtype() != DType.INT32) {
      throw new IllegalArgumentException("scatter(): Expected dtype int32/int64 for index");
    }
    if (self.dtype() != source.dtype()) {
      throw new IllegalArgumentException("scatter(): Expected self.dtype to be equal to src.dtype");
    }
    int at = Views.dimension(dim, self.dim());
    if (index.numel() > 0) {
      checkRanks(self, index, source);
      checkSizes(self, at, index, source);
    }
    return at;
  }

  private static void checkRanks(Tensor self, Tensor index, Tensor source) {
    if (Math.max(1, index.dim()) != Math.max(1, source.dim())) {
      throw new IllegalArgumentException(
          "Index tensor must have the same number of dimensions as src tensor");
    }
    if (Math.max(1, index.dim()) != Math.max(1, self.dim())) {
      throw new IllegalArgumentException(
          "Index tensor must have the same number of dimensions as self tensor");
    }
  }

  private static void checkSizes(Tensor self, int dim, Tensor index, Tensor source) {
    int[] wanted = vector(index.layout()).sizes();
    int[] own = vector(self.layout()).sizes();
    int[] given = vector(source.layout()).sizes();
    for (int d = 0; d < wanted.length; d++) {
      if ((d != dim && wanted[d] > own[d]) || wanted[d] > given[d]) {
        throw new IllegalArgumentException(
            "Expected index %s to be no larger than self %s apart from dimension %d and to be no larger size than src %s"
                .formatted(
                    Arrays.toString(index.shape()),
                    Arrays.toString(self.shape()),
                    dim,
                    Arrays.toString(source.shape())));
      }
    }
  }
}
