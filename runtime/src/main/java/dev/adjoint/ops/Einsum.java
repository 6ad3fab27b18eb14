package dev.adjoint.ops;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Sums of products in Einstein's notation. Every operand gets one dimension for each label; pairs
 * are then contracted from left to right, each by one batched matrix product.
 */
public final class Einsum {
  private Einsum() {}

  /** The sum that an equation describes. */
  public static Tensor einsum(String equation, Tensor... operands) {
    if (operands.length == 0) {
      throw new IllegalArgumentException(
          "einsum(): must specify the equation string and at least one operand, or at least one"
              + " operand and its subscripts list");
    }
    int[] ranks = Arrays.stream(operands).mapToInt(Tensor::dim).toArray();
    EinsumEquation parsed = EinsumEquation.parse(equation, ranks);
    List<Integer> order = order(parsed);
    List<Tensor> aligned = new ArrayList<>();
    for (int i = 0; i < operands.length; i++) {
      aligned.add(aligned(operands[i], parsed.operands().get(i), order, i));
    }
    requireSizes(aligned, order);
    return contracted(aligned, parsed.result().size());
  }

  /** The result's labels first, then those that are summed over. */
  private static List<Integer> order(EinsumEquation equation) {
    List<Integer> order = new ArrayList<>(equation.result());
    TreeSet<Integer> others = new TreeSet<>();
    equation.operands().forEach(others::addAll);
    equation.result().forEach(others::remove);
    order.addAll(others);
    return order;
  }

  /** One dimension for each label, of size 1 for those the operand does not have. */
  private static Tensor aligned(
      Tensor operand, List<Integer> labels, List<Integer> order, int index) {
    Tensor tensor = operand;
    List<Integer> left = new ArrayList<>(labels);
    for (int d = 0; d < left.size(); d++) {
      int twin = left.lastIndexOf(left.get(d));
      while (twin != d) {
        tensor = diagonal(tensor, left.get(d), new int[] {d, twin}, index);
        left.subList(twin, twin + 1).clear();
        twin = left.lastIndexOf(left.get(d));
      }
    }
    int missing = left.size();
    int[] places = new int[order.size()];
    for (int i = 0; i < places.length; i++) {
      int at = left.indexOf(order.get(i));
      if (at < 0) {
        tensor = tensor.unsqueeze(-1);
        at = missing++;
      }
      places[i] = at;
    }
    return tensor.permute(places);
  }

  /** The diagonal of two dimensions, in the place of the first. */
  private static Tensor diagonal(Tensor tensor, int label, int[] dims, int operand) {
    if (tensor.size(dims[0]) != tensor.size(dims[1])) {
      throw new IllegalArgumentException(
          "einsum(): subscript %s is repeated for operand %d but the sizes don't match, %d != %d"
              .formatted(text(label), operand, tensor.size(dims[1]), tensor.size(dims[0])));
    }
    return tensor.diagonal(0, dims[0], dims[1]).movedim(new int[] {-1}, new int[] {dims[0]});
  }

  private static String text(int label) {
    return label < 128 ? String.valueOf((char) label) : "...";
  }

  private static void requireSizes(List<Tensor> aligned, List<Integer> order) {
    for (int d = 0; d < order.size(); d++) {
      long seen = 1;
      for (int i = 0; i < aligned.size(); i++) {
        long size = aligned.get(i).size(d);
        if (size != 1 && seen != 1 && size != seen) {
          throw new IllegalArgumentException(
              "einsum(): subscript %s has size %d for operand %d which does not broadcast with previously seen size %d"
                  .formatted(text(order.get(d)), size, i, seen));
        }
        seen = size == 1 ? seen : size;
      }
    }
  }

  private static Tensor contracted(List<Tensor> operands, int kept) {
    Tensor result = operands.getFirst();
    for (int i = 1; i < operands.size(); i++) {
      List<Tensor> later = operands.subList(i + 1, operands.size());
      int rank = result.dim();
      int[] summed =
          IntStream.range(kept, rank)
              .filter(d -> later.stream().allMatch(tensor -> tensor.size(d) == 1))
              .toArray();
      result = product(result, operands.get(i), summed);
    }
    int[] rest = IntStream.range(kept, result.dim()).toArray();
    if (rest.length == 0) {
      return result;
    }
    // Products leave the dimensions that they sum over, with size 1.
    return operands.size() == 1
        ? result.sum(rest, false)
        : result.reshape(Arrays.copyOf(result.shape(), kept));
  }

  /** The product of two tensors, summed over dimensions that stay with size 1. */
  private static Tensor product(Tensor left, Tensor right, int[] summed) {
    Tensor first = left;
    Tensor second = right;
    List<Integer> inner = new ArrayList<>();
    for (int d : summed) {
      boolean ofFirst = left.size(d) != 1;
      if (ofFirst && right.size(d) != 1) {
        inner.add(d);
      } else if (ofFirst) {
        first = first.sum(d, true).to(left.dtype());
      } else if (right.size(d) != 1) {
        second = second.sum(d, true).to(right.dtype());
      }
    }
    return inner.isEmpty() ? first.mul(second) : multiplied(first, second, inner);
  }

  private static Tensor multiplied(Tensor left, Tensor right, List<Integer> inner) {
    List<Integer> shared = new ArrayList<>();
    List<Integer> ofLeft = new ArrayList<>();
    List<Integer> ofRight = new ArrayList<>();
    for (int d = 0; d < left.dim(); d++) {
      if (!inner.contains(d)) {
        boolean single = right.size(d) == 1;
        (single ? ofLeft : left.size(d) == 1 ? ofRight : shared).add(d);
      }
    }
    Tensor a = matrices(left, List.of(shared, ofLeft, inner, ofRight));
    Tensor b = matrices(right, List.of(shared, inner, ofRight, ofLeft));
    Tensor product = a.bmm(b);
    List<Integer> order = new ArrayList<>(shared);
    order.addAll(ofLeft);
    order.addAll(inner);
    order.addAll(ofRight);
    long[] shape = new long[order.size()];
    int[] places = new int[order.size()];
    for (int i = 0; i < shape.length; i++) {
      int d = order.get(i);
      shape[i] = inner.contains(d) ? 1 : common(left.size(d), right.size(d));
      places[d] = i;
    }
    return product.reshape(shape).permute(places);
  }

  /** The size that two sizes broadcast to, which may be zero. */
  private static long common(long first, long second) {
    return first == 1 ? second : first;
  }

  /** Dimensions in groups, the first three as those of a batch of matrices, the last of size 1. */
  private static Tensor matrices(Tensor tensor, List<List<Integer>> groups) {
    int[] order = groups.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    long[] shape = {1, 1, 1};
    for (int g = 0; g < 3; g++) {
      for (int d : groups.get(g)) {
        shape[g] *= tensor.size(d);
      }
    }
    return tensor.permute(order).reshape(shape);
  }
}
