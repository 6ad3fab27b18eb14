package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of {@code @DerivativeOf}, and what is wrong with some. */
class RegistrationReaderTest {
  private static final String LIBRARY =
      """
      package lib;
      public class Library {
        public static double only(double x, int n) { return x; }
        public static double overloaded(double x) { return x; }
        public static double overloaded(double x, double y) { return x; }
        public static double all(double... x) { return 0; }
        public double method(double x) { return x; }
        public static void nothing(double x) {}
        public static double noOperands() { return 0; }
        public static double float1(float x) { return 0; }
        public static <T extends Number> double generic(java.util.List<T> list, double x) { return x; }
      }
      """;
  private static final String RIGHT =
      """
      package app;
      import dev.adjoint.DerivativeOf;
      import lib.Library;
      public class Right {
        @DerivativeOf(type = Library.class, method = "only", wrt = "x")
        public static double named(double result, double gradOutput, int n) { return 0; }
        @DerivativeOf(type = Library.class, method = "only", wrt = "b")
        static double positional(double gradOutput, double b, int c) { return 0; }
        @DerivativeOf(type = Library.class, method = "overloaded",
            parameters = {double.class, double.class}, wrt = "y")
        public static double overload(double y, double x) { return 0; }
        @DerivativeOf(type = Library.class, method = "all", wrt = "x")
        public static double[] variable(double gradOutput, double[] x) { return x; }
        @DerivativeOf(type = Library.class, method = "method", wrt = "x")
        public static double instance(double gradOutput, Library self) { return 0; }
        @DerivativeOf(type = Library.class, method = "method", wrt = "self")
        public static Library receiver(double gradOutput, Library self, double z) { return self; }
        @DerivativeOf(type = Library.class, method = "generic", wrt = "x")
        public static double erased(double gradOutput, java.util.List<Integer> list) { return 0; }
        public static double plain(double x) { return x; }
        static class Inside {
          @DerivativeOf(type = Library.class, method = "only", wrt = "x")
          public static double nested(double gradOutput) { return 0; }
        }
      }
      """;
  private static final String WRONG =
      """
      package app;
      import dev.adjoint.DerivativeOf;
      import lib.Library;
      public class Wrong {
        @DerivativeOf(type = Library.class, method = "only", wrt = "x")
        double instance(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "only", wrt = "x")
        private static double hidden(double gradOutput) { return 0; }
        @DerivativeOf(type = double[].class, method = "only", wrt = "x")
        static double ofArray(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "absent", wrt = "x")
        static double ofNothing(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "overloaded", wrt = "x")
        static double ofMany(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "only", parameters = int.class, wrt = "x")
        static double ofOthers(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "only", wrt = "z")
        static double wrtNothing(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "only", wrt = "n")
        static double returnsOther(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "only", wrt = "x")
        static double readsNothing(double gradOutput, double q) { return 0; }
        @DerivativeOf(type = Library.class, method = "only", wrt = "x")
        static double readsOther(float gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "only", wrt = "x")
        static double readsAsOther(double gradOutput, double n) { return 0; }
        @DerivativeOf(type = Library.class, method = "nothing", wrt = "x")
        static double ofVoid(double x) { return 0; }
        @DerivativeOf(type = Library.class, method = "noOperands", wrt = "x")
        static double ofNoOperand() { return 0; }
        @DerivativeOf(type = Library.class, method = "float1", wrt = "x")
        static double returnsDouble() { return 0; }
        private static class Inside {
          @DerivativeOf(type = Library.class, method = "only", wrt = "x")
          static double nested(double gradOutput) { return 0; }
        }
      }
      """;
  private static final JavaSources SOURCES = JavaSources.of(LIBRARY, RIGHT, WRONG);

  private static Registration read(String type, String method) throws RegistrationFault {
    return new RegistrationReader(SOURCES.elements(), SOURCES.types())
        .read(SOURCES.method(type, method));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "named      | lib.Library.only(double, int)             | 0 | result gradOutput 1 | public",
        "positional | lib.Library.only(double, int)             | 0 | gradOutput 0 1      | app",
        "overload   | lib.Library.overloaded(double, double)    | 1 | 1 0                 | public",
        "variable   | lib.Library.all(double[])                 | 0 | gradOutput 0        | public",
        "instance   | lib.Library.method(double)                | 1 | gradOutput 0        | public",
        "receiver   | lib.Library.method(double)                | 0 | gradOutput 0 1      | public",
        "erased     | lib.Library.generic(java.util.List, double) | 1 | gradOutput 0      | public"
      })
  void parametersStandForWhatTheyAreNamedAs(
      String method, String key, int operand, String reads, String seenFrom)
      throws RegistrationFault {
    Registration read = read("app.Right", method);
    assertEquals(key, read.key());
    assertEquals(operand, read.operand());
    assertEquals(reads, String.join(" ", read.product().reads()));
    assertEquals("app.Right." + method, name(read));
    assertEquals("app", read.packageName());
    assertEquals(seenFrom.equals("public"), read.isVisibleFrom("elsewhere"));
    assertEquals(true, read.isVisibleFrom("app"));
  }

  private static String name(Registration registration) {
    return registration.product().method().owner() + "." + registration.product().method().name();
  }

  @Test
  void theMethodIsCalledAsDeclared() throws RegistrationFault {
    Registration named = read("app.Right", "named");
    assertEquals(List.of("double", "double", "int"), named.product().method().parameterTypes());
    assertEquals(List.of("result", "gradOutput", "n"), named.product().method().parameterNames());
    Registration variable = read("app.Right", "variable");
    assertEquals(List.of("double", "double[]"), variable.product().method().parameterTypes());
  }

  @Test
  void aMethodOfAHiddenClassIsSeenFromItsPackageAlone() throws RegistrationFault {
    assertEquals(false, read("app.Right.Inside", "nested").isPublic());
  }

  @Test
  void aMethodWithoutAnnotationRegistersNothing() throws RegistrationFault {
    assertNull(read("app.Right", "plain"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instance | ADJ0704 [instance, is not static, Make it static]",
        "hidden | ADJ0704 [hidden, is private, where generated code cannot call it, Make it"
            + " package-private or public]",
        "ofArray | ADJ0702 [only, double[], it is not a class]",
        "ofNothing | ADJ0702 [absent, Library, it has no method of that name]",
        "ofMany | ADJ0702 [overloaded, Library, there are overloaded(double), overloaded(double,"
            + " double)]",
        "ofOthers | ADJ0702 [only(int), Library, there are only(double, int)]",
        "wrtNothing | ADJ0701 [wrtNothing, wrt names 'z', which is no operand of only(double,int),"
            + " static double wrtNothing(double gradOutput, double x, int n)]",
        "returnsOther | ADJ0701 [returnsOther, it returns double, expected int, static int"
            + " returnsOther(double gradOutput, double x, int n)]",
        "readsNothing | ADJ0701 [readsNothing, 'q' is no operand of only(double,int), static double"
            + " readsNothing(double gradOutput, double x, int n)]",
        "readsOther | ADJ0701 [readsOther, parameter 1 is float gradOutput, expected double, static"
            + " double readsOther(double gradOutput, double x, int n)]",
        "readsAsOther | ADJ0701 [readsAsOther, parameter 2 is double n, expected int, static int"
            + " readsAsOther(double gradOutput, double x, int n)]",
        "ofVoid | ADJ0701 [ofVoid, nothing(double) returns nothing to differentiate, static double"
            + " ofVoid(void gradOutput, double x)]",
        "ofNoOperand | ADJ0701 [ofNoOperand, wrt names 'x', which is no operand of noOperands(),"
            + " static double ofNoOperand(double gradOutput)]",
        "returnsDouble | ADJ0701 [returnsDouble, it returns double, expected float, static float"
            + " returnsDouble(double gradOutput, float x)]"
      })
  void whatCannotBeMeantIsSaid(String method, String fault) {
    RegistrationFault thrown =
        assertThrows(RegistrationFault.class, () -> read("app.Wrong", method));
    assertEquals(fault, thrown.getMessage());
    assertEquals(fault, thrown.code() + " " + thrown.arguments());
  }

  @Test
  void aMethodOfAPrivateClassCannotBeCalled() {
    RegistrationFault thrown =
        assertThrows(RegistrationFault.class, () -> read("app.Wrong.Inside", "nested"));
    assertEquals(
        "is in the private class app.Wrong.Inside, where generated code cannot call it",
        thrown.arguments().get(1));
  }
}
