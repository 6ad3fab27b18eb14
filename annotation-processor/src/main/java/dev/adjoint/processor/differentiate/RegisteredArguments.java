package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;

/** The arguments of a registered derivative; it says by its parameter names what it reads. */
final class RegisteredArguments {
  private RegisteredArguments() {}

  static Value[] of(JavaMember product, Op.Invoke invoke, Value gradOutput) {
    return product.parameterNames().stream()
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
