package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.RegisteredProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tangent of what a method with registered vector-Jacobian products returns. Of a number the
 * product for a number is also its tangent's; that for an array is the gradient, to be multiplied
 * with the array's tangent. Of an array each element is such a number.
 */
final class TangentProducts {
  private static final String OWNER = "dev.adjoint.autograd.DirectionalDerivative";

  private final TangentSweep sweep;
  private final CallOp.Invoke invoke;

  TangentProducts(TangentSweep sweep, CallOp.Invoke invoke) {
    this.sweep = sweep;
    this.invoke = invoke;
  }

  void build(List<@Nullable RegisteredProduct> products) {
    Value result = invoke.results().getFirst();
    if (!sweep.hasTangent(result)) {
      return;
    }
    if (DerivativeContext.isArray(result)) {
      sweep.define(result, new TangentElements(sweep, invoke, products).build());
      return;
    }
    ScalarType type = (ScalarType) result.type();
    @Nullable Value sum = null;
    for (int i = 0; i < products.size(); i++) {
      RegisteredProduct product = products.get(i);
      Value tangent = sweep.find(invoke.operands().get(i));
      if (product != null && tangent != null) {
        Value term = term(product, invoke.operands().get(i), tangent, type);
        sum =
            sum == null
                ? term
                : sweep.out().at(invoke.source()).arithmetic(Operator.ADD, sum, term);
      }
    }
    if (sum != null) {
      sweep.define(result, sum);
    }
  }

  private Value term(RegisteredProduct product, Value operand, Value tangent, ScalarType type) {
    String name = DerivativeNames.tangent(invoke.results().getFirst());
    if (operand.type() instanceof ScalarType) {
      Value seed = sweep.out().convert(tangent, type);
      Value[] arguments = RegisteredArguments.of(product, invoke, seed);
      Value term = sweep.out().named(name).invoke(product.method(), operand.type(), arguments);
      return sweep.out().named(name).convert(term, type);
    }
    Value one = sweep.out().number(1, type);
    Value[] arguments = RegisteredArguments.of(product, invoke, one);
    Value gradient = sweep.out().invoke(product.method(), operand.type(), arguments);
    return sweep
        .out()
        .named(name)
        .convert(
            sweep.out().invoke(along(operand.type()), product(operand.type()), gradient, tangent),
            type);
  }

  /** The type of a product of a gradient with a tangent, of arrays or of tensors. */
  static ScalarType product(IrType type) {
    return type instanceof IrType.Array(ScalarType element, _, _) ? element : ScalarType.DOUBLE;
  }

  /** The product of a gradient with a tangent. */
  static JavaMember along(IrType type) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        OWNER,
        "of",
        List.of(TensorMembers.erased(type), TensorMembers.erased(type)),
        List.of("gradient", "tangent"),
        JavaMember.Effects.PURE);
  }
}
