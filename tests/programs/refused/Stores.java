import dev.adjoint.Differentiable;

/** Derivatives left where another call finds them. */
final class Stores {
  static double last;
  static double[] cache = new double[4];
  static final double[] TABLE = new double[4];
  static double[][] grid = new double[2][2];

  static final class Cell {
    double value;
    double[] values = new double[2];
  }

  static final Cell SHARED = new Cell();

  @Differentiable
  static double staticField(double x) {
    last = x * x; // error: [ADJ0301]
    return last + x;
  }

  @Differentiable
  static double staticFieldNotRead(double x) {
    last = x; // error: [ADJ0301]
    return x * x;
  }

  @Differentiable
  static double staticFieldCompound(double x) {
    last += x; // error: [ADJ0301]
    return last;
  }

  @Differentiable
  static double staticFieldInLoop(double[] x) {
    double s = 0;
    for (double v : x) {
      last = v * v; // error: [ADJ0301]
      s += last;
    }
    return s;
  }

  @Differentiable
  static double staticFieldOnBranch(double x) {
    if (x > 1) {
      Stores.last = x; // error: [ADJ0301]
    }
    return x * x;
  }

  @Differentiable
  static double staticFieldInCallee(double x) {
    return remembered(x * x);
  }

  private static double remembered(double y) {
    last = y; // error: [ADJ0301]
    return y;
  }

  @Differentiable
  static double staticFieldInVoidCallee(double x) {
    remember(x);
    return x * x;
  }

  private static void remember(double y) {
    last = y; // error: [ADJ0301]
  }

  @Differentiable
  static double staticArray(double x) {
    cache[0] = x * x; // error: [ADJ0301]
    return cache[0] + x;
  }

  @Differentiable
  static double staticFinalArray(double x) {
    TABLE[1] = x * x; // error: [ADJ0301]
    return TABLE[1] + x;
  }

  @Differentiable
  static double staticArrayInLoop(double[] x) {
    for (int i = 0; i < 4; i++) {
      TABLE[i] += x[i]; // error: [ADJ0301]
    }
    return TABLE[0];
  }

  @Differentiable
  static double staticRows(double x) {
    grid[1][0] = x; // error: [ADJ0301]
    return grid[1][0] * x;
  }

  @Differentiable
  static double throughAlias(double x) {
    double[] row = TABLE;
    row[2] = x; // error: [ADJ0301]
    return row[2] * x;
  }

  @Differentiable
  static double arrayIntoField(double[] x) {
    cache = x; // error: [ADJ0301]
    return x[0] * x[0];
  }

  @Differentiable
  static double objectOfParameter(double x, Cell cell) {
    cell.value = x * x; // error: [ADJ0302]
    return cell.value * x;
  }

  @Differentiable
  static double arrayOfParameter(double x, Cell cell) {
    cell.values[0] = x * x; // error: [ADJ0302]
    return cell.values[0] * x;
  }

  @Differentiable
  static double sharedObject(double x) {
    SHARED.value = x; // error: [ADJ0302]
    return SHARED.value * x;
  }

  @Differentiable
  static double constantIntoStaticArray(double x, int n) {
    TABLE[0] = n; // error: [ADJ0405]
    return x * x;
  }
}
