package dev.adjoint.examples.training;

import dev.adjoint.Differentiable;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;

/** A network of two hidden layers. Called as it stands it is recorded operation by operation. */
final class Classifier {

  private Classifier() {}

  /** The mean cross entropy; {@code ClassifierGrad.loss} is the same as a single graph node. */
  @Differentiable(wrt = {"w1", "w2", "w3"})
  static Tensor loss(Tensor points, Tensor classes, Tensor w1, Tensor w2, Tensor w3) {
    Tensor h1 = points.matmul(w1).tanh();
    Tensor h2 = h1.matmul(w2).tanh();
    Tensor logits = h2.matmul(w3);
    return Functional.crossEntropy(logits, classes);
  }
}
