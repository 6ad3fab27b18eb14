package dev.adjoint.processor.analyse;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lies on a path from a parameter to the result, and what does not. */
class ActivityAnalysisTest {
  private final Value x = new Value(ScalarType.DOUBLE, "x");
  private final Value y = new Value(ScalarType.DOUBLE, "y");
  private final Value n = new Value(ScalarType.INT, "n");
  private final Value a = new Value(new IrType.Array(ScalarType.DOUBLE, 1), "a");
  private final IrBuilder main = new IrBuilder();

  @Test
  void whatTheResultIsMadeOfIsActive() {
    Value product = main.arithmetic(Operator.MUL, x, x);
    Value unused = main.arithmetic(Operator.ADD, x, x);
    Value constant = main.number(2, ScalarType.DOUBLE);
    ActivityInfo info = activity(main.arithmetic(Operator.MUL, product, constant));
    assertTrue(info.isActive(product));
    assertFalse(info.isActive(unused));
    assertTrue(info.isVaried(unused));
    assertFalse(info.isActive(constant));
    assertTrue(info.isUseful(constant));
  }

  @Test
  void onlyRequestedParametersVary() {
    ActivityInfo info = activity(main.arithmetic(Operator.MUL, x, y));
    assertTrue(info.isActive(x));
    assertFalse(info.isActive(y));
  }

  @Test
  void conditionsAndIndicesCarryNothing() {
    Value index = main.convert(x, ScalarType.INT);
    ActivityInfo info = activity(main.load(a, List.of(index)));
    assertFalse(info.isUseful(x));
    assertFalse(info.isVaried(index));
  }

  @Test
  void stoppedValuesCarryNothing() {
    Value stopped = new Value(ScalarType.DOUBLE, "stopped");
    main.add(new Op.StopGradient(stopped, x, SourceRange.NONE));
    ActivityInfo info = activity(main.arithmetic(Operator.ADD, stopped, y));
    assertFalse(info.isVaried(stopped));
    assertFalse(info.isUseful(x));
  }

  @Test
  void versionsOfAnArrayAreJudgedOneByOne() {
    Value zero = main.constant(0, ScalarType.INT);
    Value stored = main.store(a, List.of(zero), x);
    ActivityInfo info = activity(main.load(stored, List.of(zero)));
    assertFalse(info.isVaried(a));
    assertTrue(info.isUseful(a));
    assertTrue(info.isActive(stored));
  }

  /** {@code s = y; p = y; while (…) { s = p; p = x; }}: x gets into s in the second iteration. */
  @Test
  void activityGoesAroundALoop() {
    Value s = new Value(ScalarType.DOUBLE, "s");
    Value p = new Value(ScalarType.DOUBLE, "p");
    Value result = s.copy();
    IrBuilder test = new IrBuilder();
    Value goesOn = test.arithmetic(Operator.LT, s, x);
    main.add(
        new FlowOp.Loop(
            List.of(result, p.copy()),
            List.of(y, y),
            List.of(s, p),
            test.region(List.of(), List.of(goesOn)),
            new IrBuilder().region(List.of(), List.of(p, x)),
            new Label("loop"),
            SourceRange.NONE));
    ActivityInfo info = activity(result);
    assertTrue(info.isActive(x));
    assertTrue(info.isActive(p));
    assertTrue(info.isActive(s));
    assertFalse(info.isUseful(goesOn));
  }

  private ActivityInfo activity(Value result) {
    FunctionId id = new FunctionId("T", "f", List.of());
    IrFunction function =
        new IrFunction(
            id,
            result.type(),
            List.of(),
            main.region(List.of(x, y, n, a), List.of(result)),
            SourceRange.NONE);
    return ActivityAnalysis.of(function, Set.of(0), _ -> DerivativeLookup.Kind.EXPRESSION);
  }
}
