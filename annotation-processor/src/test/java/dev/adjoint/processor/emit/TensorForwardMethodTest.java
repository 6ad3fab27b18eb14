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

  private static String text(List<Parameter> parameters, Integer... wrt) {
    List<String> types = parameters.stream().map(p -> p.type().javaName()).toList();
    return TensorForwardMethod.of(
            new DifferentiatedMethod(
                new FunctionId("Model", "loss", types),
                "loss",
                parameters,
                IrType.Reference.TENSOR,
                List.of(wrt),
                List.of(),
                false))
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
  void itsOwnNamesGiveWayToParameters() {
    String text = text(List.of(new Parameter("value", IrType.Reference.TENSOR)), 0);
    assertTrue(text.contains("valueHere = Model.loss(value);"), text);
  }
}
