package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows taken, replaced, swapped and shared: what is written shows under every name of a row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowProgramsTest {
  private static final Signature SIGNATURE =
      new Signature(
          Yield.NUMBER, List.of("double x", "double y", "double[] a", "int n", "double[][] q"));

  private static final List<String> BODIES =
      List.of(
          "q[0] = q[1].clone(); q[0][1] *= x; return q[0][1] * q[1][1] * y;",
          """
          double[][] c = new double[2][a.length];
          double[] row = new double[a.length];
          c[0] = row;
          row[0] = x * y;
          c[0][1] = x + 2;
          return row[1] * c[0][0];
          """,
          """
          double[] t = q[0];
          q[0] = q[2];
          q[2] = t;
          t[1] *= x;
          q[0][1] += y;
          return q[2][1] * q[0][1] * t[0];
          """,
          """
          int p = n % 3;
          for (int k = 0; k < 2; k++) {
            double[] t = q[p];
            q[p] = q[k];
            q[k] = t;
            q[k][0] *= x + k;
            p = (p + 1) % 3;
          }
          return q[0][0] * q[1][0] + q[2][0] * y;
          """,
          """
          for (int i = 0, j = q.length - 1; i < j; i++, j--) {
            double[] t = q[i];
            q[i] = q[j];
            q[j] = t;
          }
          q[0][1] *= x;
          return q[0][1] * q[1][0] * q[2][1];
          """,
          """
          for (int i = 0; i < q.length / 2; i++) {
            double[] t = q[q.length - 1 - i];
            q[q.length - 1 - i] = q[i];
            q[i] = t;
          }
          return q[0][1] * x + q[2][0] * y;
          """,
          """
          double[] old = q[1];
          q[1] = new double[] {x, y, x * y, 1};
          old[0] += 3;
          return old[0] * q[1][2] + old[1] * q[1][0];
          """,
          """
          double[][] c = new double[3][2];
          for (int i = 0; i < 3; i++) {
            double[] row = new double[2];
            row[0] = x * i;
            c[i] = row;
            row[1] = c[i][0] * y;
          }
          return c[1][1] * c[2][0] + c[2][1];
          """,
          """
          double[][] c = new double[2][a.length];
          c[0] = a;
          c[1] = mixed(a, x);
          return c[0][1] * c[1][0] * a[0];
          """,
          """
          double[][] c = new double[2][4];
          c[0] = q[1];
          c[1] = q[1];
          double s = 0;
          for (double[] row : c) {
            for (double v : row) {
              s += v * x;
            }
          }
          return s * q[1][0];
          """,
          """
          double[][][] c = new double[2][2][2];
          double[][] b = {{x, y}, {x * y, 2}};
          c[0] = b;
          b[1][0] *= 2;
          c[1][0] = b[0].clone();
          c[1][0][1] += x;
          double[][] t = c[0];
          c[0] = c[1];
          c[1] = t;
          t[0][0] *= y;
          return c[1][0][0] * c[0][0][1] + c[1][1][0] * b[0][1];
          """,
          """
          double[] first = q[0];
          if (n > 1) {
            q[0] = new double[] {x, x * x, 1, y};
          }
          return first[1] * q[0][1] + q[0][0];
          """,
          """
          double[] row = new double[4];
          for (int i = 0; i < 4; i++) {
            row[i] = x * i + y;
          }
          if (n > 1) {
            q[n - 1] = row;
          }
          return row[1] * q[1][1] + q[2][0];
          """,
          """
          swap(q, 0, n % 3);
          swap(q, 1, 2);
          q[0][0] *= x;
          return q[0][0] * q[1][1] + q[2][0] * y;
          """,
          """
          double[][] c = new double[2][2];
          double[][] d = new double[2][2];
          for (int i = 0; i < n; i++) {
            c[0] = new double[] {x, i};
            c[1] = d[0].clone();
            d[0] = new double[] {c[0][0] * y, c[1][1] + x};
            double[][] t = c;
            c = d;
            d = t;
          }
          return c[0][0] + c[0][1] * x;
          """,
          """
          double[][] t = new double[a.length][];
          for (int i = 0; i < t.length; i++) {
            t[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
              t[i][j] = a[i] * j + x;
            }
          }
          double s = 0;
          for (double[] row : t) {
            for (double v : row) {
              s += v * v * y;
            }
          }
          return s;
          """,
          """
          double[][] t = {{x}, {x, y * x}, {}};
          return t[0][0] * t[1][1] * t[1][0] + t[2].length;
          """,
          """
          double s = q[0][1] * x;
          q[0] = new double[] {x, x * y, x, 1, s};
          s += q[0][4] * q[0][1];
          q[0] = new double[] {s};
          return q[0][0] * q[1][0];
          """,
          """
          double[][] cur = {{x, 1}, {y}};
          for (int k = 0; k < n; k++) {
            double[][] next = new double[cur.length + 1][];
            for (int i = 0; i < cur.length; i++) {
              next[i] = new double[cur[i].length + 1];
              for (int j = 0; j < cur[i].length; j++) {
                next[i][j] = cur[i][j] * a[j % a.length] + x;
              }
            }
            next[cur.length] = new double[] {x * k};
            cur = next;
          }
          double s = 0;
          for (double[] row : cur) {
            for (double v : row) {
              s += v * v;
            }
          }
          return s;
          """,
          """
          double[][] t;
          if (n > 1) {
            t = new double[2][];
            t[1] = q[0];
          } else {
            t = new double[3][];
            t[1] = new double[] {x, y};
          }
          t[0] = new double[] {x * 2};
          return t[0][0] * t[1][1] * q[0][0];
          """,
          """
          double[][][] c = new double[3][][];
          for (int i = 0; i < c.length; i++) {
            c[i] = new double[i + 1][2];
            double[][] plane = c[i];
            plane[0] = q[0];
            for (double[] row : plane) {
              y += row[0] + x * row.length;
            }
          }
          c[0] = new double[][] {{x}, {x, y, x}};
          double s = 0;
          for (double[][] plane : c) {
            for (double[] row : plane) {
              for (double v : row) {
                s += v * v;
              }
            }
          }
          return s;
          """,
          """
          double z = q[0][0];
          q[0] = null;
          q[1] = q[2];
          double[][] c = {q[1], {x}, null, q[1]};
          q[0] = new double[] {z, x};
          return c[0][0] * c[1][0] * c[3][1] * z * y;
          """,
          """
          double[][] c = q.clone();
          for (int i = 0; i < q.length; i++) {
            c[i] = q[i].clone();
            c[i][0] *= x;
          }
          c[0][1] += y;
          return c[0][1] * q[0][1] + c[1][0] * q[1][0];
          """,
          """
          double[][] c = q.clone();
          c[0] = q[0].clone();
          c[0][1] *= x;
          return c[0][1] * q[0][1] + c[1][0] * y;
          """,
          """
          double[][] d = java.util.Arrays.copyOf(q, q.length + 1);
          d[q.length] = new double[] {x, q[0][1]};
          return d[1][0] * d[0][1] * d[q.length][0] * d[q.length][1] * y;
          """,
          """
          double[][] m = new double[3][];
          java.util.Arrays.fill(m, a);
          return m[0][0] * m[2][1] * x + a[1] * y;
          """,
          """
          System.arraycopy(q, 0, q, 1, q.length - 1);
          q[0] = new double[] {x};
          return q[1][1] * q[2][0] * q[0][0] + y;
          """,
          """
          double s = (q[2] = new double[] {x, y})[1] * x;
          return s * q[2][0] + (q[0] = q[2]).length * q[1][1];
          """,
          """
          int[][] places = {{0}, {1, 0}, {}};
          boolean[][] flags = new boolean[2][];
          flags[1] = new boolean[] {n > 1};
          double s = 0;
          for (int[] row : places) {
            for (int p : row) {
              s += a[p] * (flags[1][0] ? x : y);
            }
          }
          places[2] = new int[] {1, 1, 1};
          return s * q[places[2].length - 1][places[2][0]];
          """,
          """
          double[][] t = new double[n + 1][];
          for (int i = 0; i <= n; i++) {
            if (i % 2 == 0) {
              t[i] = q[i % 3].clone();
            } else {
              t[i] = new double[] {x, y};
            }
            t[i][1] *= a[0];
          }
          double s = 0;
          for (int i = 0; i <= n; i++) {
            for (int j = 0; j < t[i].length; j++) {
              s += t[i][j] * t[0][1];
            }
          }
          return s;
          """,
          """
          for (int i = 0; i < q.length; i++) {
            double[] longer = java.util.Arrays.copyOf(q[i], q[i].length + 1);
            longer[q[i].length] = x * q[i][0];
            q[i] = longer;
          }
          for (int i = 0; i < q.length; i++) {
            q[i] = java.util.Arrays.copyOfRange(q[i], 1, q[i].length);
          }
          return q[0][q[0].length - 1] * q[1][0] * y;
          """,
          """
          double[][] c = {null, {x}, n > 1 ? a : null};
          double s = 0;
          for (double[] row : c) {
            if (row != null) {
              s += row[0] * q[0][0];
            }
          }
          return s * y + (c[0] == null ? x : 1);
          """,
          "return new double[][] {{x, y}, {x * y}}[1][0] * new double[][] {a, q[0]}[1][1];",
          "q[0] = n > 1 ? q[1].clone() : mixed(q[0], x); return q[0][0] * q[0][1] * y;",
          "double[][] c = q.clone(); c[0] = new double[] {x, y, 1, 2}; return c[0][0] * c[1][1] *"
              + " q[0][1];",
          "int k = 0; a[k++] += Math.sin(a[k]) * x; return a[0] * k;",
          """
          long[] w = {1, n};
          short[] h = {2};
          byte[] b = {3};
          char[] c = {'a'};
          boolean[] f = {n > 1};
          h[0] += 1;
          b[0]++;
          return f[0] ? x * w[1] * h[0] : x * b[0] * c[0];
          """,
          "int[] p = {1, 0}; a[p[0]] *= x; a[p[a.length % 2]] += y; return a[0] * a[1];",
          "System.arraycopy(a, 0, a, 1, a.length - 1); a[0] *= x; return a[1] * a[0] * y;",
          "double s = 0; for (double[] r : q) { s += r.length * r[0] * x; } return s * s;",
          "double[] c = x > y ? a : q[0]; return c[1] * x + c.length;",
          "double[][] c = q; c[1] = q[0].clone(); c[1][0] *= x; return q[1][0] * q[0][0];");

  private final WrittenPrograms programs = new WrittenPrograms(SIGNATURE, BODIES);

  static Stream<Arguments> programs() {
    return WrittenPrograms.of(BODIES);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("programs")
  void agrees(int number, String body) {
    programs.agrees(number);
  }
}
