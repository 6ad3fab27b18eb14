import dev.adjoint.Differentiable;

interface Model {
  @Differentiable // error: [ADJ0101]
  double energy(double x);
}
