package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversions that Java makes silently are spelled out. */
class TypingTest {

  private static String bind(String statement) {
    String method =
        """
        static final byte SMALL = 7;
        static final double HALF = 0.5;

        @Differentiable
        static double f(double x, float y, int n, long l, short s, byte b, char c, boolean t,
            @NoDiff Double boxed) {
          %s
          return x;
        }
        """;
    String body = BoundSource.of(method.formatted(statement)).body("f");
    return body.substring(0, body.lastIndexOf("return")).strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = n;            | (x = (double) n);",
        "x = y * n;        | (x = (double) (y * (float) n));",
        "x = n / 2 * x;    | (x = ((double) (n / 2) * x));",
        "l = n + l;        | (l = ((long) n + l));",
        "n = b + c;        | (n = ((int) b + (int) c));",
        "n = -b;           | (n = (-(int) b));",
        "n = ~c;           | (n = (~(int) c));",
        "n = +s;           | (n = (int) s);",
        "n = -2147483648;  | (n = -2147483648);",
        "t = n < x;        | (t = ((double) n < x));",
        "t = t & n == c;   | (t = (t & (n == (int) c)));",
        "t = !t && x > 1;  | (t = ((!t) && (x > (double) 1)));",
        "l = l << n;       | (l = (l << n));",
        "n = n >>> l;      | (n = (n >>> l));",
        "n = (int) x;      | (n = (int) x);",
        "x = (float) x;    | (x = (double) (float) x);",
        "x = 'a';          | (x = (double) 'a');",
        "x = 0x1p-3 + 1e3f;| (x = (0.125 + (double) 1000.0f));",
        "l = 1_000;        | (l = (long) 1000);"
      })
  void operandsArePromoted(String statement, String bound) {
    assertEquals(bound, bind(statement));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "float v = 1;       | float v = (float) 1;",
        "byte v = 1;        | byte v = (byte) 1;",
        "byte v = -SMALL;   | byte v = (byte) (-(int) 7);",
        "char v = 'a' + 1;  | char v = (char) ((int) 'a' + 1);",
        "double v = HALF;   | double v = 0.5;",
        "var v = y * 2;     | float v = (y * (float) 2);",
        "var v = b;         | byte v = b;",
        "Double v = x;      | double v = x;",
        "Byte v = 1;        | java.lang.Byte v = java.lang.Byte.valueOf((byte) 1);",
        "double[] v = {1};  | double[] v = new double[] {(double) 1};"
      })
  void valuesAreConvertedToTheTypeOfTheVariable(String statement, String bound) {
    assertEquals(bound, bind(statement));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x += 1;     | (x += (double) 1);",
        "y *= x;     | (y *=<f64> x);",
        "n += x;     | (n +=<f64> x);",
        "b += n;     | (b +=<i32> n);",
        "l <<= n;    | (l <<= (long) n);",
        "n >>= l;    | (n >>= (int) l);",
        "t &= n > 1; | (t &= (n > 1));",
        "c++;        | (c++);",
        "--x;        | (--x);"
      })
  void compoundAssignmentNamesTheTypeItWorksIn(String statement, String bound) {
    assertEquals(bound, bind(statement));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "var v = t ? 1 : x;       | double v = (t ? (double) 1 : x);",
        "var v = t ? b : 1;       | byte v = (t ? b : (byte) 1);",
        "var v = t ? b : 1000;    | int v = (t ? (int) b : 1000);",
        "var v = t ? 1 : c;       | char v = (t ? (char) 1 : c);",
        "var v = t ? b : s;       | short v = (t ? (short) b : s);",
        "var v = t ? n : l;       | long v = (t ? (long) n : l);",
        "var v = t ? boxed : n;   | double v = (t ? boxed.doubleValue() : (double) n);",
        "var v = t ? boxed : null;| java.lang.Double v = (t ? boxed : null);"
      })
  void alternativesHaveOneType(String statement, String bound) {
    assertEquals(bound, bind(statement));
  }
}
