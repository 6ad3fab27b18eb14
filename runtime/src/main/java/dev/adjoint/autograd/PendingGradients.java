package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backward pass is going to add to the gradients of tensors, once nothing can fail any more:
 * either all of it is added or nothing.
 */
final class PendingGradients {
  private record Accumulation(AccumulateGrad leaf, Tensor gradient) {}

  private record Retained(Tensor result, Tensor gradient) {}

  private final List<Accumulation> accumulations = new ArrayList<>();
  private final List<Retained> retained = new ArrayList<>(0);

  /** Announces a gradient of a leaf. */
  void add(AccumulateGrad leaf, Tensor gradient) {
    accumulations.add(new Accumulation(leaf, gradient));
  }

  /** Announces a gradient of a result that keeps its gradient. */
  void retain(Tensor result, Tensor gradient) {
    retained.add(new Retained(result, gradient));
  }

  private static Tensor sum(Retained entry) {
    Tensor present = History.meta(entry.result).grad;
    return present == null ? entry.gradient : present.add(entry.gradient);
  }

  /**
   * Adds the gradients; then runs the hooks of leaves, which find all of them added.
   *
   * @throws RuntimeException if a present gradient cannot be added to, and then none was; or from a
   *     hook, and then all were
   */
  void commit() {
    for (Accumulation accumulation : accumulations) {
      accumulation.leaf.checkPresent();
    }
    List<Tensor> sums = retained.stream().map(PendingGradients::sum).toList();
    for (int i = 0; i < sums.size(); i++) {
      History.meta(retained.get(i).result).grad = sums.get(i);
    }
    for (Accumulation accumulation : accumulations) {
      accumulation.leaf.accumulate(accumulation.gradient);
    }
    for (Accumulation accumulation : accumulations) {
      accumulation.leaf.runHooksAfter(accumulation.gradient);
    }
  }
}
