import dev.adjoint.Differentiable;

/** Derivatives lost in integers, bits and text. */
final class LostInConversions {

  @Differentiable
  static double castInLoop(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += (int) x[i]; // error: [ADJ0203]
    }
    return s;
  }

  @Differentiable
  static double castOfProduct(double x) {
    long whole = (long) (x * 10); // error: [ADJ0203]
    return whole * x;
  }

  @Differentiable
  static double castInCompoundAssignment(double x) {
    int n = 3;
    n *= x; // error: [ADJ0203]
    return n;
  }

  @Differentiable
  static double castOnOneBranch(double x, boolean coarse) {
    double y = x * x;
    if (coarse) {
      y = (int) y; // error: [ADJ0203]
    }
    return y;
  }

  @Differentiable
  static double castInConditional(double x) {
    return x > 1 ? (short) x : x; // error: [ADJ0203]
  }

  @Differentiable
  static double castToChar(double x) {
    return (char) x; // error: [ADJ0203]
  }

  @Differentiable
  static double castInCallee(double x) {
    return truncated(x * 3) + x;
  }

  private static int truncated(double x) {
    return (int) x; // error: [ADJ0203]
  }

  @Differentiable
  static double twoCasts(double x, double y) {
    int a = (int) x; // error: [ADJ0203]
    int b = (int) y; // error: [ADJ0203]
    return a + b + x * y;
  }

  @Differentiable
  static double castIntoArray(double x) {
    double[] a = new double[2];
    a[1] = (int) (2 * x); // error: [ADJ0203]
    return a[1] * x;
  }

  @Differentiable
  static double castIntoIntArray(double x) {
    int[] a = new int[2];
    a[1] = (int) (2 * x); // error: [ADJ0203]
    return a[1] * x;
  }

  @Differentiable
  static double rounded(double x) {
    return Math.round(x * 100) / 100.0; // error: [ADJ0204]
  }

  @Differentiable
  static double roundedInLambdaArgument(double x) {
    return Math.max(x, Math.round(x)); // error: [ADJ0204]
  }

  @Differentiable
  static double exponent(double x) {
    return Math.getExponent(x) * x; // error: [ADJ0204]
  }

  @Differentiable
  static double compared(double x, double y) {
    return Double.compare(x, y) * x; // error: [ADJ0204]
  }

  @Differentiable
  static double hashed(double x) {
    return Double.hashCode(x) * x; // error: [ADJ0204]
  }

  @Differentiable
  static double bits(double x) {
    long bits = Double.doubleToLongBits(x); // error: [ADJ0206]
    return Double.longBitsToDouble(bits & ~0xFFL);
  }

  @Differentiable
  static double bitsOfFloat(float x) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) >> 1); // error: [ADJ0206]
  }

  @Differentiable
  static double concatenated(double x) {
    String text = "x" + x; // error: [ADJ0207]
    return text.length() * x;
  }

  @Differentiable
  static double formatted(double x) {
    return Double.parseDouble(String.format("%.2f", x)); // error: [ADJ0207]
  }

  @Differentiable
  static double printedAndParsed(double x) {
    String text = Double.toString(x); // error: [ADJ0207]
    return Double.parseDouble(text);
  }

  @Differentiable
  static double builder(double x) {
    StringBuilder text = new StringBuilder();
    text.append(x); // error: [ADJ0207]
    return Double.parseDouble(text.toString());
  }

  /** One list is one problem, however much is put into it. */
  @Differentiable
  static double listed(double x, double y) {
    java.util.List<Double> kept = new java.util.ArrayList<>();
    kept.add(x * y); // error: [ADJ0208]
    kept.add(y);
    return kept.get(0) * kept.get(1);
  }

  @Differentiable
  static double buffered(double[] x) {
    java.nio.DoubleBuffer buffer = java.nio.DoubleBuffer.wrap(x); // error: [ADJ0208]
    buffer.put(0, x[1] * 2);
    return buffer.get(0);
  }

  /** What decides but does not flow into the result is no loss. */
  @Differentiable
  static double decided(double x, double[] table) {
    int bin = (int) (x * 4);
    return bin < table.length ? x * table[bin] : x;
  }

  /** Text that only is printed is no loss. */
  @Differentiable
  static double printed(double x) {
    double y = x * x;
    System.out.println("y = " + y);
    return y;
  }
}
