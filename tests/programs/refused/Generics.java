import dev.adjoint.Differentiable;
import java.util.List;

/** Generic classes, and records that do not show what they hold. */
abstract class Generics<T extends Number> {
  final double weight;
  final List<T> steps;

  Generics(double weight, List<T> steps) {
    this.weight = weight;
    this.steps = steps;
  }

  abstract double seen(T step);

  @Differentiable
  double ofField(double x) {
    double s = 0;
    for (int i = 0; i < steps.size(); i++) { // error: [ADJ0405]
      s += x * weight;
    }
    return s;
  }

  @Differentiable
  double ofMember(double x, T step) {
    return x * weight * seen(step); // error: [ADJ0405]
  }

  record Absolute(double v) {
    @Override
    public double v() {
      return Math.abs(v);
    }
  }

  @Differentiable
  static double ofAccessor(Absolute a) { // error: [ADJ0405]
    return a.v();
  }

  record Kept(double[] v) {
    @Override
    public double[] v() {
      return v.clone();
    }

    double next() {
      v[0] *= 2; // error: [ADJ0302]
      return v[0];
    }
  }

  @Differentiable
  static double ofArray(Kept kept, double x) {
    return kept.next() * x;
  }
}
