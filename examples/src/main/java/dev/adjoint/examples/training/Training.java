package dev.adjoint.examples.training;

import dev.adjoint.Autograd;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import java.time.Duration;

/** Gradient descent on weights of its own; the time that its steps take is added up. */
final class Training {
  private static final int HIDDEN = 32;
  private static final double LEARNING_RATE = 0.5;

  private final Loss loss;
  private final Spirals data;
  private final Tensor[] weights;
  private Duration time = Duration.ZERO;

  /** {@code Classifier::loss} or {@code ClassifierGrad::loss}. */
  interface Loss {
    Tensor of(Tensor points, Tensor classes, Tensor w1, Tensor w2, Tensor w3);
  }

  /** Equal seeds give equal weights to start from. */
  Training(Loss loss, Spirals data, long seed) {
    Generator generator = new Generator(seed);
    this.loss = loss;
    this.data = data;
    this.weights =
        new Tensor[] {
          weights(generator, Spirals.COLUMNS, HIDDEN),
          weights(generator, HIDDEN, HIDDEN),
          weights(generator, HIDDEN, Spirals.CLASSES)
        };
  }

  private static Tensor weights(Generator generator, int inputs, int outputs) {
    return Tensor.randn(generator, inputs, outputs).div(Math.sqrt(inputs)).requiresGrad_();
  }

  /** One step; returns the loss before it. */
  double step() {
    long start = System.nanoTime();
    Tensor value = loss.of(data.points(), data.classes(), weights[0], weights[1], weights[2]);
    descend(Autograd.grad(value, weights));
    time = time.plusNanos(System.nanoTime() - start);
    return value.item();
  }

  Duration time() {
    return time;
  }

  private void descend(Tensor[] gradients) {
    try (var _ = Autograd.noGrad()) {
      for (int i = 0; i < weights.length; i++) {
        weights[i].sub_(gradients[i].mul(LEARNING_RATE));
      }
    }
  }
}
