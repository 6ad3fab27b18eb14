package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.RegisteredProduct;

/** The arguments of a registered derivative at a call. */
final class RegisteredArguments {
  private RegisteredArguments() {}

  static Value[] of(RegisteredProduct product, CallOp.Invoke invoke, Value gradOutput) {
    return product.reads().stream()
        .map(
            name ->
                switch (name) {
                  case "gradOutput" -> gradOutput;
                  case "result" -> invoke.results().getFirst();
                  default -> invoke.operands().get(Integer.parseInt(name));
                })
        .toArray(Value[]::new);
  }
}
