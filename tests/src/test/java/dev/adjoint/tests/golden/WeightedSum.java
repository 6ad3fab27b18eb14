package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scalar that is differentiated: the sum of tensors times constant weights.
 *
 * @param tensors those that require a gradient
 * @param weights one per tensor
 */
record WeightedSum(List<Tensor> tensors, List<Tensor> weights) {

  static WeightedSum of(List<@Nullable Object> tensors, JsonNode weights) {
    WeightedSum sum = new WeightedSum(new ArrayList<>(), new ArrayList<>());
    for (int k = 0; k < weights.size(); k++) {
      if (weights.get(k).isObject() && tensors.get(k) instanceof Tensor tensor) {
        sum.add(tensor, GoldenTensors.fresh(RecordedTensor.of(weights.get(k))));
      }
    }
    return sum;
  }

  static WeightedSum plain(@Nullable Tensor[] tensors) {
    WeightedSum sum = new WeightedSum(new ArrayList<>(), new ArrayList<>());
    for (Tensor tensor : tensors) {
      if (tensor != null) {
        sum.add(tensor, Tensor.onesLike(tensor));
      }
    }
    return sum;
  }

  private void add(Tensor tensor, Tensor weight) {
    if (tensor.requiresGrad()) {
      tensors.add(tensor);
      weights.add(weight);
    }
  }

  /** One gradient per input, null where there is no path. */
  @Nullable Tensor[] gradients(Tensor[] inputs, boolean createGraph) {
    if (tensors.isEmpty()) {
      return new @Nullable Tensor[inputs.length];
    }
    return GoldenTensors.gradients(
        tensors.toArray(Tensor[]::new), weights.toArray(Tensor[]::new), inputs, createGraph);
  }
}
