package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Objects without numbers, under the names of types that are wider than their classes. */
final class DeclaredTypes {
  private DeclaredTypes() {}

  /** What is applied to a number. */
  interface Layer {
    double forward(double x);

    default double twice(double x) {
      return forward(forward(x));
    }
  }

  record Tanh() implements Layer {
    @Override
    public double forward(double x) {
      return Math.tanh(x);
    }
  }

  record Power(int exponent) implements Layer {
    @Override
    public double forward(double x) {
      return Math.pow(x, exponent);
    }
  }

  static int weight(Object any) {
    return any == null ? 2 : 3;
  }

  static int weight(String text) {
    return text.length();
  }

  static int weight(Layer layer) {
    return layer == null ? 5 : 7;
  }

  static int weight(Power power) {
    return 10 + power.exponent();
  }

  private static double tested(double x, Object any) {
    return any instanceof Integer number ? number * x : x * weight(any);
  }

  @SuppressWarnings("ReferenceEquality") // whether they are one object is asked
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double layers(double x, int n) {
    Layer first = new Tanh();
    Power second = new Power(n);
    Layer declared = second;
    if (declared == second) {
      x *= 2;
    }
    Object any = declared;
    return first.twice(x) * declared.forward(x)
        + (any instanceof Power power ? power.exponent() : 0) * x
        + (declared instanceof Tanh ? 5 : 1) * x
        + weight(declared) * x
        + weight(second) * x;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double texts(double x, String text) {
    Object any = text;
    CharSequence characters = text;
    return (any instanceof Integer number ? number : 2) * x
        + (characters instanceof String same ? same.length() * x * x : 3)
        + tested(x, text)
        + weight(any) * x
        + weight(text) * x;
  }
}
