package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavingNode;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/**
 * An operation that writes some elements of its first operand: over a copy of it, or in place.
 *
 * @param name the name of its node
 * @param saves which values its derivative reads
 * @param writing writes the elements
 * @param derivative the gradient of each operand; finds the kept tensors behind the saved values
 * @param kept indices that the derivative reads
 */
record Update(
    String name,
    Formula.Saves saves,
    Writing writing,
    SavingNode.Derivative derivative,
    Tensor... kept) {

  /** Writes the elements of one tensor. */
  @FunctionalInterface
  interface Writing {

    /**
     * Writes.
     *
     * @param target the tensor to write, without history
     * @param operands all operands
     */
    void write(Tensor target, Tensor[] operands);
  }

  /** A copy with the elements written, recorded if an operand requires a gradient. */
  Tensor apply(Tensor... operands) {
    Tensor self = operands[0];
    Layout shape = Layout.dense(self.layout().sizes());
    Tensor result = Dense.tensor(Dense.copy(self, self.dtype()), self.dtype(), shape);
    writing.write(result, operands);
    return Recording.isNeeded(operands) ? Recording.attach(result, node(operands, result)) : result;
  }

  /** The first operand with the elements written. */
  Tensor applyInPlace(Tensor... operands) {
    Tensor self = operands[0];
    InPlace.checkWritable(self);
    boolean recorded = Recording.isNeeded(operands);
    Tensor[] before = operands.clone();
    if (recorded && saves.operands) {
      before[0] = Recording.before(self);
    }
    writing.write(Conversions.detach(self), operands);
    self.storage().markWritten();
    if (recorded) {
      Recording.rebase(self, node(before, self));
    }
    return self;
  }

  private SavingNode node(Tensor[] operands, Tensor result) {
    Tensor[] saved = saves.of(operands, result);
    Tensor[] all = Arrays.copyOf(saved, saved.length + kept.length);
    System.arraycopy(kept, 0, all, saved.length, kept.length);
    return new SavingNode(name, 1, derivative, operands, all);
  }
}
