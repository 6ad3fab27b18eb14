package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavingNode;
import java.util.Arrays;
import java.util.function.Function;

/**
 * An operation that is computed by others but recorded as one node with a derivative of its own.
 *
 * @param name the name of its node
 * @param saves which values its derivative reads
 * @param forward computes the result from the operands
 * @param derivative the gradient of each operand
 */
record Formula(
    String name,
    Saves saves,
    Function<Tensor[], Tensor> forward,
    SavingNode.Derivative derivative) {

  /** What the node keeps, in this order: operands, then the result. */
  enum Saves {
    NOTHING(false, false),
    OPERANDS(true, false),
    RESULT(false, true),
    ALL(true, true);

    final boolean operands;
    private final boolean result;

    Saves(boolean operands, boolean result) {
      this.operands = operands;
      this.result = result;
    }

    Tensor[] of(Tensor[] inputs, Tensor value) {
      int kept = operands ? inputs.length : 0;
      Tensor[] saved = Arrays.copyOf(inputs, kept + (result ? 1 : 0));
      if (result) {
        saved[kept] = value;
      }
      return saved;
    }
  }

  /**
   * Stands for an operand that is not given, such as a bias: the node has an input without edge.
   */
  static Tensor absent() {
    return Tensor.zeros(0);
  }

  /** The result, recorded if an operand requires a gradient. */
  Tensor apply(Tensor... operands) {
    Tensor result = unrecorded(operands);
    return Recording.isNeeded(operands) ? Recording.attach(result, node(operands, result)) : result;
  }

  /**
   * The result, where the derivative reads further tensors, saved behind the others, that are no
   * inputs of the node.
   */
  Tensor applyWith(Tensor[] constants, Tensor... operands) {
    Tensor result = unrecorded(operands);
    if (!Recording.isNeeded(operands)) {
      return result;
    }
    Tensor[] read = saves.of(operands, result);
    Tensor[] saved = Arrays.copyOf(read, read.length + constants.length);
    System.arraycopy(constants, 0, saved, read.length, constants.length);
    return Recording.attach(result, new SavingNode(name, 1, derivative, operands, saved));
  }

  /** The result written over the first operand. */
  Tensor applyInPlace(Tensor... operands) {
    Tensor self = operands[0];
    Tensor result = unrecorded(operands);
    DType dtype = result.dtype();
    InPlace.check(self, dtype);
    InPlace.checkShape(self, result.layout());
    boolean recorded = Recording.isNeeded(operands);
    Tensor[] before = operands.clone();
    if (recorded && saves.operands) {
      before[0] = Recording.before(self);
    }
    Dense.write(self, result.storage().array(), dtype);
    if (recorded) {
      Recording.rebase(self, node(before, self));
    }
    return self;
  }

  /** As {@link #applyInPlace}, where the derivative reads tensors that are no inputs. */
  Tensor applyInPlaceWith(Tensor[] constants, Tensor... operands) {
    Tensor self = operands[0];
    Tensor result = unrecorded(operands);
    InPlace.check(self, result.dtype());
    InPlace.checkShape(self, result.layout());
    SavingNode node = new SavingNode(name, 1, derivative, operands, constants);
    Dense.write(self, result.storage().array(), result.dtype());
    Recording.rebase(self, node);
    return self;
  }

  private Tensor unrecorded(Tensor[] operands) {
    try (var _ = GradMode.set(false)) {
      return forward.apply(operands);
    }
  }

  private SavingNode node(Tensor[] operands, Tensor result) {
    return new SavingNode(name, 1, derivative, operands, saves.of(operands, result));
  }
}
