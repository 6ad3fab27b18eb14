package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lowered programs, interpreted, do to the bit what the Java compiler makes of them: {@code
 * f(double[] x, int n)} for several {@code n}, result and contents of {@code x}.
 */
class LoweredSemanticsTest {
  private static final String HEAD = "@Differentiable static double f(double[] x, int n) {\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        for (int i = 0; i < n; i++) {
          if (x[i % 3] > 2) continue;
          x[i % 3] *= 1.5;
          if (i == 4) break;
        }
        return x[0] + x[1];
        """,
        """
        double s = 0;
        int i = 0;
        for (; i < n; i++, s += 0.25) {
          if (s > 2) break;
          if (i % 2 == 0) continue;
          s += x[1];
        }
        return s * 100 + i;
        """,
        """
        double s = 1;
        outer:
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            if (i + j == 5) continue outer;
            if (i * j == 6) break outer;
            s = s * 1.1 + j;
          }
          s += 10;
        }
        return s;
        """,
        """
        for (int i = 0; i < n; i++) {
          for (int j = 0; j <= i; j++) {
            if (i * j > 3) return x[0] * i + j;
            x[0] += 0.5;
          }
        }
        if (n > 2) return -x[0];
        return x[0];
        """,
        """
        double s = 0;
        for (int i = 0; i < n; i++) {
          switch (i % 5) {
            case 0:
              s += 1;
            case 1:
              s *= 2;
              break;
            case 2:
              if (s > 4) break;
              s += 7;
              break;
            default:
              s -= 0.5;
            case 3:
              if (s < -3) continue;
              s += x[2];
          }
          s += 0.125;
        }
        return s;
        """,
        """
        int i = 0;
        double s = 0;
        do {
          i++;
          if (i == 2) continue;
          s += i * x[0];
          if (s > 9) break;
        } while (i < n);
        return s;
        """,
        """
        block: {
          if (n > 3) {
            x[0] = 5;
            if (n == 5) break block;
            x[1] = 6;
          }
          x[2] = 7;
        }
        return x[0] + x[1] * x[2];
        """,
        """
        int k = 0;
        double s = x[0];
        while (k++ < n && (s = s * 0.75) > 0.1) {
          s += k;
          while (true) {
            s *= 0.5;
            if (s < 3) break;
            if (k > 4) return s;
          }
        }
        return s + k;
        """,
        """
        int i = 0;
        x[i] *= (x[i] = 3) + (i = 1);
        x[i++] += x[i] + i;
        double v = (++x[0]) * x[0]-- + (x[1] = x[2] = 4);
        return v + x[i] + i;
        """,
        """
        double a = n > 2 && x[0] > 1 || x[1] < 0 ? x[1] : n == 0 ? -1 : x[2];
        boolean both = n > 1 & x[0] < 3 ^ n == 4;
        return both ? a : -a;
        """,
        """
        double[] y = x;
        double[] z = x.clone();
        for (int i = 0; i < 3; i++) {
          y[i] += z[2 - i];
          double[] t = new double[n + 1];
          t[n] = y[i];
        }
        z = x;
        z[0] += 2;
        return y[0] + z[1];
        """,
        """
        double[][] m = new double[3][n + 1];
        for (double[] row : m) {
          row[0] = x[0];
          for (int k = 1; k < row.length; k++) {
            row[k] = row[k - 1] * 1.5;
          }
          x[0] += 1;
        }
        double[] last = m[2];
        last[0] = 100;
        return m[2][0] + m[1][n];
        """,
        """
        if (n == 3) {
          throw new IllegalArgumentException("three");
        }
        if (n > 5) {
          x[0] = 1;
        } else if (n == 4) {
          throw new IllegalStateException("four");
        } else {
          x[1] = 2;
        }
        return x[0] * x[1];
        """,
        """
        double s = 0;
        switch (n) {
          case 1 -> s = x[0];
          case 2, 3 -> {
            if (x[1] > 0) break;
            s = 9;
          }
          default -> {
            return x[2];
          }
        }
        return s + 1;
        """,
        """
        int c = 'a';
        byte b = (byte) (c + n * 50);
        b += 100;
        b++;
        short h = (short) (b * 300);
        char d = 'z';
        d++;
        d -= 30000;
        long l = 1L << n | 3;
        l >>>= 1;
        int m = -7 % (n + 1) >> 1;
        float g = 0.1f;
        g += x[0];
        g /= 3;
        return b + h + d + l + m + g + c / (n + 1);
        """,
        """
        double t;
        if (n > 2) t = x[0]; else t = x[1];
        double u;
        for (int i = 0; i < n; i++) {
          u = t * i;
          t = u + 1;
        }
        System.arraycopy(x, 0, x, 1, 2);
        java.util.Arrays.fill(x, 0, 1, t);
        return t + x[2];
        """
      })
  void behavesAsCompiled(String body) throws Throwable {
    String members = HEAD + body + "}\n";
    CompiledJava compiled = CompiledJava.of(members);
    LoweredSource lowered = LoweredSource.of(members);
    for (int n = 0; n < 9; n++) {
      compare(compiled, lowered, n);
    }
  }

  private static void compare(CompiledJava compiled, LoweredSource lowered, int n)
      throws Throwable {
    double[] expected = {1.25, 2.5, -0.75};
    Object value;
    try {
      value = compiled.run("f", expected, n);
    } catch (RuntimeException thrown) {
      value = thrown.toString();
    }
    assertEquals(value, interpreted(lowered, expected, n), "for n = " + n);
  }

  private static Object interpreted(LoweredSource lowered, double[] expected, int n) {
    try {
      var yields = lowered.run("f", new double[] {1.25, 2.5, -0.75}, n);
      if (yields.size() > 1) {
        assertArrayEquals(expected, (double[]) yields.get(1), "x for n = " + n);
      }
      return yields.getFirst();
    } catch (RuntimeException thrown) {
      return thrown.toString();
    }
  }
}
