import dev.adjoint.Differentiable;
import dev.adjoint.Tensor;

final class Model {
  @Differentiable
  static Tensor f(Tensor x) {
    Tensor weights = Tensor.ones(2, 3);
    Tensor inputs = x.reshape(3, 5);
    return weights.matmul(inputs).sum();
  }
}
