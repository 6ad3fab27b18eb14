import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;

/** Tensors in a loop whose length is data. */
final class TensorLoop {
  @Differentiable
  static Tensor tensorLoop(Tensor w, @NoDiff Tensor x, int steps) {
    Tensor h = x;
    for (int i = 0; i < steps; i++) {
      h = h.matmul(w).relu();
    }
    return h.mean();
  }
}
