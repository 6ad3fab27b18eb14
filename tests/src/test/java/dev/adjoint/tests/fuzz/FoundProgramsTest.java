package dev.adjoint.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Programs that failed once, as small as they became; named for what is particular to them. */
class FoundProgramsTest {
  private static final Signature TO_ARRAY = new Signature(Yield.ARRAY, Signature.ALL.subList(0, 4));

  @Test
  void anArrayIsReturnedFromWithinALoop() {
    agrees(
        TO_ARRAY,
        """
        double[] result = new double[2];
        if (n > 1) {
          for (int i = 0; i < n; i++) {
            result[1] += x * i;
            if (x > 1) {
              return result;
            }
          }
        }
        result[0] = x * y;
        return result;
        """);
  }

  @Test
  void anArrayIsReturnedFromWithinTwoLoops() {
    agrees(
        TO_ARRAY,
        """
        double[] result = new double[2];
        for (int i = 0; i < n; i++) {
          int k = 0;
          do {
            result[0] += x * y * k;
            if (result[0] > 1) {
              return result;
            }
          } while (++k < 3);
        }
        result[1] = Math.sin(x);
        return result;
        """);
  }

  @Test
  void aCopiedRowPassesItsGradientOnToTheRow() {
    agrees(
        TO_ARRAY,
        """
        double[][] m = new double[2][2];
        m[0][1] = x * a[0];
        m[1][0] = y;
        double[] result = m[0].clone();
        for (int i = 0; i < 2; i++) {
          double[] row = m[i].clone();
          m[i][0] = row[1] * row[0] + x;
          result[i] += m[i][0] * row[1];
        }
        return result;
        """);
  }

  @Test
  void anArrayIsChosenAmongWhatCallsReturn() {
    agrees(
        TO_ARRAY,
        """
        double[] chosen = (Math.sin(y) > 0.1 || y < -1.5) ? mixed(a, x) : mixed(a, y);
        double[] result = new double[2];
        result[0] = ((x += 0.5) > 0.2 ? chosen[0] : y) * x;
        result[1] = chosen[1];
        return result;
        """);
  }

  @Test
  void swappedArraysStayApartWhenOneOfThemIsReplaced() {
    agrees(
        TO_ARRAY,
        """
        double[] p = mixed(a, x);
        double[] q = new double[p.length];
        for (int i = 0; i < 2; i++) {
          q[1] = Math.sin(p[0] * p[1]);
          double[] t = p;
          p = q;
          q = t;
        }
        double[] result = new double[2];
        for (int i = p.length - 1; i >= 1; i -= 2) {
          p[i] *= x;
          double[] r = p[i - 1] > 0.1 ? a : q;
          result[0] += r[1] * p[i];
          p = new double[p.length];
        }
        result[1] = q[0];
        return result;
        """);
  }

  @Test
  void namesInTheTestOfALoopAreTakenInAllOfItsBody() {
    agrees(
        TO_ARRAY,
        """
        double[] result = new double[2];
        double[][] m = new double[2][3];
        for (int i = 0;
            i < 4 && (m[i % m.length][Math.floorMod(i + 2, m[i % m.length].length)] < 0.3 && n > 0);
            i++) {
          int k = 0;
          while (k++ < 4 && x > y - 3) {
            result[0] += mixed(java.util.Arrays.copyOf(a, 3), Math.sin(i * 0.25 * x))[k % 3];
          }
        }
        result[1] = x * y;
        return result;
        """);
  }

  @Test
  void arraysAreSwappedOnlyWhereAnotherConditionIsFalse() {
    agrees(
        TO_ARRAY,
        """
        double[] p = new double[3];
        double[] q = new double[3];
        for (int k = 0; k < 3; k++) {
          for (int i = 1; i < p.length; i++) {
            q[i] = Math.sin(p[i] * p[i - 1] + x) + Math.tanh(n * 0.25);
          }
          if (-0.1 > 0.2 && n > 3) {
            double[] t = p;
            p = q;
            q = t;
          }
        }
        double[] result = new double[2];
        result[0] = x * q[1] + p[0] * y;
        return result;
        """);
  }

  @Test
  void arraysAreSwappedUnlessTheLoopIsLeft() {
    agrees(
        TO_ARRAY,
        """
        double[] result = new double[2];
        double[] p = java.util.Arrays.copyOf(a, 3);
        double[] q = new double[3];
        for (int i = 0; i < 2; i++) {
          if (Math.atan(-1.8) > 0.1 || -2.8 < -1.5) {
            result[1] = x * y * i;
            return result;
          }
          double[] t = p;
          p = q;
          q = t;
        }
        p[2] -= Math.asin(Math.atan(a[1]) * 0.5);
        result[0] = y * p[n % 3] + p[0] * x;
        return result;
        """);
  }

  @Test
  void aRecursiveMethodWritesIntoARow() {
    agrees(
        TO_ARRAY,
        """
        double[] result = new double[2];
        double[][] m = {{x, y, 0.5}, {a[0], a[1], x * y}};
        for (double[] row : m) {
          result[0] += descending(3, row) * row[1];
        }
        result[1] = m[0][0] * m[1][1] * m[1][2];
        return result;
        """);
  }

  @Test
  void aCheckpointedMethodMayThrow() {
    agrees(
        TO_ARRAY,
        """
        double[] result = new double[2];
        result[0] = positive(x * x + 0.5, a) * y;
        result[1] = n > 0 ? positive(x * x, a) : x;
        return result;
        """);
  }

  @Test
  void arraysAreSwappedInOnePartOfALongMethod() {
    String step = "s += Math.sin(s * p[0] + x) * q[1] - Math.cos(s * y) * p[2];\n";
    agrees(
        TO_ARRAY,
        """
        double s = x;
        double[] p = java.util.Arrays.copyOf(a, 3);
        double[] q = {x, y, 0.5};
        %s
        for (int i = 0; i < 3; i++) {
          p[i] *= q[2 - i];
          double[] t = p;
          p = q;
          q = t;
        }
        %s
        double[] result = {s, p[0] * q[1]};
        return result;
        """
            .formatted(step.repeat(80), step.repeat(80)));
  }

  @Test
  void constantRowsMadeLaterHaveZeroTangents() {
    agrees(
        TO_ARRAY,
        """
        double[][][] cube = {{{1, 2}, {3, 4, 5}}, {{6}, {7, 8, 9}, {0}}};
        cube[n & 1][1][n & 1] = x * y;
        double[] result = {cube[0][0][1] * x + cube[n & 1][1][n & 1], cube[1][2][0]};
        return result;
        """);
  }

  @Test
  void aLoopIsBoundedByAnArrayThatItReplaces() {
    agrees(
        TO_ARRAY,
        """
        double[] own = {x, y, 0.5, 0.25};
        double s = x;
        for (int i = 0; i < own.length; i++) {
          if (n > 5 || i == 1) {
            own = new double[] {s * y, y, s};
          } else {
            s = Math.sin(s) * own[i] + y;
          }
        }
        double[] result = {s, own[0] * own[own.length - 1]};
        return result;
        """);
  }

  @Test
  void anArrayIsNullOnEveryPath() {
    agrees(
        TO_ARRAY,
        """
        double[] none = null;
        double s = x;
        if (n != 3) {
          for (int i = 0; i < 3; i++) {
            if (s > 0.5) {
              none = null;
            }
            s = Math.sin(s) * y;
          }
        }
        double[] result = {none == null ? s : none[0] * x, n > 1000 ? none[n] : y};
        return result;
        """);
  }

  @Test
  void anArrayIsReplacedInALoopThatWritesItFirst() {
    agrees(
        TO_ARRAY,
        """
        double[] own = {x, y, 0.5};
        double s = y;
        if (n > 0) {
          if (n > 1) {
            for (int i = own.length - 1; i > 0; i--) {
              own[own.length - 1 - i] -= Math.sin(i * 0.25) * own[i];
              s += own[i - 1];
              own = new double[3];
            }
          }
          own[0] = s * y;
        } else if (x > 0) {
          own[1] = s * x;
        }
        double[] result = {s, n > 2 ? own[0] : x};
        return result;
        """);
  }

  @Test
  void anArrayIsReadWhereItWasNotReplaced() {
    agrees(
        TO_ARRAY,
        """
        double[] own = n > 1 ? java.util.Arrays.copyOf(a, 3) : new double[3];
        double s = x;
        if (Math.floorMod(n, 2) == 0) {
          for (int i = 0; i < 3; i += 2) {
            own[1] -= s * own[i];
            if (i > 1) {
              own = new double[5];
            }
          }
          s += own[0] * own[0];
        } else if (Math.floorMod(n, 3) == 1) {
          s += own[0] * own[0];
        }
        return new double[] {s, y};
        """);
  }

  @Test
  void anArrayIsWrittenInOneBranchOnlyAndNotReadAfterwards() {
    agrees(
        TO_ARRAY,
        """
        double[] own = {x, y, x * y};
        double s = x;
        if (n > 0) {
          for (int i = 0; i < 3; i++) {
            own[i] += s * own[0];
          }
          if (n > 2) {
            own[1] = s * y;
            own[2] = own[1] * s;
            s += own[2];
          } else {
            s += own[0] * own[0] * own[1];
          }
        }
        return new double[] {s, y};
        """);
  }

  @Test
  void arraysAreSwappedWhereAConstantConditionIsFalse() {
    agrees(
        TO_ARRAY,
        """
        double[] own = {x, y, x * y};
        double[] other = new double[3];
        if (n > 0) {
          if (n == 1) {
            if (1.5 < 0.5) {
              if (n > 5) {
                double[] t = own;
                own = other;
                other = t;
              }
            }
            other[Math.floorMod(n, other.length)] = x - own[1];
          } else {
            other[1] = Math.tanh(own[2]);
          }
        }
        return new double[] {other[0] * x, y};
        """);
  }

  @Test
  void anArrayIsReplacedWhereAConstantConditionIsFalse() {
    agrees(
        TO_ARRAY,
        """
        double[] own = n < 3 ? new double[] {x, y, x * y} : new double[3];
        double s = x;
        if (n > 1) {
          if (1.5 < 0.5) {
            own = new double[] {s, s, s};
          }
          if (n == 2) {
            own[0] -= own[1];
          }
        }
        if (n > 0) {
          int k = 0;
          do {
            if (y > s) {
              own[k] = s * y;
            }
          } while (++k < 3);
          s += own[0] * own[2];
        }
        return new double[] {s, y};
        """);
  }

  private static void agrees(Signature signature, String body) {
    Trial.KEEPING.forEach(keeping -> agrees(signature, body, "-Aadjoint.keep=" + keeping));
  }

  private static void agrees(Signature signature, String body, String keeping) {
    Specimen specimen = Specimen.written(signature, body);
    CompiledPrograms compiled = ProgramCompiler.compile(List.of(specimen.source()), keeping);
    Trial.Verdict verdict = specimen.verdict(compiled);
    assertEquals(Optional.empty(), verdict.fault());
    assertTrue(verdict.isCompared());
  }
}
