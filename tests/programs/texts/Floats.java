import dev.adjoint.Differentiable;

/** Single precision throughout. */
final class Floats {
  @Differentiable
  static float floats(float[] x, float k) {
    float s = 0;
    for (float v : x) {
      s += k * v * v;
    }
    return (float) Math.sqrt(s);
  }
}
