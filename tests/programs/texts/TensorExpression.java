import dev.adjoint.Differentiable;
import dev.adjoint.Tensor;

/** Tensors: one node of the graph. */
final class TensorExpression {
  @Differentiable
  static Tensor tensorExpression(Tensor w, Tensor x, Tensor b) {
    Tensor h = x.matmul(w).add(b).tanh();
    return h.mul(h).sum();
  }
}
