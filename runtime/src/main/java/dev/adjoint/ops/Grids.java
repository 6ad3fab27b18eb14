package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.JoinNode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.kernels.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tensors stretched to each other, all combinations of elements, and blocks along a diagonal. */
public final class Grids {
  private Grids() {}

  /** Tensors expanded to their common shape. */
  public static Tensor[] broadcast(Tensor... tensors) {
    Layout shape = Layout.dense();
    for (Tensor tensor : tensors) {
      shape = Broadcast.of(shape, tensor.layout());
    }
    long[] sizes = Views.toLongs(shape.sizes());
    return Arrays.stream(tensors).map(tensor -> tensor.expand(sizes)).toArray(Tensor[]::new);
  }

  /** Vectors as the coordinates of a grid. */
  public static Tensor[] mesh(Tensor[] tensors, String indexing) {
    checkMesh(tensors, indexing);
    int rank = tensors.length;
    int[] places = Reindexing.identity(rank);
    if (indexing.equals("xy") && rank >= 2) {
      places[0] = 1;
      places[1] = 0;
    }
    long[] shape = new long[rank];
    for (int i = 0; i < rank; i++) {
      shape[places[i]] = tensors[i].numel();
    }
    Tensor[] grids = new Tensor[rank];
    for (int i = 0; i < rank; i++) {
      long[] own = new long[rank];
      Arrays.fill(own, 1);
      own[places[i]] = tensors[i].numel();
      grids[i] = tensors[i].view(own).expand(shape);
    }
    return grids;
  }

  private static String columns(long... sizes) {
    return Arrays.stream(sizes).mapToObj(" %d"::formatted).collect(Collectors.joining(" "));
  }

  private static void checkMesh(Tensor[] tensors, String indexing) {
    if (tensors.length == 0) {
      throw new IllegalArgumentException("meshgrid expects a non-empty TensorList");
    }
    for (Tensor tensor : tensors) {
      if (tensor.dim() > 1) {
        throw new IllegalArgumentException(
            "torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: "
                + columns(tensor.shape()));
      }
      if (tensor.dtype() != tensors[0].dtype()) {
        throw new IllegalArgumentException("meshgrid expects all tensors to have the same dtype");
      }
    }
    if (!indexing.equals("ij") && !indexing.equals("xy")) {
      throw new IllegalArgumentException(
          "torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: " + indexing);
    }
  }

  /** All combinations of one element of each vector, one a row. */
  public static Tensor cartesianProduct(Tensor... vectors) {
    for (Tensor vector : vectors) {
      requireVector(vector);
    }
    if (vectors.length == 1) {
      return vectors[0];
    }
    Tensor[] columns =
        Arrays.stream(mesh(vectors, "ij")).map(grid -> grid.reshape(-1)).toArray(Tensor[]::new);
    return Joining.stack(columns, 1);
  }

  private static void requireVector(Tensor vector) {
    if (vector.dim() != 1) {
      throw new IllegalArgumentException(
          "Expect a 1D vector, but got shape " + Arrays.toString(vector.shape()));
    }
  }

  /** All combinations of elements of a vector in the order of their places, one a row. */
  public static Tensor combinations(Tensor vector, int length, boolean withReplacement) {
    requireVector(vector);
    if (length < 0) {
      throw new IllegalArgumentException("Expect a non-negative number, but got " + length);
    }
    if (length == 0) {
      return Creation.zeros(vector.dtype(), 0);
    }
    checkCount(vector.numel(), length, withReplacement);
    List<int[]> rows = rows((int) vector.numel(), length, withReplacement);
    if (rows.isEmpty()) {
      return vector.narrow(0, 0, 0).unsqueeze(1).expand(0, length);
    }
    Tensor[] columns = new Tensor[length];
    for (int c = 0; c < length; c++) {
      long[] places = new long[rows.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = rows.get(i)[c];
      }
      columns[c] = vector.indexSelect(0, Tensor.tensor(places));
    }
    return Joining.stack(columns, 1);
  }

  private static void checkCount(long n, int length, boolean withReplacement) {
    long from = withReplacement ? n + length - 1 : n;
    double count = n == 0 || from < length ? 0 : length;
    // Binomial coefficients: the smaller of the two lower numbers bounds the work.
    for (long k = 1; k <= Math.min(length, from - length) && count <= Layout.MAX_ELEMENTS; k++) {
      count *= (double) (from - k + 1) / k;
    }
    if (count > Layout.MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "combinations of %d of %d elements are more than %d numbers, the most that one Java array holds"
              .formatted(length, n, Layout.MAX_ELEMENTS));
    }
  }

  private static List<int[]> rows(int n, int length, boolean withReplacement) {
    List<int[]> rows = new ArrayList<>();
    boolean more = withReplacement ? n > 0 : n >= length;
    int[] row = new int[more ? length : 0];
    for (int i = 0; i < row.length && !withReplacement; i++) {
      row[i] = i;
    }
    while (more) {
      rows.add(row.clone());
      more = advance(row, n, withReplacement);
    }
    return rows;
  }

  /** The next combination; false after the last one. */
  private static boolean advance(int[] row, int n, boolean withReplacement) {
    int at = row.length - 1;
    while (at >= 0 && row[at] == (withReplacement ? n - 1 : n - row.length + at)) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    row[at]++;
    for (int i = at + 1; i < row.length; i++) {
      row[i] = withReplacement ? row[at] : row[i - 1] + 1;
    }
    return true;
  }

  /** Matrices along the diagonal of a larger one; vectors count as rows. */
  public static Tensor blockDiagonal(Tensor... tensors) {
    DType dtype = tensors.length == 0 ? DType.FLOAT32 : tensors[0].dtype();
    long rows = 0;
    long columns = 0;
    Tensor[] blocks = new Tensor[tensors.length];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = block(tensors[i], i);
      dtype = DType.promote(dtype, tensors[i].dtype());
      rows += blocks[i].size(0);
      columns += blocks[i].size(1);
    }
    Tensor result = Creation.zeros(dtype, Creation.sizes(tensors.length == 0 ? 1 : rows, columns));
    Corner[] corners = corners(blocks);
    for (int i = 0; i < blocks.length; i++) {
      corners[i].part(result).copy_(blocks[i]);
    }
    return Recording.isNeeded(tensors)
        ? Recording.attach(result, blockNode(tensors, corners))
        : result;
  }

  private static JoinNode blockNode(Tensor[] tensors, Corner[] corners) {
    long[][] shapes = Arrays.stream(tensors).map(Tensor::shape).toArray(long[][]::new);
    DType[] types = Arrays.stream(tensors).map(Tensor::dtype).toArray(DType[]::new);
    return new JoinNode(
        "BlockDiagBackward0",
        (g, i) -> corners[i].part(g).to(types[i]).reshape(shapes[i]),
        tensors);
  }

  /** Where a block lies. */
  private record Corner(long row, long column, long rows, long columns) {
    Tensor part(Tensor whole) {
      return whole.narrow(0, row, rows).narrow(1, column, columns);
    }
  }

  private static Corner[] corners(Tensor[] blocks) {
    Corner[] corners = new Corner[blocks.length];
    long row = 0;
    long column = 0;
    for (int i = 0; i < blocks.length; i++) {
      corners[i] = new Corner(row, column, blocks[i].size(0), blocks[i].size(1));
      row += blocks[i].size(0);
      column += blocks[i].size(1);
    }
    return corners;
  }

  private static Tensor block(Tensor tensor, int position) {
    if (tensor.dim() > 2) {
      throw new IllegalArgumentException(
          "torch.block_diag: Input tensors must have 2 or fewer dimensions. Input %d has %d dimensions"
              .formatted(position, tensor.dim()));
    }
    Tensor bare = Conversions.detach(tensor);
    return tensor.dim() == 2 ? bare : bare.reshape(1, -1);
  }
}
