package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forward method of a tensor function. */
final class TensorForwardMethodTest {

  private static DifferentiatedMethod loss(List<Parameter> parameters, Integer... wrt) {
    List<String> types = parameters.stream().map(p -> p.type().javaName()).toList();
    return new DifferentiatedMethod(
        new FunctionId("Model", "loss", types),
        "loss",
        parameters,
        IrType.Reference.TENSOR,
        List.of(wrt),
        List.of(),
        List.of(),
        false);
  }

  private static String text(List<Parameter> parameters, Integer... wrt) {
    return TensorForwardMethod.of(
            new GeneratedMethod.TensorForward(loss(parameters, wrt), null), Callees.none())
        .toString();
  }

  @Test
  void everyTensorIsAnInputAndOnlyActiveOnesGetGradients() {
    String text =
        text(
            List.of(
                new Parameter("x", IrType.Reference.TENSOR),
                new Parameter("scale", ScalarType.DOUBLE),
                new Parameter("w", IrType.Reference.TENSOR)),
            2);
    assertEquals(
        """
        return dev.adjoint.autograd.GeneratedNode.record(
              "LossBackward",
              value,
              new dev.adjoint.Tensor[] {x.detach(), w},
              (gradOutput, inputs) -> {
                LossGradients gradients = lossBackward(inputs[0], scale, inputs[1], gradOutput);
                return new dev.adjoint.Tensor[] {null, gradients.w()};
              });
        """,
        text.substring(text.indexOf("return dev.adjoint.autograd"), text.lastIndexOf('}')));
  }

  @Test
  void theReverseSweepServesTheFirstRunBackward() {
    List<Parameter> parameters =
        List.of(
            new Parameter("x", IrType.Reference.TENSOR),
            new Parameter("frame", ScalarType.DOUBLE),
            new Parameter("w", IrType.Reference.TENSOR));
    var gradient = new FrameLayout.Field("gradW", IrType.Reference.TENSOR);
    var sweeps =
        Callees.SweepNames.of("loss", new FrameLayout("LossFrame", List.of(), List.of(gradient)));
    String text =
        TensorForwardMethod.of(
                new GeneratedMethod.TensorForward(loss(parameters, 2), sweeps), Callees.none())
            .toString();
    assertTrue(text.contains("if (!dev.adjoint.autograd.GeneratedNode.isNeeded(w)) {"), text);
    String constant = "dev.adjoint.autograd.GeneratedNode.constant(Model.loss(x, frame, w))";
    assertTrue(text.contains("return " + constant + ";"), text);
    assertTrue(text.contains("LossFrame frameHere = new LossFrame();"), text);
    assertTrue(text.contains("value = lossForward(x, frame, w, frameHere);"), text);
    assertTrue(text.contains("lossReverse(frameHere, gradOutput);"), text);
    assertTrue(text.contains("return new dev.adjoint.Tensor[] {null, frameHere.gradW};"), text);
  }

  @Test
  void itsOwnNamesGiveWayToParameters() {
    String text = text(List.of(new Parameter("value", IrType.Reference.TENSOR)), 0);
    assertTrue(text.contains("valueHere = Model.loss(value);"), text);
  }
}
