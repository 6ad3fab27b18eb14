package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.GeneratedDerivative;
import dev.adjoint.processor.rules.RegisteredProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reverse of a Java method with registered vector-Jacobian products, a tensor operation say.
 */
final class ReverseInvoke {
  private final ReverseSweep sweep;
  private final CallOp.Invoke invoke;

  ReverseInvoke(ReverseSweep sweep, CallOp.Invoke invoke) {
    this.sweep = sweep;
    this.invoke = invoke;
  }

  void build() {
    Value adjoint = sweep.adjoints().take(invoke.results().getFirst());
    if (adjoint == null) {
      return;
    }
    Value gradient = handedOut(adjoint);
    Optional<GeneratedDerivative> generated =
        sweep.context().registered().generated(invoke.member());
    if (generated.isPresent()) {
      passOn(generated.get(), gradient);
      return;
    }
    List<@Nullable RegisteredProduct> products =
        sweep
            .context()
            .registered()
            .of(invoke.member())
            .orElseThrow(() -> new IllegalStateException("no derivative of " + invoke.member()));
    for (int i = 0; i < invoke.operands().size(); i++) {
      Value operand = invoke.operands().get(i);
      RegisteredProduct product = products.get(i);
      if (product != null && sweep.context().active(operand)) {
        Value[] arguments = RegisteredArguments.of(product, invoke, gradient);
        passOn(operand, product.method(), arguments);
      }
    }
  }

  /** The gradient of the result as methods take it: in an array or a list like the result. */
  private Value handedOut(Value adjoint) {
    Value result = invoke.results().getFirst();
    return Containers.holdTensors(result.type())
        ? sweep
            .out()
            .named(DerivativeNames.adjoint(result))
            .invoke(TensorMembers.gradientsLike(result.type()), result.type(), adjoint, result)
        : adjoint;
  }

  private void passOn(Value operand, JavaMember member, Value... arguments) {
    String name = DerivativeNames.adjoint(operand);
    IrType type = operand.type();
    Value gradient = sweep.out().named(name).invoke(member, type, arguments);
    sweep.accumulate(
        operand,
        Containers.holdTensors(type)
            ? sweep
                .out()
                .named(name)
                .invoke(TensorMembers.gradientsFrom(type), Containers.adjoint(type), gradient)
            : gradient);
  }

  private void passOn(GeneratedDerivative derivative, Value gradient) {
    List<Value> arguments = new ArrayList<>(invoke.operands());
    arguments.add(gradient);
    Value gradients =
        sweep
            .out()
            .named(invoke.member().name() + "Gradients")
            .invoke(derivative.backward(), derivative.gradients(), arguments.toArray(Value[]::new));
    for (int i = 0; i < derivative.wrt().size(); i++) {
      Value operand = invoke.operands().get(derivative.wrt().get(i));
      if (sweep.context().active(operand)) {
        passOn(operand, derivative.components().get(i), gradients);
      }
    }
  }
}
