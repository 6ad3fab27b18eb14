package dev.adjoint.processor.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.lower.LoweredSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts about functions that later passes rely on. */
class FactsTest {
  private static final String CALLS =
      """
      static double first(double[] v) {
        return v[0];
      }
      static double through(double[] v) {
        return first(v);
      }
      static double even(double x, int n) {
        return n == 0 ? x : odd(x, n - 1);
      }
      static double odd(double x, int n) {
        return n == 0 ? 1 : x * even(x, n - 1);
      }
      @Differentiable static double f(double[] a, double[] b, int n) {
        double y = through(a) + first(b) + even(b[1], n);
        a[0] = 1;
        return y + a[0];
      }
      """;

  @Test
  void whatACallerWritesIntoLaterIsOverwrittenForAllThatWereGivenIt() {
    LoweredSource source = LoweredSource.of(CALLS);
    OverwrittenArguments overwritten = OverwrittenArguments.of(source.functions());
    assertEquals(Set.of(0), overwritten.of(id(source, "through")));
    assertEquals(Set.of(0), overwritten.of(id(source, "first")));
    assertEquals(Set.of(), overwritten.of(id(source, "f")));
    assertEquals(Set.of(), overwritten.reshaped(id(source, "first")));
  }

  @Test
  void rowsReplacedByACallerReshapeTheArgument() {
    LoweredSource source =
        LoweredSource.of(
            """
            static double first(double[][] v) {
              return v[0][0];
            }
            static double[][] made(int n) {
              return new double[n][n];
            }
            @Differentiable static double f(double[][] a, double[] row, int n) {
              double y = first(a);
              a[0] = row;
              double[][] m = made(n);
              m[1] = row;
              return y + a[0][1] + m[1][0];
            }
            """);
    OverwrittenArguments overwritten = OverwrittenArguments.of(source.functions());
    assertEquals(Set.of(0), overwritten.reshaped(id(source, "first")));
    assertTrue(overwritten.isResultReshaped(id(source, "made")));
    assertFalse(overwritten.isResultReshaped(id(source, "first")));
  }

  @Test
  void recursionGoesThroughOtherFunctions() {
    LoweredSource source = LoweredSource.of(CALLS);
    Map<FunctionId, IrFunction> functions = source.functions();
    assertEquals("even odd", names(CallGraph.recursive(id(source, "f"), functions)));
    assertEquals(
        "even f first odd through", names(CallGraph.reachable(id(source, "f"), functions)));
    assertEquals("first through", names(CallGraph.reachable(id(source, "through"), functions)));
    List<FunctionId> order = CallGraph.calleesFirst(functions);
    assertTrue(order.indexOf(id(source, "first")) < order.indexOf(id(source, "through")));
    assertTrue(order.indexOf(id(source, "through")) < order.indexOf(id(source, "f")));
    functions.remove(id(source, "first"));
    assertFalse(CallGraph.isComplete(id(source, "f"), functions));
    assertTrue(CallGraph.isComplete(id(source, "even"), functions));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tensor t = x.exp(); if (b) t = null; return t;       | true
          Tensor t = x.exp(); if (b) t = t.exp(); return t;    | false
          Tensor[] a = new Tensor[2]; a[0] = x; return a[1];   | true
          return same(x);                                      | true
          Tensor t = x.exp(); while (b) { b = t == x; t = null; } return t; | true
          """)
  void aTensorMayBeMissing(String body, boolean isMissing) {
    LoweredSource source =
        LoweredSource.of(
            """
            static Tensor same(Tensor x) {
              return x;
            }
            @Differentiable static Tensor f(Tensor x, boolean b) {
              %s
            }
            """
                .formatted(body));
    IrFunction function = source.function("f");
    Value result = function.body().yields().getFirst();
    assertEquals(isMissing, MissingTensors.of(function).contains(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a[0] = x;                                        | a
          double[] c = a; c[0] = x;                        | a
          double[] c = a.clone(); c[0] = x;                | c
          put(b, x);                                       | b
          get(b);                                          |
          """)
  void anArrayIsWrittenIntoUnderAnyName(String statements, String written) {
    IrFunction function =
        LoweredSource.of(
                """
                static void put(double[] to, double x) {
                  to[0] = x;
                }
                static double get(double[] from) {
                  return from[0];
                }
                @Differentiable static double f(double[] a, double[] b, double x) {
                  %s
                  return x;
                }
                """
                    .formatted(statements))
            .function("f");
    String names =
        WrittenArrays.of(function, ArrayRoots.of(function)).stream()
            .map(Value::name)
            .collect(Collectors.joining(" "));
    assertEquals(written == null ? "" : written, names);
  }

  @Test
  void aPathWithoutReturnEndsWhereItThrowsOrLoops() {
    assertTrue(NormalReturn.obstacle(body("if (n > 0) { throw new Error(); }")).isEmpty());
    assertTrue(NormalReturn.obstacle(body("while (n > 0) { x *= 2; }")).isEmpty());
    assertTrue(NormalReturn.obstacle(body("throwing(); ")).isEmpty());
    assertTrue(
        NormalReturn.obstacle(body("if (n >= 0 || n < 0) { while (true) { x *= 2; } }")).isEmpty());
  }

  @Test
  void whatRunsAgainMustNotBeSeen() {
    assertEquals("println", seen("System.out.println(n);"));
    assertEquals("", seen("if (n < 0) { throw new IllegalStateException(\"n\" + n); }"));
    assertEquals("", seen("x = Math.sin(x);"));
    assertEquals("random", seen("for (int i = 0; i < n; i++) { x += Math.random(); }"));
    assertEquals("println", seen("noisy();"));
    assertEquals("", seen("throwing();"));
  }

  private static String seen(String statements) {
    LoweredSource source = LoweredSource.of(method(statements));
    return RepeatedEffects.of(id(source, "f"), source.functions())
        .map(RepeatedEffects.Effect::op)
        .map(op -> ((CallOp.Invoke) op).member().name())
        .orElse("");
  }

  private static IrFunction body(String statements) {
    return LoweredSource.of(method(statements)).function("f");
  }

  private static String method(String statements) {
    return """
    static void noisy() {
      System.out.println();
    }
    static void throwing() {
      System.out.println();
      throw new IllegalStateException();
    }
    @Differentiable static double f(double x, int n) {
      %s
      return x;
    }
    """
        .formatted(statements);
  }

  private static FunctionId id(LoweredSource source, String name) {
    return source.function(name).id();
  }

  private static String names(Set<FunctionId> functions) {
    return String.join(
        " ", new TreeSet<>(functions.stream().map(FunctionId::name).collect(Collectors.toSet())));
  }
}
