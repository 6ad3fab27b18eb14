package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Bag;
import org.jspecify.annotations.Nullable;

/**
 * Sums or means of the rows of bags, and their derivatives.
 *
 * @param members which rows count in which bag
 * @param options sums or means, and how gradients of rows are scaled
 */
record BagSums(BagMembers members, Bag options) {

  /** One row for each bag; factors are those of all places of the input. */
  Tensor of(Tensor weight, @Nullable Tensor factors) {
    Tensor rows = weight.indexSelect(0, places());
    Tensor weighted =
        factors == null ? rows : rows.mul(factors.indexSelect(0, positions()).unsqueeze(1));
    Tensor sums =
        Tensor.zeros(rows.dtype(), members.count(), rows.size(1)).indexAdd(0, bags(), weighted);
    return options.mode() == Bag.Mode.SUM ? sums : sums.div(members.sizes(sums));
  }

  /** The gradients of bags, added up in the table. */
  Tensor weightGradient(Tensor gradOutput, Tensor weight, @Nullable Tensor factors) {
    Tensor each = gradOfRows(gradOutput);
    if (factors != null) {
      each = each.mul(factors.indexSelect(0, positions()).unsqueeze(1));
    }
    if (options.rows().scalesGradByFrequency()) {
      Tensor shares = Embeddings.shares(members.places(), each.dtype());
      each = each.mul(shares.indexSelect(0, positions()));
    }
    return Tensor.zeros(each.dtype(), weight.shape()).indexAdd(0, places(), each);
  }

  /** The gradients of bags times their rows; none for rows that do not count. */
  Tensor factorGradient(Tensor gradOutput, Tensor weight) {
    Tensor rows = weight.indexSelect(0, places());
    Tensor products = gradOfRows(gradOutput).mul(rows).sum(1, false);
    return Tensor.zeros(products.dtype(), members.places().length)
        .indexAdd(0, positions(), products);
  }

  private Tensor gradOfRows(Tensor gradOutput) {
    Tensor each =
        options.mode() == Bag.Mode.SUM ? gradOutput : gradOutput.div(members.sizes(gradOutput));
    return each.indexSelect(0, bags());
  }

  /** The table's rows that count. */
  private Tensor places() {
    long[] all = members.places();
    long[] positions = members.positions();
    long[] counted = new long[positions.length];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = all[(int) positions[i]];
    }
    return Tensor.tensor(counted);
  }

  private Tensor positions() {
    return Tensor.tensor(members.positions());
  }

  private Tensor bags() {
    return Tensor.tensor(members.bagsOfPositions());
  }
}
