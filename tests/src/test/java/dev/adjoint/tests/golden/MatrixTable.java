package dev.adjoint.tests.golden;

import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import java.util.Objects;

/** Norms and functions of matrices, products of vectors, sums of products, distances. */
final class MatrixTable {

  private static final int[] LAST_TWO = {-2, -1};

  private MatrixTable() {}

  static void register(OperatorTable table) {
    norms(table);
    functions(table);
    vectors(table);
  }

  private static Tensor converted(Arguments a, int position) {
    var dtype = a.dtype(position);
    return dtype == null ? a.tensor(0) : a.tensor(0).to(dtype);
  }

  private static void norms(OperatorTable table) {
    table.single("linalg.matrix_norm", MatrixTable::matrixNorm);
    table.single("linalg.norm", MatrixTable::norm);
    table.single("norm:nuc", MatrixTable::named);
    table.single("norm:fro", MatrixTable::named);
    table.single("linalg.cond", MatrixTable::condition);
  }

  private static Tensor matrixNorm(Arguments a) {
    int[] dim = Objects.requireNonNullElse(a.integers(2, "dim"), LAST_TWO);
    boolean keepdim = a.flag(3, "keepdim", false);
    Tensor self = converted(a, 4);
    return a.find(1, "ord") instanceof Number ord
        ? Linalg.matrixNorm(self, ord.doubleValue(), dim, keepdim)
        : Linalg.matrixNorm(self, a.text(1, "ord", "fro"), dim, keepdim);
  }

  private static Tensor norm(Arguments a) {
    int[] dim = a.integers(2, "dim");
    boolean keepdim = a.flag(3, "keepdim", false);
    Tensor self = converted(a, 4);
    return switch (a.find(1, "ord")) {
      case String name -> Linalg.norm(self, name, dim, keepdim);
      case Number ord -> Linalg.norm(self, (Double) ord.doubleValue(), dim, keepdim);
      case null, default -> Linalg.norm(self, (Double) null, dim, keepdim);
    };
  }

  private static Tensor named(Arguments a) {
    int[] dim = Objects.requireNonNullElse(a.integers(2, "dim"), new int[0]);
    return converted(a, 4).norm(a.text(1, "p", "fro"), dim, a.flag(3, "keepdim", false));
  }

  private static Tensor condition(Arguments a) {
    return switch (a.find(1, "p")) {
      case String name -> Linalg.cond(a.tensor(0), name);
      case Number p -> Linalg.cond(a.tensor(0), p.doubleValue());
      case null, default -> Linalg.cond(a.tensor(0));
    };
  }

  private static void functions(OperatorTable table) {
    table.single("matrix_power", a -> a.tensor(0).matrixPower(a.integer(1, "n", 0)));
    table.single("linalg.matrix_power", a -> Linalg.matrixPower(a.tensor(0), a.integer(1, "n", 0)));
    table.single("matrix_exp", a -> a.tensor(0).matrixExp());
    table.single("linalg.matrix_exp", a -> Linalg.matrixExp(a.tensor(0)));
    table.single("linalg.multi_dot", a -> Linalg.multiDot(a.tensors(0).toArray(Tensor[]::new)));
    table.single(
        "linalg.vander",
        a ->
            a.has(1, "N")
                ? Linalg.vander(a.tensor(0), a.integer(1, "N", 0))
                : Linalg.vander(a.tensor(0)));
    table.single(
        "einsum",
        a -> Tensor.einsum(a.text(1, "equation", ""), a.tensors(0).toArray(Tensor[]::new)));
  }

  private static void vectors(OperatorTable table) {
    table.single(
        "linalg.vecdot", a -> Linalg.vecdot(a.tensor(0), a.tensor(1), a.integer(2, "dim", -1)));
    table.single(
        "linalg.cross", a -> Linalg.cross(a.tensor(0), a.tensor(1), a.integer(2, "dim", -1)));
    table.single(
        "cross",
        a ->
            a.has(2, "dim")
                ? a.tensor(0).cross(a.tensor(1), a.integer(2, "dim", 0))
                : a.tensor(0).cross(a.tensor(1)));
    table.single("cdist", a -> Tensor.cdist(a.tensor(0), a.tensor(1), a.number(2, "p", 2)));
    table.single("nn.functional.pdist", a -> Functional.pdist(a.tensor(0), a.number(1, "p", 2)));
  }
}
