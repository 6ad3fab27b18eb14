package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.EveryOperation;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrText;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which loops may make their iterations in any order. */
class IterationOrderTest {
  private static final List<String> STEADY =
      List.of(
          "constant", "arithmetic", "convert", "zeros like", "array length", "method that is PURE");

  private static List<String> kinds(Predicate<Op> isWanted) {
    List<String> kinds = new ArrayList<>();
    EveryOperation.of(EveryOperation.parameters())
        .forEach(
            (kind, op) -> {
              if (isWanted.test(op)) {
                kinds.add(kind);
              }
            });
    return kinds;
  }

  @Test
  void someOperationsYieldTheSameAnywhereAndNeverThrow() {
    List<String> found = kinds(IterationOrder::isSteady);
    found.remove("method without result"); // There is none.
    assertEquals(STEADY, found);
  }

  @Test
  void someHaveNoEffect() {
    List<String> found = kinds(IterationOrder::isPure);
    found.remove("method without result");
    assertTrue(found.remove("load"));
    assertEquals(STEADY, found);
  }

  @Test
  void aRegionIsPureIfAllOfItIs() {
    Region both =
        region(
            """
            %2: f64 = mul %x, %x
            %a1: arr<f64,1> = store %a[%n], %2
            """);
    assertFalse(IterationOrder.isPure(both));
    assertTrue(IterationOrder.isPure(both.withOps(both.ops().subList(0, 1))));
  }

  /** Divisions of integers throw, and so does asking for rows that there may not be. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f64 = div %x, %x | true",
        "f64 = rem %x, %x | true",
        "i32 = div %n, %n | false",
        "i32 = rem %n, %n | false",
        "i32 = sub %n, %n | true",
        "bool = lt %n, %n | true",
        "i32 = length %r | true",
        "i32 = length %r[%n] | false",
        "arr<f64,1> = zeros_like %a | true",
        "arr<f64,2> = zeros_like %r | false",
        "f64 = invoke Math.sin(%x) | true",
        "i32 = invoke Math.addExact(%n, %n) | false",
        "f64 = invoke Lib.sin(%x) | false"
      })
  void operationsThatMayThrowAreNotDoneEarlier(String operation, boolean isSteady) {
    Op op = region("%2: " + operation).ops().getFirst();
    assertEquals(isSteady, IterationOrder.isSteady(op));
    boolean isLength = operation.contains("length");
    assertEquals(isSteady || isLength, IterationOrder.isPure(op));
  }

  private static Region region(String text) {
    IrFunction function =
        IrText.parse(
            "func Case.f(%x: f64, %n: i32, %a: arr<f64,1>, %r: arr<f64,2>) -> f64 {\n"
                + text
                + "\nreturn %x\n}");
    return function.body();
  }

  /** What an iteration does and yields, and whether the order of the iterations matters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%s2: f64 = add %s1, %x | %s2, %b1 | true",
        "%s2: f64 = add %x, %s1 | %s2, %b1 | true",
        "%s2: f64 = sub %s1, %x | %s2, %b1 | true",
        "%s2: f64 = sub %x, %s1 | %s2, %b1 | false",
        "%s2: f64 = mul %s1, %x | %s2, %b1 | false",
        "%s2: f64 = add %s1, %s1 | %s2, %b1 | false",
        "%s2: f64 = neg %s1 | %s2, %b1 | false",
        "%s2: f64 = convert %n | %s2, %b1 | false",
        "%s2: f64 = add %x, %x | %s2, %b1 | false",
        "%s2: f64 = load %a[%n] | %s1, %b1 | false",
        "%s2: f64 = invoke Math.sin(%x) | %s1, %b1 | true",
        "%s2: f64 = invoke Math.sin(%s1) | %s1, %b1 | false",
        "%s2: f64 = mul %x, %x | %s1, %b1 | true",
        "%b2: arr<f64,1> = accumulate %b1[%n], %x | %s1, %b2 | true",
        "%b2: arr<f64,1> = accumulate %b1[%n], %s1 | %s1, %b2 | false",
        "%b2: arr<f64,1> = store %b1[%n], %x | %s1, %b2 | false",
        "%b2: arr<f64,1> = accumulate %a[%n], %x | %s1, %b1 | true",
        "%s2: f64 = add %s1, %x; %s3: f64 = add %s2, %x | %s3, %b1 | true",
        "%s2: f64 = add %s1, %x; %s3: f64 = mul %s2, %x | %s2, %b1 | false",
        "%s2: f64 = add %s1, %x; %s3: f64 = add %s1, %x | %s2, %b1 | false",
        "%s2: f64 = add %s1, %x; %s3: f64 = mul %x, %x | %s2, %b1 | true",
        "%t: f64 = load %b1[%n]; %b2: arr<f64,1> = accumulate %b1[%n], %x | %s1, %b2 | false"
      })
  void anIterationMayOnlyAddToWhatOthersHandedOn(String body, String yields, boolean isFree) {
    assertEquals(isFree, new IterationOrder(loop(body, yields)).isFree());
  }

  @Test
  void aSumIsHandedOnInOnePlaceOnly() {
    FlowOp.ReverseLoop loop = loop("%s2: f64 = add %s1, %x", "%s2, %b1");
    FlowOp.ReverseLoop twice =
        new FlowOp.ReverseLoop(
            loop.results(),
            loop.inits(),
            loop.arguments(),
            new Region(
                List.of(),
                loop.body().ops(),
                List.of(loop.body().yields().getFirst(), loop.body().yields().getFirst())),
            loop.mirrors(),
            loop.source());
    assertFalse(new IterationOrder(twice).isFree());
    FlowOp.ReverseLoop swapped =
        loop("%s2: f64 = add %s1, %x; %s3: f64 = add %s2, %x", "%s3, %b1, %s2");
    assertFalse(new IterationOrder(swapped).isFree());
  }

  private static FlowOp.ReverseLoop loop(String body, String yields) {
    boolean hasThird = yields.split(", ").length == 3;
    IrFunction function =
        IrText.parse(
            """
            func Case.f(%x: f64, %n: i32, %a: arr<f64,1>, %b: arr<f64,1>) -> f64 {
              %s: f64, %b0: arr<f64,1>THIRD = reverse_loop mirrors @loop (%s1: f64 = %x, %b1: arr<f64,1> = %bINIT) {
                BODY
                yield YIELDS
              }
              return %s
            }
            """
                .replace("THIRD", hasThird ? ", %third: f64" : "")
                .replace("INIT", hasThird ? ", %third1: f64 = %x" : "")
                .replace("BODY", body.replace("; ", "\n"))
                .replace("YIELDS", yields));
    return (FlowOp.ReverseLoop) function.body().ops().getFirst();
  }
}
