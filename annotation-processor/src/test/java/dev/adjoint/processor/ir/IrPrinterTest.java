package dev.adjoint.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class IrPrinterTest {
  @Test
  void loopsAndBranchesAreIndentedAndValuesNumbered() {
    assertEquals(
        """
        func Case.f(%t: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %t1: f64, %i: i32 = loop @loop (%t2: f64 = %t, %i1: i32 = %0) while {
            %1: bool = lt %i1, %n
            yield %1
          } do {
            %2: f64 = const 1.0
            %3: bool = gt %t2, %2
            %t3: f64 = if %3 @if {
              %4: f64 = mul %t2, %t2
              yield %4
            } else {
              yield %t2
            }
            %5: i32 = const 1
            %6: i32 = add %i1, %5
            yield %t3, %6
          }
          return %t1
        }
        """,
        IrPrinter.print(squareWhileLarge()));
  }

  private static IrFunction squareWhileLarge() {
    Value t = new Value(ScalarType.DOUBLE, "t");
    Value n = new Value(ScalarType.INT, "n");
    Value i = new Value(ScalarType.INT, "i");
    Value carried = t.copy();
    IrBuilder test = new IrBuilder();
    Value goesOn = test.arithmetic(Operator.LT, i, n);
    IrBuilder body = new IrBuilder();
    Value isLarge = body.arithmetic(Operator.GT, carried, body.number(1, ScalarType.DOUBLE));
    IrBuilder onTrue = new IrBuilder();
    Value square = onTrue.arithmetic(Operator.MUL, carried, carried);
    Value merged = t.copy();
    body.add(
        new FlowOp.If(
            List.of(merged),
            isLarge,
            onTrue.region(List.of(), List.of(square)),
            new Region(List.of(), List.of(), List.of(carried)),
            new Label("if"),
            null,
            SourceRange.NONE));
    Value next = body.arithmetic(Operator.ADD, i, body.number(1, ScalarType.INT));
    IrBuilder main = new IrBuilder();
    Value zero = main.number(0, ScalarType.INT);
    Value result = t.copy();
    main.add(
        new FlowOp.Loop(
            List.of(result, i.copy()),
            List.of(t, zero),
            List.of(carried, i),
            test.region(List.of(), List.of(goesOn)),
            body.region(List.of(), List.of(merged, next)),
            new Label("loop"),
            SourceRange.NONE));
    FunctionId id = new FunctionId("Case", "f", List.of("double", "int"));
    Region region = main.region(List.of(t, n), List.of(result));
    IrFunction function =
        new IrFunction(id, ScalarType.DOUBLE, List.of(), region, SourceRange.NONE);
    IrVerifier.verify(function);
    return function;
  }
}
