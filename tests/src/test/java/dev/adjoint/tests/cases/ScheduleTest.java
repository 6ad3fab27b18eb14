package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Loops that follow a schedule have the gradients of those that keep everything, to the last bit.
 * In a program {@code STEPS(i, n)} stands for the head of such a loop.
 */
class ScheduleTest {
  private static final Pattern STEPS =
      Pattern.compile("STEPS\\((\\w+), ([^()]*(?:\\(\\))?[^()]*)\\)");
  private static final List<String> SCHEDULES =
      List.of("revolve(1)", "revolve(2)", "revolve(5)", "periodic(1)", "periodic(3)", "storeAll()");

  private static void check(String program, Object... arguments) {
    String plain = STEPS.matcher(program).replaceAll("for (int $1 = 0; $1 < $2; $1++)");
    List<ProgramSource> sources = new ArrayList<>();
    sources.add(ProgramSource.of("Plain", plain, List.of()));
    for (String schedule : SCHEDULES) {
      String given = schedule.replaceAll("\\((\\d)\\)", "(m + $1)");
      String scheduled =
          "for (int $1 : dev.adjoint.Autograd.checkpoint($2, dev.adjoint.Schedule." + given + "))";
      String text = STEPS.matcher(program).replaceAll(scheduled);
      sources.add(ProgramSource.of("By" + schedule, text, List.of()));
    }
    CompiledPrograms compiled = ProgramCompiler.compile(sources);
    Map<String, Object> expected = gradients(compiled, sources.getFirst(), arguments);
    for (ProgramSource source : sources) {
      assertEquals(expected, gradients(compiled, source, arguments), source.className());
    }
  }

  private static Map<String, Object> gradients(
      CompiledPrograms compiled, ProgramSource source, Object[] arguments) {
    GeneratedMethods methods = compiled.methods(source);
    Map<String, Object> gradients = new LinkedHashMap<>();
    Object one = methods.resultType() == float.class ? (Object) 1f : (Object) 1.0;
    flat(methods.backward(copies(arguments), one)).forEach((k, v) -> gradients.put("one " + k, v));
    Map<String, Object> both = methods.valueAndGrad(copies(arguments));
    flat(GeneratedMethods.components(both.get("gradients")))
        .forEach((k, v) -> gradients.put("both " + k, v));
    gradients.put("value", both.get("value"));
    return gradients;
  }

  private static Map<String, Object> flat(Map<String, Object> gradients) {
    Map<String, Object> flat = new LinkedHashMap<>();
    gradients.forEach((name, value) -> flat.put(name, Numbers.flat(value).boxed().toList()));
    return flat;
  }

  private static Object[] copies(Object[] arguments) {
    Object[] copies = arguments.clone();
    for (int i = 0; i < copies.length; i++) {
      if (copies[i] instanceof double[] array) {
        copies[i] = array.clone();
      }
    }
    return copies;
  }

  @Test
  void severalCarriedValues() {
    check(
        """
        static double f(double x, double k, int n, int m) {
          double v = 0;
          double energy = 0;
          int turns = 0;
          long bits = 1;
          boolean isUp = true;
          STEPS(i, n) {
            v -= k * Math.sin(x) * 0.3 + i * 1e-3;
            x += isUp ? v * 0.5 : v * v;
            if (x * v < 0) { turns++; isUp = !isUp; }
            bits = bits * 31 + turns;
            energy += v * v * (bits % 3);
          }
          return x * v + energy * turns;
        }
        """,
        0.7, 1.3, 17, 0);
  }

  @Test
  void loopsThatEndBeforeTheirSteps() {
    check(
        """
        static double f(double x, double k, int n, int m) {
          double s = 0;
          outer:
          STEPS(i, n) {
            if (i == 3) { continue; }
            for (int j = 0; j < 4; j++) {
              x = Math.sin(x * k) + 0.9 * x;
              s += x * j;
              if (x > 2.2) { s *= x; continue outer; }
              if (s > 60) { break outer; }
            }
            if (s < -60) { return s * x; }
          }
          return s + x;
        }
        """,
        0.4,
        1.1,
        40,
        0);
  }

  @Test
  void loopsThatReturn() {
    check(
        """
        static double f(double x, double k, int n, int m) {
          STEPS(i, n) {
            x = x * k + Math.cos(x);
            if (x > 3) { return x * k; }
          }
          return -x;
        }
        """,
        0.4,
        1.1,
        12,
        0);
  }

  @Test
  void arraysOfEveryRank() {
    check(
        """
        static double f(double[] a, double k, int n, int m) {
          double[] u = a.clone();
          double[] next = new double[u.length];
          double[][] p = new double[2][a.length];
          double[][][] c = new double[2][2][3];
          STEPS(i, n) {
            for (int j = 1; j < u.length - 1; j++) {
              next[j] = u[j] + k * u[j] * (u[j - 1] - 2 * u[j] + u[j + 1]);
            }
            double[] t = u; u = next; next = t;
            double[] row = p[i % 2];
            row[i % row.length] += u[1] * row[0] + i * k;
            c[i % 2][1][i % 3] += Math.sin(row[0] * u[2]) + c[1][1][0];
            a[0] *= 0.99;
          }
          double s = a[0];
          for (double v : u) { s += v * v; }
          a[1] = s;
          for (double[] r : p) { for (double v : r) { s += Math.cos(v); } }
          return s * c[1][1][0] + c[0][1][2] * a[1];
        }
        """,
        new double[] {0.3, -0.7, 1.1, 0.2, 0.9}, 0.21, 11, 0);
  }

  @Test
  void arraysFromOutsideThatAreOverwrittenLater() {
    check(
        """
        static double f(double[] a, double k, int n, int m) {
          double x = k;
          double[] w = {a[1], k, a[0]};
          STEPS(i, n) { x = Math.sin(x * w[i % 3]) + a[i % a.length]; }
          for (int i = 0; i < 3; i++) { w[i] = x * x * i; a[0] += w[i]; }
          STEPS(i, n) { x *= w[i % 3] * 0.1 + a[0]; }
          return x * w[2];
        }
        """,
        new double[] {0.3, -0.7, 1.1}, 0.21, 7, 0);
  }

  @Test
  void callsInTheBody() {
    check(
        """
        static double f(double[] a, double k, int n, int m) {
          double x = k;
          STEPS(i, n) {
            x = step(x, k, a);
            x += kept(a, x) * 0.1;
            x += inner(x, i % 3, m);
          }
          return x * a[0];
        }
        static double step(double x, double k, double[] a) {
          double t = x;
          for (int i = 0; i < a.length; i++) { t = Math.sin(t * a[i]) + k * t; a[i] += 0.1 * t; }
          return t;
        }
        @dev.adjoint.Checkpoint
        static double kept(double[] a, double x) {
          a[1] *= 0.9;
          return Math.exp(-x * x) * a[1];
        }
        private static double inner(double x, int n, int m) {
          double y = x;
          STEPS(j, n) { y = Math.cos(y * x) + j; }
          return y;
        }
        """,
        new double[] {0.3, -0.7, 1.1}, 0.21, 7, 0);
  }

  @Test
  void schedulesInsideSchedulesAndOtherLoops() {
    check(
        """
        static double f(double[] a, double k, int n, int m) {
          double x = k;
          double s = 0;
          double[] w = a.clone();
          for (int r = 0; r < 3; r++) {
            if (r == 1) { w[0] += x; }
            STEPS(i, n - r) {
              x = Math.sin(x + w[i % w.length]) * 1.1;
              STEPS(j, i % 4) {
                x += Math.cos(x * w[j % w.length]) * k * r;
                w[(i + j) % w.length] *= 0.95;
                if (x > 9) { break; }
              }
              s += x * w[1];
            }
            s += w[0] * x;
          }
          return s;
        }
        """,
        new double[] {0.3, -0.7, 1.1}, 0.21, 8, 0);
  }

  @Test
  void recordsAndThrows() {
    check(
        """
        record State(double x, double v) {
          State next(double k, int i) {
            if (Double.isNaN(x)) { throw new IllegalStateException("at " + i); }
            double w = v - k * Math.sin(x);
            return new State(x + 0.1 * w, w);
          }
        }
        static double f(double x, double k, int n, int m) {
          State state = new State(x, k);
          double lowest = x;
          STEPS(i, n) {
            state = state.next(k, i);
            lowest = Math.min(lowest, state.x() * state.v());
          }
          return state.x() * state.v() + lowest;
        }
        """,
        0.4,
        1.1,
        12,
        0);
  }

  @Test
  void floats() {
    check(
        """
        static float f(float x, float k, int n, int m) {
          float s = 0;
          STEPS(i, n) {
            x = x * k * (1 - x) + (float) Math.sin(i * x);
            s += x * x;
          }
          return s;
        }
        """,
        0.4f,
        1.1f,
        12,
        0);
  }
}
