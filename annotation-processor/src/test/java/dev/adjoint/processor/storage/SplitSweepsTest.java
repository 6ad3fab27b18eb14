package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrText;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.simplify.Simplifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitSweepsTest {
  @Test
  void theSweepsTogetherComputeWhatTheJointAdjointDoes() {
    IrFunction joint = stored(Programs.SCALAR_LOOP);
    Sweeps sweeps = SplitSweeps.split(joint, 2);
    IrVerifier.verify(sweeps.forward());
    IrVerifier.verify(sweeps.reverse());
    List<Object> forward = IrInterpreter.runInPlace(sweeps.forward(), 1.3, 7);
    List<Object> frame = new ArrayList<>(forward.subList(1, forward.size()));
    frame.add(2.0);
    List<Object> reverse = IrInterpreter.runInPlace(sweeps.reverse(), frame.toArray());
    assertEquals(
        IrInterpreter.runInPlace(joint, 1.3, 7, 2.0),
        List.of(forward.getFirst(), reverse.getFirst()));
  }

  @Test
  void theFrameHoldsWhatTheReverseSweepReadsButNoLiterals() {
    Sweeps sweeps = SplitSweeps.split(stored(Programs.SCALAR_LOOP), 2);
    List<String> names = sweeps.frame().stream().map(value -> value.name()).toList();
    assertEquals(List.of("x", "n", "tTape"), names);
  }

  /** An array is one object: the frame holds it as it was left, once. */
  @Test
  void ofAnArrayWhoseShapeIsReadTheFrameHoldsTheLastVersion() {
    IrFunction joint =
        IrText.parse(
            """
            func Case.f(%a: arr<f64,1>, %x: f64, %gradOutput: f64) -> f64 mutates %a {
              %0: i32 = const 0
              %y: f64 = load %a[%0]
              %a1: arr<f64,1> = store %a[%0], %x
              turn
              %gradA: arr<f64,1> = zeros_like %a
              %gradA1: arr<f64,1> = accumulate %gradA[%0], %gradOutput
              %1: f64 = mul %gradOutput, %y
              %2: i32 = length %a1
              %3: f64 = convert %2
              %gradX: f64 = mul %1, %3
              return %y, %a1, %gradA1, %gradX
            }
            """);
    Sweeps sweeps = SplitSweeps.split(joint, 2);
    assertEquals(
        """
        func Case.f(%a: arr<f64,1>, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %y: f64 = load %a[%0]
          %a1: arr<f64,1> = store %a[%0], %x
          return %y, %a1, %a1, %y
        }
        """,
        IrPrinter.print(sweeps.forward()));
    assertEquals(
        """
        func Case.f(%a: arr<f64,1>, %y: f64, %gradOutput: f64) -> void {
          %0: i32 = const 0
          %gradA: arr<f64,1> = zeros_like %a
          %gradA1: arr<f64,1> = accumulate %gradA[%0], %gradOutput
          %1: f64 = mul %gradOutput, %y
          %2: i32 = length %a
          %3: f64 = convert %2
          %gradX: f64 = mul %1, %3
          return %gradA1, %gradX
        }
        """,
        IrPrinter.print(sweeps.reverse()));
  }

  private static IrFunction stored(String primal) {
    IrFunction adjoint = Simplifier.simplify(Adjoints.build(primal, AdjointForm.SWEEPS));
    IrFunction stored = TapeStorage.assign(KeepOrRecompute.decide(adjoint));
    return Simplifier.simplify(stored);
  }
}
