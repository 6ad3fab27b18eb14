package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrText;
import dev.adjoint.processor.ir.IrVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a loop and its reverse apart. */
class FusionGuardsTest {
  private static final String JOINT =
      """
      func Case.f(%x: arr<f64,1>, %y: arr<f64,1>, %n: i32) -> f64 mutates %y {
        %0: i32 = const 0
        %1: i32 = const 1
        %2: f64 = const 0.0
        %s: f64, %i: i32 = loop @loop (%s1: f64 = %2, %i1: i32 = %0) while {
          %3: bool = lt %i1, %n
          yield %3
        } do {
          %e: f64 = load %x[%i1]
          %5: f64 = mul %e, %e
          %s2: f64 = add %s1, %5
          %i2: i32 = add %i1, %1
          yield %s2, %i2
        }
        %half: f64 = const 0.5
        %value: f64 = mul %s, %half
        turn
        %g: f64 = const 1.0
        %h: f64 = neg %g
        %gradX: arr<f64,1> = zeros_like %x
        %gradX1: arr<f64,1> = reverse_loop mirrors @loop (%gradX2: arr<f64,1> = %gradX) {
          %6: f64 = mul %g, %e
          %gradX3: arr<f64,1> = accumulate %gradX2[%i1], %6
          yield %gradX3
        }
        %last: f64 = const 3.0
        return %value, %gradX1, %last
      }
      """;

  @Test
  void whatTheReverseNeedsComesFirstAndTheRestAfterwards() {
    assertFused(JOINT);
    String fused = IrPrinter.print(LoopFusion.fuse(IrText.parse(JOINT)));
    assertEquals(
        """
        func Case.f(%x: arr<f64,1>, %y: arr<f64,1>, %n: i32) -> f64 mutates %y {
          %0: i32 = const 0
          %1: i32 = const 1
          %2: f64 = const 0.0
          %g: f64 = const 1.0
          %gradX: arr<f64,1> = zeros_like %x
          %s: f64, %i: i32, %gradX1: arr<f64,1> = loop @loop (%s1: f64 = %2, %i1: i32 = %0, %gradX2: arr<f64,1> = %gradX) while {
            %3: bool = lt %i1, %n
            yield %3
          } do {
            %e: f64 = load %x[%i1]
            %4: f64 = mul %e, %e
            %s2: f64 = add %s1, %4
            %i2: i32 = add %i1, %1
            turn
            %5: f64 = mul %g, %e
            %gradX3: arr<f64,1> = accumulate %gradX2[%i1], %5
            yield %s2, %i2, %gradX3
          }
          %half: f64 = const 0.5
          %value: f64 = mul %s, %half
          turn
          %h: f64 = neg %g
          %last: f64 = const 3.0
          return %value, %gradX1, %last
        }
        """,
        fused);
  }

  /** What stands in the joint function, and what instead, so that it stays as it is. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "%i2: i32 = add %i1, %1 => %i2: i32 = div %i1, %n",
        "%6: f64 = mul %g, %e => %6: f64 = load %y[%i1]",
        "%g: f64 = const 1.0 => %g: f64 = load %y[%n]",
        "%g: f64 = const 1.0 => %g: f64 = mul %s, %half",
        "%h: f64 = neg %g => %y1: arr<f64,1> = store %y[%n], %g",
        "%half: f64 = const 0.5 => %half: f64 = invoke Lib.random()",
        "%6: f64 = mul %g, %e => %6: f64 = mul %s, %e",
        "%gradX2: arr<f64,1> = %gradX) => %gradX2: arr<f64,1> = %y)",
        "%gradX: arr<f64,1> = zeros_like %x => %gradX: arr<f64,1> = copy %x",
        "%last: f64 = const 3.0 => %last: i32 = length %gradX",
        "%last: f64 = const 3.0 => %last: f64 = load %gradX1[%n]",
        "%value: f64 = mul %s, %half => %value: f64 = mul %half, %half"
      })
  void someLoopsStayApart(String part, String other) {
    String text = JOINT.replace(part, other);
    assertFalse(text.equals(JOINT));
    assertApart(text);
  }

  @Test
  void elementsReadBetweenTheLoopsAreReadAfterThem() {
    assertFused(JOINT.replace("%half: f64 = const 0.5", "%half: f64 = load %y[%1]"));
  }

  @Test
  void aGradientThatABranchReadsStaysApart() {
    assertApart(
        JOINT.replace(
            "%last: f64 = const 3.0",
            """
            %c: bool = lt %n, %1
            %last: f64 = if %c @if {
              %l: f64 = load %gradX1[%1]
              yield %l
            } else {
              yield %half
            }
            """));
  }

  @Test
  void aNumberMayBeTheSum() {
    assertFused(
        JOINT
            .replace("%gradX: arr<f64,1> = zeros_like %x", "%gradX: f64 = const 0.0")
            .replace("%gradX3: arr<f64,1> = accumulate %gradX2[%i1], %6", "ADD")
            .replace("arr<f64,1> = reverse_loop", "f64 = reverse_loop")
            .replace("(%gradX2: arr<f64,1>", "(%gradX2: f64")
            .replace("ADD", "%gradX3: f64 = add %gradX2, %6")
            .replace("%last: f64 = const 3.0", "%last: f64 = mul %gradX1, %gradX"));
  }

  private static void assertFused(String text) {
    IrFunction joint = IrText.parse(text);
    IrVerifier.verify(joint);
    IrFunction fused = LoopFusion.fuse(joint);
    IrVerifier.verify(fused);
    assertFalse(fused.body().ops().stream().anyMatch(FlowOp.ReverseLoop.class::isInstance));
    Runs.assertSame(joint, fused, new double[] {0.3, -0.7, 1.9}, new double[] {0.1, 0.2}, 3);
    Runs.assertSame(joint, fused, new double[] {0.3, -0.7, 1.9}, new double[] {0.1, 0.2}, 0);
  }

  private static void assertApart(String text) {
    IrFunction joint = IrText.parse(text);
    IrVerifier.verify(joint);
    assertSame(joint, LoopFusion.fuse(joint), text);
  }
}
