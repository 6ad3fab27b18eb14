package dev.adjoint.ops;

import dev.adjoint.Tensor;
import java.util.Arrays;

/** Products of many matrices in the cheapest order. */
public final class MatrixChains {
  private MatrixChains() {}

  /** The product; the first and the last factor may be vectors. */
  public static Tensor multiDot(Tensor... tensors) {
    requireFactors(tensors);
    Tensor[] factors = tensors.clone();
    int last = factors.length - 1;
    boolean row = factors[0].dim() == 1;
    boolean column = factors[last].dim() == 1;
    factors[0] = row ? factors[0].unsqueeze(0) : factors[0];
    factors[last] = column ? factors[last].unsqueeze(-1) : factors[last];
    for (int i = 0; i < last; i++) {
      if (factors[i].size(1) != factors[i + 1].size(0)) {
        throw new IllegalArgumentException(
            "multi_dot(): tensors %d and %d with shapes %s and %s cannot be multiplied"
                .formatted(
                    i,
                    i + 1,
                    Arrays.toString(tensors[i].shape()),
                    Arrays.toString(tensors[i + 1].shape())));
      }
    }
    Tensor product = product(factors, cheapestSplits(factors), 0, last);
    product = column ? product.squeeze(1) : product;
    return row ? product.squeeze(0) : product;
  }

  private static void requireFactors(Tensor[] tensors) {
    int last = tensors.length - 1;
    if (last < 1) {
      throw new IllegalArgumentException(
          "multi_dot(): expected at least 2 tensors but got " + tensors.length);
    }
    for (int i = 0; i <= last; i++) {
      boolean end = i == 0 || i == last;
      int rank = tensors[i].dim();
      if (rank != 2 && !(end && rank == 1)) {
        String which = i == 0 ? "the first tensor" : i == last ? "the last tensor" : "tensor " + i;
        throw new IllegalArgumentException(
            "multi_dot(): %s must be %s but got %dD"
                .formatted(which, end ? "1D or 2D" : "2D", rank));
      }
      if (tensors[i].dtype() != tensors[0].dtype()) {
        throw new IllegalArgumentException(
            "multi_dot(): all tensors must have be the same dtype but tensor 0 is %s and tensor %d %s"
                .formatted(tensors[0].dtype().scalarName(), i, tensors[i].dtype().scalarName()));
      }
    }
  }

  private static Tensor product(Tensor[] factors, int[][] splits, int from, int to) {
    if (from == to) {
      return factors[from];
    }
    int split = splits[from][to];
    return product(factors, splits, from, split).mm(product(factors, splits, split + 1, to));
  }

  /** Where to divide each range of factors (Cormen et al., Introduction to Algorithms, 15.2). */
  private static int[][] cheapestSplits(Tensor[] factors) {
    int n = factors.length;
    double[][] cost = new double[n][n];
    int[][] splits = new int[n][n];
    for (int length = 1; length < n; length++) {
      for (int from = 0; from + length < n; from++) {
        int to = from + length;
        cost[from][to] = Double.POSITIVE_INFINITY;
        for (int split = from; split < to; split++) {
          double here =
              cost[from][split]
                  + cost[split + 1][to]
                  + (double) factors[from].size(0) * factors[split].size(1) * factors[to].size(1);
          if (here < cost[from][to]) {
            cost[from][to] = here;
            splits[from][to] = split;
          }
        }
      }
    }
    return splits;
  }
}
