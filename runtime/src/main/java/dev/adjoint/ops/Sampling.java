package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.function.ToDoubleFunction;

/** Tensors overwritten by random numbers. Formulas: the inverse of each distribution function. */
public final class Sampling {
  private Sampling() {}

  /** Uniform numbers in [from, to). */
  public static Tensor uniform(Tensor self, double from, double to, Generator generator) {
    requireFloating(self, "check_uniform_bounds");
    double most = self.dtype() == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
    checkBound(self, "from", from, most);
    checkBound(self, "to", to, most);
    if (!(from <= to)) {
      throw new IllegalArgumentException(
          "uniform_ expects to return a [from, to) range, but found from=%s > to=%s"
              .formatted(text(from), text(to)));
    }
    if (!(to - from <= most)) {
      throw new IllegalArgumentException(
          "uniform_ expects to-from to be finite, but found to=%s and from=%s"
              .formatted(text(to), text(from)));
    }
    return overwrite(
        self,
        "UniformBackward0",
        self.dtype(),
        count -> Draws.uniform(generator, self.dtype(), count, from, to));
  }

  private static void checkBound(Tensor self, String name, double value, double most) {
    if (!(Math.abs(value) <= most)) {
      throw new IllegalArgumentException(
          name + " is out of bounds for " + self.dtype().scalarName());
    }
  }

  /** Normal numbers. */
  public static Tensor normal(Tensor self, double mean, double std, Generator generator) {
    if (!(std >= 0)) {
      throw new IllegalArgumentException("normal expects std >= 0.0, but found std " + text(std));
    }
    requireFloating(self, "normal_kernel_cpu");
    Draws.Normal normal = new Draws.Normal(mean, std);
    boolean inBlocks = self.isContiguous() && Draws.inBlocks(self.layout().count());
    return overwrite(
        self,
        "NormalBackward0",
        DType.FLOAT64,
        count ->
            inBlocks
                ? Draws.normalBlocks(generator, self.dtype(), count, normal)
                : Draws.doubles(count, generator, normal::next));
  }

  /** Numbers whose logarithm is normal. */
  public static Tensor logNormal(Tensor self, double mean, double std, Generator generator) {
    requirePositive("log_normal_ expects std", "std", std);
    requireFloating(self, "log_normal_cpu");
    Draws.Normal normal = new Draws.Normal(mean, std);
    return each(self, "LogNormalBackward0", generator, source -> Math.exp(normal.next(source)));
  }

  /** Exponentially distributed numbers. */
  public static Tensor exponential(Tensor self, double lambda, Generator generator) {
    requirePositive("exponential_ expects lambda", "lambda", lambda);
    requireContinuous(self, "Exponential", self.dtype().title());
    return each(
        self,
        "ExponentialBackward0",
        generator,
        source -> -1 / lambda * Math.log1p(-source.nextDouble()));
  }

  /** Numbers of trials up to the first success. */
  public static Tensor geometric(Tensor self, double p, Generator generator) {
    if (!(0 < p && p < 1)) {
      throw new IllegalArgumentException(
          "geometric_ expects p to be in (0, 1), but got p=" + text(p));
    }
    if (self.dtype() == DType.BOOL) {
      throw notImplemented("geometric_cpu", self);
    }
    return each(
        self,
        "GeometricBackward0",
        generator,
        source -> Math.ceil(Math.log(source.nextDouble()) / Math.log1p(-p)));
  }

  /** Numbers of the Cauchy distribution. */
  public static Tensor cauchy(Tensor self, double median, double sigma, Generator generator) {
    requirePositive("cauchy_ expects sigma", "sigma", sigma);
    requireContinuous(self, "Cauchy", self.dtype().scalarName());
    return each(
        self,
        "CauchyBackward0",
        generator,
        source -> median + sigma * Math.tan(Math.PI * (source.nextDouble() - 0.5)));
  }

  private static Tensor each(
      Tensor self, String node, Generator generator, ToDoubleFunction<Generator> draw) {
    return overwrite(self, node, DType.FLOAT64, count -> Draws.doubles(count, generator, draw));
  }

  /** The values of so many elements. */
  @FunctionalInterface
  interface Values {
    Object draw(int count);
  }

  /** Draws nothing before the tensor is known to be writable. */
  static Tensor overwrite(Tensor self, String node, DType drawn, Values values) {
    Layout layout = self.layout();
    return InPlace.overwrite(
        self,
        node,
        () -> Dense.write(MemoryOrder.of(self).view(self), values.draw(layout.count()), drawn));
  }

  private static void requireFloating(Tensor self, String kernel) {
    if (!self.dtype().isFloatingPoint()) {
      throw notImplemented(kernel, self);
    }
  }

  static UnsupportedOperationException notImplemented(String kernel, Tensor self) {
    return new UnsupportedOperationException(
        "\"%s\" not implemented for '%s'".formatted(kernel, self.dtype().title()));
  }

  private static void requireContinuous(Tensor self, String distribution, String type) {
    if (!self.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "%s distribution is a continuous probability distribution. dtype must be a floating point but you specified %s"
              .formatted(distribution, type));
    }
  }

  private static void requirePositive(String what, String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(
          "%s > 0.0, but found %s=%s".formatted(what, name, text(value)));
    }
  }

  /** A number as messages show it: whole numbers without a point. */
  static String text(double value) {
    return value == (long) value ? Long.toString((long) value) : Double.toString(value);
  }
}
