package dev.adjoint.tests.workspace;

import dev.adjoint.Differentiable;

/** Methods that keep much: loops of known and unknown length, arrays written in place. */
final class ReusedArrays {
  private ReusedArrays() {}

  @Differentiable(workspace = true)
  static double stencil(double[] start, int sweeps) {
    double[] u = start.clone();
    for (int t = 0; t < sweeps; t++) {
      for (int k = 1; k < u.length - 1; k++) {
        u[k] = u[k] + 0.2 * (u[k - 1] - 2 * u[k] + u[k + 1]) * u[k];
      }
    }
    double value = 0;
    for (double v : u) {
      value += v * v;
    }
    return value;
  }

  @Differentiable(workspace = true)
  static double root(double a, double workspace) {
    double x = workspace;
    while (Math.abs(x * x - a) > 1e-9) {
      x = 0.5 * (x + a / x);
    }
    return x;
  }

  @Differentiable(workspace = true)
  static float[] waves(float[] x, float k) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      float s = (float) Math.sin(x[i] * k);
      y[i] = s * s * x[i];
    }
    return y;
  }

  @Differentiable(workspace = true)
  static void products(double[][] rows, double[] out) {
    for (int i = 0; i < rows.length; i++) {
      double product = 1;
      for (int j = 0; j < rows[i].length; j++) {
        product *= rows[i][j];
      }
      out[i] = product;
    }
  }

  @Differentiable(workspace = true)
  static double chosen(double[] x, boolean isDoubled) {
    double[] weights = new double[x.length];
    if (isDoubled) {
      double[] extra = new double[2 * x.length];
      extra[x.length] = x[0] * x[0];
      weights[0] = extra[x.length] + extra[0];
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      weights[i] += x[i] * i;
      sum += weights[i] * x[i];
    }
    return sum;
  }

  @Differentiable(workspace = true)
  static double triangle(double x, double[] a, int n) {
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        rows[i][j] = x * j + a[i];
      }
    }
    double sum = 0;
    for (double[] row : rows) {
      sum += weighted(row, x, 2);
    }
    return sum;
  }

  private static double weighted(double[] row, double x, int depth) {
    double[] weights = row.clone();
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      weights[i] *= x;
      sum += weights[i] * Math.sin(row[i] * sum);
    }
    return depth == 0 ? sum : sum * weighted(weights, x, depth - 1) + pair(new double[] {x, sum});
  }

  private static double pair(double[] two) {
    return two[0] * two[1];
  }

  @Differentiable(workspace = true)
  static double replaced(double x, double[][] q) {
    double[] first = q[0];
    double sum = q[0][1] * x;
    q[0] = new double[] {x, x * x, x, 1, sum};
    sum += q[0][4] * q[0][1];
    double[][][] cube = new double[2][2][3];
    cube[0][1][2] = sum;
    cube[1] = new double[][] {{x}, {sum, x}, q[0]};
    for (double[][] plane : cube) {
      for (double[] row : plane) {
        for (double v : row) {
          sum += v * v;
        }
      }
    }
    q[0] = first;
    return sum * q[1][0];
  }

  @Differentiable(workspace = true)
  static double swept(double[][] start, int sweeps) {
    double[][] now = new double[start.length][];
    for (int i = 0; i < start.length; i++) {
      now[i] = start[i].clone();
    }
    for (int t = 0; t < sweeps; t++) {
      double[][] next = new double[now.length][now[0].length];
      for (int i = 0; i < now.length; i++) {
        int above = i == 0 ? 0 : i - 1;
        for (int j = 0; j < now[i].length; j++) {
          next[i][j] = Math.sin(now[i][j] * now[above][j]);
        }
      }
      now = next;
    }
    double sum = 0;
    for (double[] row : now) {
      for (double v : row) {
        sum += v;
      }
    }
    return sum;
  }
}
