package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.derivatives.ProductDerivatives;
import dev.adjoint.kernels.DoubleProduct;
import dev.adjoint.kernels.FloatProduct;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.LongProduct;
import dev.adjoint.kernels.Matrix;
import dev.adjoint.kernels.MatrixSizes;

/** Products of vectors, matrices and batches of matrices. */
public final class Products {
  private static final Partial MM_SELF =
      new Partial(Reads.OTHER, (g, self, other, r) -> ProductDerivatives.mmSelf(g, other));
  private static final Partial MM_OTHER =
      new Partial(Reads.SELF, (g, self, other, r) -> ProductDerivatives.mmMat2(g, self));
  private static final Partial MV_SELF =
      new Partial(Reads.OTHER, (g, self, other, r) -> ProductDerivatives.mvSelf(g, other));
  private static final Partial MV_OTHER =
      new Partial(Reads.SELF, (g, self, other, r) -> ProductDerivatives.mvVec(g, self));
  private static final Partial DOT_SELF =
      new Partial(Reads.OTHER, (g, self, other, r) -> ProductDerivatives.dotSelf(g, other));
  private static final Partial DOT_OTHER =
      new Partial(Reads.SELF, (g, self, other, r) -> ProductDerivatives.dotOther(g, self));
  private static final Partial BMM_SELF =
      new Partial(Reads.OTHER, (g, self, other, r) -> ProductDerivatives.bmmSelf(g, other));
  private static final Partial BMM_OTHER =
      new Partial(Reads.SELF, (g, self, other, r) -> ProductDerivatives.bmmMat2(g, self));

  private Products() {}

  /** The product of two matrices. */
  public static Tensor mm(Tensor self, Tensor mat2) {
    if (self.dim() != 2) {
      throw new IllegalArgumentException("self must be a matrix");
    }
    if (mat2.dim() != 2) {
      throw new IllegalArgumentException("mat2 must be a matrix");
    }
    int[] a = self.layout().sizes();
    int[] b = mat2.layout().sizes();
    if (a[1] != b[0]) {
      throw new IllegalArgumentException(
          "mat1 and mat2 shapes cannot be multiplied (%dx%d and %dx%d)"
              .formatted(a[0], a[1], b[0], b[1]));
    }
    if (self.dtype() != mat2.dtype()) {
      throw new IllegalArgumentException(
          "expected m1 and m2 to have the same dtype, but got: "
              + self.dtype().scalarName()
              + " != "
              + mat2.dtype().scalarName());
    }
    requireNumbers("addmm_impl_cpu_", self, mat2);
    Tensor result = product(self, mat2, Layout.dense(a[0], b[1]), 1, sizes(a[0], a[1], b[1]));
    return Recording.isNeeded(self, mat2)
        ? new BinaryNode("MmBackward0", MM_SELF, MM_OTHER, self, mat2).record(result)
        : result;
  }

  /** The product of a matrix and a vector. */
  public static Tensor mv(Tensor self, Tensor vec) {
    if (self.dim() != 2 || vec.dim() != 1) {
      throw new IllegalArgumentException(
          "vector + matrix @ vector expected, got 1, %d, %d".formatted(self.dim(), vec.dim()));
    }
    int[] a = self.layout().sizes();
    int n = vec.layout().sizes()[0];
    if (a[1] != n) {
      throw new IllegalArgumentException(
          "size mismatch, got input (%d), mat (%dx%d), vec (%d)".formatted(a[0], a[0], a[1], n));
    }
    if (self.dtype() != vec.dtype()) {
      throw new IllegalArgumentException(
          "addmv input tensors must have the same dtype, but got %s, %s, and %s"
              .formatted(vec.dtype().title(), self.dtype().title(), vec.dtype().title()));
    }
    requireNumbers("addmv_impl_cpu", self, vec);
    Tensor result = product(self, vec, Layout.dense(a[0]), 1, sizes(a[0], n, 1));
    return Recording.isNeeded(self, vec)
        ? new BinaryNode("MvBackward0", MV_SELF, MV_OTHER, self, vec).record(result)
        : result;
  }

  /** The inner product of two vectors. */
  public static Tensor dot(Tensor self, Tensor other) {
    return dot("DotBackward0", self, other);
  }

  static Tensor dot(String name, Tensor self, Tensor other) {
    if (self.dim() != 1 || other.dim() != 1) {
      throw new IllegalArgumentException(
          "1D tensors expected, but got %dD and %dD tensors".formatted(self.dim(), other.dim()));
    }
    if (self.dtype() != other.dtype()) {
      throw new IllegalArgumentException(
          "dot : expected both vectors to have same dtype, but found %s and %s"
              .formatted(self.dtype().title(), other.dtype().title()));
    }
    int n = self.layout().count();
    if (n != other.layout().count()) {
      throw new IllegalArgumentException(
          "inconsistent tensor size, expected tensor [%d] and src [%d] to have the same number of elements, but got %d and %d elements respectively"
              .formatted(n, other.numel(), n, other.numel()));
    }
    requireNumbers("dot", self, other);
    Tensor result = product(self, other, Layout.dense(), 1, sizes(1, n, 1));
    return Recording.isNeeded(self, other)
        ? new BinaryNode(name, DOT_SELF, DOT_OTHER, self, other).record(result)
        : result;
  }

  /** The products of two batches of matrices. */
  public static Tensor bmm(Tensor self, Tensor mat2) {
    if (self.dim() != 3 || mat2.dim() != 3) {
      throw new IllegalArgumentException(
          (self.dim() != 3 ? "batch1" : "batch2") + " must be a 3D tensor");
    }
    int[] a = self.layout().sizes();
    int[] b = mat2.layout().sizes();
    if (a[0] != b[0] || a[2] != b[1]) {
      throw new IllegalArgumentException(
          "Expected size for first two dimensions of batch2 tensor to be: [%d, %d] but got: [%d, %d]."
              .formatted(a[0], a[2], b[0], b[1]));
    }
    if (self.dtype() != mat2.dtype()) {
      throw new IllegalArgumentException(
          "expected scalar type %s but found %s"
              .formatted(self.dtype().title(), mat2.dtype().title()));
    }
    requireNumbers("bmm", self, mat2);
    Layout shape = Layout.dense(a[0], a[1], b[2]);
    Tensor result = product(self, mat2, shape, a[0], sizes(a[1], a[2], b[2]));
    return Recording.isNeeded(self, mat2)
        ? new BinaryNode("BmmBackward0", BMM_SELF, BMM_OTHER, self, mat2).record(result)
        : result;
  }

  /** Of truth values there are only products without elements. */
  private static void requireNumbers(String kernel, Tensor self, Tensor other) {
    if (self.numel() > 0 && other.numel() > 0) {
      Kernels.numeric(kernel, self);
    }
  }

  private static MatrixSizes sizes(int m, int k, int n) {
    return new MatrixSizes(m, k, n);
  }

  private static Tensor product(
      Tensor self, Tensor other, Layout shape, int batch, MatrixSizes sizes) {
    DType dtype = self.dtype();
    Tensor result = Creation.zeros(dtype.isFloatingPoint() ? dtype : DType.INT64, shape.sizes());
    int step = sizes.m() * sizes.n();
    switch (result.storage().array()) {
      case float[] c -> {
        float[] a = self.storage().floats();
        float[] b = other.storage().floats();
        for (int i = 0; i < batch; i++) {
          FloatProduct.multiply(left(a, self, i), right(b, other, i), c, i * step, sizes);
        }
      }
      case double[] c -> {
        double[] a = self.storage().doubles();
        double[] b = other.storage().doubles();
        for (int i = 0; i < batch; i++) {
          DoubleProduct.multiply(left(a, self, i), right(b, other, i), c, i * step, sizes);
        }
      }
      case long[] c -> {
        Tensor x = self.toLong();
        Tensor y = other.toLong();
        for (int i = 0; i < batch; i++) {
          Matrix<long[]> a = left(x.storage().longs(), x, i);
          LongProduct.multiply(a, right(y.storage().longs(), y, i), c, i * step, sizes);
        }
      }
      default -> throw new IllegalStateException("Products: no kernel for " + dtype);
    }
    return Conversions.to(result, dtype);
  }

  /** One matrix of a batch, a matrix, or a vector as a row. */
  private static <T> Matrix<T> left(T values, Tensor tensor, int batch) {
    int[] strides = tensor.layout().strides();
    int rank = strides.length;
    return new Matrix<>(
        values, first(tensor, batch), rank < 2 ? 0 : strides[rank - 2], strides[rank - 1]);
  }

  /** One matrix of a batch, a matrix, or a vector as a column. */
  private static <T> Matrix<T> right(T values, Tensor tensor, int batch) {
    int[] strides = tensor.layout().strides();
    int rank = strides.length;
    return rank == 1
        ? new Matrix<>(values, first(tensor, batch), strides[0], 0)
        : new Matrix<>(values, first(tensor, batch), strides[rank - 2], strides[rank - 1]);
  }

  private static int first(Tensor tensor, int batch) {
    Layout layout = tensor.layout();
    return layout.offset() + (layout.rank() == 3 ? batch * layout.strides()[0] : 0);
  }
}
