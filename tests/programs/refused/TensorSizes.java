import dev.adjoint.Differentiable;
import dev.adjoint.Tensor;

/** Shapes that the text fixes, and that cannot be combined. */
final class TensorSizes {

  @Differentiable
  static Tensor elements(Tensor x) {
    Tensor a = x.reshape(2, 3);
    Tensor b = x.view(3, 2);
    return a.mul(2).sin().add(b); // error: [ADJ0801]
  }

  @Differentiable
  static Tensor products(Tensor x) {
    Tensor a = x.reshape(4, 2, 3);
    Tensor v = Tensor.ones(3);
    Tensor good = a.matmul(v).add(Tensor.zeros(4, 1)).mul(Tensor.ones(5, 1, 1));
    return good.sum().add(a.matmul(Tensor.ones(3, 4, 3, 2)).sum()).add(a.mm(Tensor.ones(2)).sum()); // error: [ADJ0801]
  }

  @Differentiable
  static Tensor batches(Tensor x) {
    return x.reshape(4, 2, 3).matmul(Tensor.ones(5, 3, 2)).sum(); // error: [ADJ0801]
  }

  @Differentiable
  static Tensor reshaped(Tensor x) {
    return x.mul(Tensor.ones(2, 3).reshape(3, 2)).add(Tensor.ones(6).view(2, 2)); // error: [ADJ0801]
  }

  /** In a branch and a callee, too. */
  @Differentiable
  static Tensor branches(Tensor x, int n) {
    Tensor y = x.reshape(2, 3);
    return n > 0 ? y : y.add(half(y));
  }

  private static Tensor half(Tensor y) {
    return y.reshape(6).mul(Tensor.full(new long[] {5}, 0.5)); // error: [ADJ0801]
  }

  /** Nothing is known of what is passed in, of sizes that are computed, and of what loops carry. */
  @Differentiable
  static Tensor unknown(Tensor x, int n) {
    Tensor y = Tensor.ones(2, 3);
    for (int i = 0; i < n; i++) {
      y = y.matmul(x);
    }
    Tensor z = Tensor.ones(n, 3).add(x.reshape(-1, 3));
    return y.add(z).mul(Tensor.ones(7, 5)).sum();
  }

  /** What agrees. */
  @Differentiable
  static Tensor agreeing(Tensor x) {
    Tensor total = x.reshape(2, 3).add(Tensor.ones(3)).sum().add(Tensor.ones(2, 2));
    Tensor dot = x.view(6).matmul(Tensor.ones(6)).mul(Tensor.ones(5));
    return total.sum().add(dot.sum()).add(Tensor.ones(0, 3).mul(x.reshape(1, 1, 6).sum()).sum());
  }
}
