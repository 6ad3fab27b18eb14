import dev.adjoint.Differentiable;
import java.awt.geom.Point2D;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Calls of what is not known or has no derivative. */
final class Callees {

  interface Law {
    double at(double x);
  }

  abstract static class Curve {
    abstract double height(double x);
  }

  @Differentiable
  static double noSource(double x, double y) {
    return Point2D.distance(0, 0, x, y) + y; // error: [ADJ0201]
  }

  @Differentiable
  static double noSourceInLoop(double[] x) {
    double s = 0;
    for (double v : x) {
      s += Point2D.distanceSq(0, 0, v, v); // error: [ADJ0201]
    }
    return s;
  }

  @Differentiable
  static double noSourceInArgument(double x) {
    return Math.sin(Point2D.distance(0, 1, x, x) + x); // error: [ADJ0201]
  }

  @Differentiable
  static double noSourceInCallee(double x) {
    return scaled(x) * x;
  }

  private static double scaled(double x) {
    return Math.scalb(x, 3) + Point2D.distance(0, 1, x, x); // error: [ADJ0201]
  }

  @Differentiable
  static double noSourceOnBranch(double x) {
    return x > 2 ? Point2D.distance(0, 1, x, x) : x; // error: [ADJ0201]
  }

  @Differentiable
  static double noSourceIntoArray(double[] x, double y) {
    x[0] = Point2D.distance(0, 1, y, y); // error: [ADJ0201]
    return x[0] * y;
  }

  @Differentiable
  static double twoWithoutSource(double x, double y) {
    double a = Point2D.distance(0, 1, x, x); // error: [ADJ0201]
    double b = Point2D.distance(0, 1, y, y); // error: [ADJ0201]
    return a * b;
  }

  @Differentiable
  static double operator(DoubleUnaryOperator g, double x) {
    double y = x * x;
    return g.applyAsDouble(y) + x; // error: [ADJ0202]
  }

  @Differentiable
  static double operatorInLoop(DoubleBinaryOperator g, double[] x) {
    double s = 0;
    for (double v : x) {
      s = g.applyAsDouble(s, v); // error: [ADJ0202]
    }
    return s;
  }

  @Differentiable
  static double generic(Function<Double, Double> g, double x) {
    return g.apply(x * x); // error: [ADJ0202]
  }

  @Differentiable
  static double ownInterface(Law law, double x) {
    return law.at(x) * x; // error: [ADJ0202]
  }

  @Differentiable
  static double abstractClass(Curve curve, double x) {
    return curve.height(x * 2); // error: [ADJ0202]
  }

  @Differentiable
  static double passedOn(Law law, double x) {
    return atDouble(law, x) + x;
  }

  private static double atDouble(Law law, double x) {
    return law.at(2 * x); // error: [ADJ0202]
  }

  @Differentiable
  static double reflection(Method method, double x) throws ReflectiveOperationException {
    return (double) method.invoke(null, x); // error: [ADJ0209]
  }

  @Differentiable
  static double handle(MethodHandle handle, double x) throws Throwable {
    return (double) handle.invokeExact(x); // error: [ADJ0209]
  }

  /** A supplier takes nothing of the parameters along. */
  @Differentiable
  static double supplied(DoubleSupplier scale, double x) {
    return x * scale.getAsDouble();
  }

  /** Unknown code that only decides. */
  @Differentiable
  static double decided(Law law, double x) {
    return law.at(x) > 0 ? x * x : x;
  }
}
