package dev.adjoint.processor.passes;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.differentiate.FrameTypes;
import dev.adjoint.processor.differentiate.ReverseMode;
import dev.adjoint.processor.differentiate.Surroundings;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.storage.StoredSegments;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only a reverse sweep is made of has no reverse: an adjoint is not differentiated again. */
class SecondReversalTest {
  private static final SourceRange NONE = SourceRange.NONE;
  private static final Value ROWS = new Value(new IrType.Array(ScalarType.DOUBLE, 2), "x");
  private static final Value ROW = new Value(new IrType.Array(ScalarType.DOUBLE, 1), "v");
  private static final Value NUMBER = new Value(ScalarType.DOUBLE, "y");
  private static final Value INDEX = new Value(ScalarType.INT, "i");
  private static final FunctionId CALLEE = new FunctionId("Case", "g", List.of("double"));

  static Stream<Op> ofAReverseSweep() {
    Value rows = ROWS.copy();
    Value row = ROW.copy();
    Value number = NUMBER.copy();
    Region empty = new Region(List.of(), List.of(), List.of());
    List<Value> indices = List.of(INDEX);
    return Stream.of(
        new ArrayOp.Accumulate(row, ROW, indices, NUMBER, NONE),
        new ArrayOp.AccumulateAll(row, ROW, List.of(), ROW, NONE),
        new ArrayOp.ClearRow(rows, ROWS, indices, INDEX, NONE),
        new ArrayOp.TakeRow(row, ROWS, indices, NONE),
        new FlowOp.ReverseLoop(List.of(), List.of(), List.of(), empty, new Label("for"), NONE),
        new CallOp.ReverseCall(List.of(number), CALLEE, List.of(0), List.of(NUMBER), NONE),
        new CallOp.TangentCall(
            List.of(number, NUMBER.copy()),
            CALLEE,
            List.of(),
            List.of(0),
            List.of(NUMBER, NUMBER),
            NONE));
  }

  @ParameterizedTest
  @MethodSource("ofAReverseSweep")
  void anOperationOfAReverseSweepIsNotReversed(Op op) {
    IllegalStateException fault =
        assertThrows(IllegalStateException.class, () -> adjoint(function(op)));
    assertTrue(fault.getMessage().contains(op.toString()), fault.getMessage());
  }

  private static IrFunction function(Op op) {
    FunctionId id = new FunctionId("Case", "f", List.of("double[][]", "double[]", "double", "int"));
    List<Value> parameters = List.of(ROWS, ROW, NUMBER, INDEX);
    Region body = new Region(parameters, List.of(op), List.of(NUMBER));
    return new IrFunction(id, ScalarType.DOUBLE, List.of(), body, NONE);
  }

  private static IrFunction adjoint(IrFunction function) {
    FrameTypes frames = (callee, _) -> new IrType.Reference("FrameOf_" + callee.name());
    return ReverseMode.build(
        function,
        List.of(2),
        AdjointForm.VALUE_AND_GRAD,
        _ -> false,
        new Surroundings(new TestDerivatives(), frames, new StoredSegments()));
  }
}
