package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Derivatives of callees: frames carry values from one sweep to the other. */
final class SweepPrintingTest {
  private static final FunctionId SQUARE = new FunctionId("Model", "square", List.of("double"));
  private static final FunctionId OUTER = new FunctionId("Model", "outer", List.of("double"));
  private static final IrType FRAME = new IrType.Reference("SquareFrame");

  private static final FrameLayout LAYOUT =
      new FrameLayout(
          "SquareFrame",
          List.of(new FrameLayout.Field("v", DOUBLE)),
          List.of(new FrameLayout.Field("gradV", DOUBLE)));
  private static final Callees.SweepNames NAMES = Callees.SweepNames.of("square", LAYOUT);
  private static final Callees CALLEES =
      new Callees(Map.of(), Map.of(new Callees.Derivative(SQUARE, List.of(0)), NAMES));

  private static IrFunction function(FunctionId id, IrType returnType, Region body) {
    return new IrFunction(id, returnType, List.of(), body, SourceRange.NONE);
  }

  private static GeneratedMethod forwardSweep() {
    Value v = value(DOUBLE, "v");
    IrBuilder out = new IrBuilder();
    Value square = out.arithmetic(MUL, v, v);
    Region body = out.region(List.of(v), List.of(square, v));
    return new GeneratedMethod.ForwardSweep(NAMES, function(SQUARE, DOUBLE, body));
  }

  private static GeneratedMethod reverseSweep() {
    Value v = value(DOUBLE, "v");
    Value gradOutput = value(DOUBLE, "gradOutput");
    IrBuilder out = new IrBuilder();
    Value product = out.arithmetic(MUL, gradOutput, v);
    Value gradV = out.named("gradV").arithmetic(ADD, product, product);
    Region body = out.region(List.of(v, gradOutput), List.of(gradV));
    return new GeneratedMethod.ReverseSweep(NAMES, function(SQUARE, null, body));
  }

  private static GeneratedMethod tangentSweep() {
    Value v = value(DOUBLE, "v");
    Value tangent = value(DOUBLE, "vTangent");
    IrBuilder out = new IrBuilder();
    Value square = out.arithmetic(MUL, v, v);
    Value product = out.arithmetic(MUL, tangent, v);
    Value sum = out.arithmetic(ADD, product, product);
    Region body = out.region(List.of(v, tangent), List.of(square, sum));
    return new GeneratedMethod.TangentSweep(NAMES, function(SQUARE, DOUBLE, body));
  }

  private static DifferentiatedMethod outer() {
    List<Parameter> parameters = List.of(new Parameter("x", DOUBLE));
    return new DifferentiatedMethod(
        OUTER, "outer", parameters, DOUBLE, List.of(0), List.of(), List.of(), false);
  }

  private static GeneratedMethod backward() {
    Value x = value(DOUBLE, "x");
    Value gradOutput = value(DOUBLE, "gradOutput");
    Value frame = value(FRAME, "squareFrame");
    Value gradX = value(DOUBLE, "gradX");
    IrBuilder out = new IrBuilder();
    List<Integer> active = List.of(0);
    out.add(
        new CallOp.ForwardCall(
            List.of(value(DOUBLE, ""), frame),
            SQUARE,
            List.of(),
            active,
            List.of(x),
            SourceRange.NONE));
    out.add(new FlowOp.Turn());
    out.add(
        new CallOp.ReverseCall(
            List.of(gradX), SQUARE, active, List.of(frame, gradOutput), SourceRange.NONE));
    Region body = out.region(List.of(x, gradOutput), List.of(gradX));
    return new GeneratedMethod.Backward(outer(), function(OUTER, null, body), "");
  }

  private static GeneratedMethod jvp() {
    Value x = value(DOUBLE, "x");
    Value xTangent = value(DOUBLE, "xTangent");
    Value result = value(DOUBLE, "");
    Value tangent = value(DOUBLE, "");
    IrBuilder out = new IrBuilder();
    out.add(
        new CallOp.TangentCall(
            List.of(result, tangent),
            SQUARE,
            List.of(),
            List.of(0),
            List.of(x, xTangent),
            SourceRange.NONE));
    Region body = out.region(List.of(x, xTangent), List.of(result, tangent));
    return new GeneratedMethod.Jvp(outer(), function(OUTER, DOUBLE, body));
  }

  private final Emitted emitted =
      Emitted.of(
          new SourceText("Model.java", ""),
          CALLEES,
          backward(),
          jvp(),
          forwardSweep(),
          reverseSweep(),
          tangentSweep());

  @Test
  void callerRunsBothSweeps() {
    assertEquals(
        """
        SquareFrame squareFrame = new SquareFrame();
        squareForward(x, squareFrame);

        squareReverse(squareFrame, gradOutput);
        double gradX = squareFrame.gradV;
        return new OuterGradients(gradX);
        """,
        emitted.body("outerBackward"));
    assertEquals("OuterGradients[x=30.0]", emitted.run("outerBackward", 3.0, 5.0).toString());
  }

  @Test
  void forwardSweepFillsTheFrame() {
    assertEquals(
        """
        frame.v = v;
        return v * v;
        """,
        emitted.body("squareForward"));
  }

  @Test
  void reverseSweepReadsTheFrameAndLeavesTheGradientThere() {
    assertEquals(
        """
        double product = gradOutput * frame.v;
        double gradV = product + product;
        frame.gradV = gradV;
        """,
        emitted.body("squareReverse"));
  }

  @Test
  void tangentsComeInARecord() {
    assertEquals(
        """
        SquareTangent squareJvp = squareTangent(x, xTangent);
        double squareValue = squareJvp.value();
        double squareTangent = squareJvp.tangent();
        return new OuterJvp(squareValue, squareTangent);
        """,
        emitted.body("outerJvp"));
    assertEquals("OuterJvp[value=9.0, tangent=6.0]", emitted.run("outerJvp", 3.0, 1.0).toString());
  }
}
