package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavingNode;
import dev.adjoint.derivatives.MatrixSumDerivatives;
import java.util.function.BinaryOperator;

/**
 * {@code beta self + alpha product} as one node. The gradients of the factors read the factors
 * only.
 */
public enum MatrixSum {
  /** Of two matrices. */
  ADDMM("AddmmBackward0", Tensor::mm) {
    @Override
    Tensor gradient(Tensor gradOutput, Tensor[] factors, int factor, double alpha) {
      return factor == 0
          ? MatrixSumDerivatives.addmmMat1(gradOutput, factors[1], alpha)
          : MatrixSumDerivatives.addmmMat2(gradOutput, factors[0], alpha);
    }
  },
  /** Of a matrix and a vector. */
  ADDMV("AddmvBackward0", Tensor::mv) {
    @Override
    Tensor gradient(Tensor gradOutput, Tensor[] factors, int factor, double alpha) {
      return factor == 0
          ? MatrixSumDerivatives.addmvMat(gradOutput, factors[1], alpha)
          : MatrixSumDerivatives.addmvVec(gradOutput, factors[0], alpha);
    }
  },
  /** Of two vectors, each element by each. */
  ADDR("AddrBackward0", TensorProducts::outer) {
    @Override
    Tensor gradient(Tensor gradOutput, Tensor[] factors, int factor, double alpha) {
      return factor == 0
          ? MatrixSumDerivatives.addrVec1(gradOutput, factors[1], alpha)
          : MatrixSumDerivatives.addrVec2(gradOutput, factors[0], alpha);
    }
  },
  /** Of two batches of matrices, summed over the batch. */
  ADDBMM("AddbmmBackward0", MatrixSums::total) {
    @Override
    Tensor gradient(Tensor gradOutput, Tensor[] factors, int factor, double alpha) {
      return factor == 0
          ? MatrixSumDerivatives.addbmmBatch1(gradOutput, factors[1], alpha)
          : MatrixSumDerivatives.addbmmBatch2(gradOutput, factors[0], alpha);
    }
  },
  /** Of two batches of matrices. */
  BADDBMM("BaddbmmBackward0", Tensor::bmm) {
    @Override
    Tensor gradient(Tensor gradOutput, Tensor[] factors, int factor, double alpha) {
      return factor == 0
          ? MatrixSumDerivatives.baddbmmBatch1(gradOutput, factors[1], alpha)
          : MatrixSumDerivatives.baddbmmBatch2(gradOutput, factors[0], alpha);
    }
  };

  private final String node;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
  private final BinaryOperator<Tensor> product;

  MatrixSum(String node, BinaryOperator<Tensor> product) {
    this.node = node;
    this.product = product;
  }

  abstract Tensor gradient(Tensor gradOutput, Tensor[] factors, int factor, double alpha);

  /** The sum. */
  public Tensor of(Tensor self, Tensor[] factors, double beta, double alpha) {
    return formula(beta, alpha, self.shape()).applyWith(factors, self, factors[0], factors[1]);
  }

  /** The sum, written over the tensor. */
  public Tensor inPlace(Tensor self, Tensor[] factors, double beta, double alpha) {
    Tensor[] operands = {self, factors[0], factors[1]};
    boolean isRecorded = Recording.isNeeded(operands);
    if (!isRecorded) {
      Tensor values = product.apply(factors[0], factors[1]);
      return this == ADDBMM
          ? MatrixSums.sumResized(self, values, beta, alpha)
          : MatrixSums.sumInPlace(self, values, beta, alpha);
    }
    return formula(beta, alpha, self.shape()).applyInPlaceWith(factors, operands);
  }

  private Formula formula(double beta, double alpha, long... shape) {
    SavingNode.Derivative derivative =
        (g, factors, input) ->
            g[0] == null
                ? null
                : input == 0
                    ? MatrixSumDerivatives.addend(g[0], beta, shape)
                    : gradient(g[0], factors, input - 1, alpha);
    return new Formula(
        node,
        Formula.Saves.NOTHING,
        in -> MatrixSums.sum(in[0], product.apply(in[1], in[2]), beta, alpha),
        derivative);
  }
}
