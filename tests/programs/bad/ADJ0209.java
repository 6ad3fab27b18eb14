import dev.adjoint.Differentiable;
import java.lang.reflect.Method;

final class Model {
  @Differentiable
  static double f(Method law, double x) throws ReflectiveOperationException {
    return (double) law.invoke(null, x) * x; // error: [ADJ0209]
  }
}
